internal import Glibc

/// Times of a run's passes and its peak memory; only `report.*` shows them.
package final class RunClock {
  private let start = RunClock.now()
  private var last: Double
  package private(set) var passes: [(name: String, seconds: Double)] = []

  init() { last = start }

  func end(_ pass: String) {
    let now = RunClock.now()
    passes.append((pass, now - last))
    last = now
  }

  package var seconds: Double { last - start }

  /// Seconds of a clock that only goes forward.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that this process has held, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
