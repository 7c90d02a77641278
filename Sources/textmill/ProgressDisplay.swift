import ArgumentParser
import Foundation
import Glibc
import TextMill

/// How progress is shown on standard error.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  case auto, bar, plain, json, none
}

/// Shows a run's progress from a thread of its own: a bar on a terminal, lines elsewhere.
///
/// Unchecked: `ended` and `isRunning` are read and written under the condition.
final class ProgressDisplay: @unchecked Sendable {
  private let style: ProgressStyle
  private let progress: RunProgress
  private let condition = NSCondition()
  private var ended = false
  private var isRunning = false
  private let begun = RunClock.now()
  private var passStart = RunClock.now()
  private var lastPass = RunProgress.Pass.prepare

  init(_ style: ProgressStyle, of progress: RunProgress) {
    self.progress = progress
    self.style = style == .auto ? (isatty(STDERR_FILENO) == 1 ? .bar : .plain) : style
  }

  func start() {
    guard style != .none else { return }
    isRunning = true
    Thread.detachNewThread { [self] in
      let interval = style == .bar ? 0.2 : 5.0
      condition.lock()
      while !ended {
        _ = condition.wait(until: Date(timeIntervalSinceNow: interval))
        if !ended { show() }
      }
      isRunning = false
      condition.broadcast()
      condition.unlock()
    }
  }

  /// Ends the display; nothing of it stays on a terminal.
  func stop() {
    condition.lock()
    ended = true
    condition.broadcast()
    while isRunning { condition.wait() }
    condition.unlock()
    if style == .bar { write("\r\u{1B}[K") }
  }

  private func show() {
    let now = RunClock.now()
    if progress.pass != lastPass {
      lastPass = progress.pass
      passStart = now
    }
    let done = progress.done
    let total = progress.total
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let elapsed = now - passStart
    let rest = share > 0.02 ? elapsed / share * (1 - share) : nil
    switch style {
    case .bar: write("\r\u{1B}[K" + line(share, rest, bar: true))
    case .plain: write(line(share, rest, bar: false) + "\n")
    case .json:
      let left = rest.map { "\(Int($0))" } ?? "null"
      write(
        "{\"pass\":\"\(progress.pass.name)\",\"done\":\(done),\"total\":\(total),"
          + "\"documents\":\(progress.documents),\"left_out\":\(progress.rejects),"
          + "\"seconds\":\(Int(now - begun)),\"seconds_left\":\(left)}\n")
    case .auto, .none: break
    }
  }

  private func line(_ share: Double, _ rest: Double?, bar: Bool) -> String {
    var text = progress.pass.name + " "
    if bar {
      let width = 24
      let full = Int(share * Double(width))
      text += "[" + String(repeating: "=", count: full)
      text += String(repeating: " ", count: width - full) + "] "
    }
    text += "\(Int(share * 100)) %, \(progress.documents) documents"
    if progress.pass == .prepare {
      let elapsed = max(RunClock.now() - passStart, 0.001)
      text += ", \(RunReport.bytes(Int(Double(progress.done) / elapsed)))/s"
    }
    if let rest { text += ", \(ProgressDisplay.duration(rest)) left" }
    return text
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds + 0.5)
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
