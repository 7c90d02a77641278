import Foundation

/// Runs the built `textmill`, as a person or a scheduler would.
struct Binary {
  struct Result {
    var status: Int32
    var output: Data
    var error: String
  }

  /// The binary beside the test bundle.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "textmill").path
  }()

  /// Runs a command to its end; `input` is its standard input.
  static func run(
    _ arguments: [String], input: Data = Data(), through shell: String? = nil
  ) throws -> Result {
    let process = Process()
    if let shell {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", shell + " exec \"$@\"", "bash", path] + arguments
    } else {
      process.executableURL = URL(filePath: path)
      process.arguments = arguments
    }
    let folder = try TemporaryFolder()
    let inputFile = folder.file("input")
    try input.write(to: URL(filePath: inputFile))
    FileManager.default.createFile(atPath: folder.file("output"), contents: nil)
    FileManager.default.createFile(atPath: folder.file("error"), contents: nil)
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: folder.file("output"))
    process.standardError = FileHandle(forWritingAtPath: folder.file("error"))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try Data(contentsOf: URL(filePath: folder.file("output"))),
      error: String(
        decoding: try Data(contentsOf: URL(filePath: folder.file("error"))), as: UTF8.self))
  }

  /// Starts a command and kills it with SIGKILL after `seconds`; true when it was killed, not done.
  static func runAndKill(_ arguments: [String], after seconds: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    let isRunning = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return isRunning && process.terminationReason == .uncaughtSignal
  }

  /// Starts a command, sends SIGINT as soon as `isReady` holds, and waits; its status.
  ///
  /// `holdsInputOpen`: standard input is a pipe on which nothing comes.
  static func runAndInterrupt(
    _ arguments: [String], environment: [String: String] = [:], holdsInputOpen: Bool = false,
    when isReady: () -> Bool
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardInput = holdsInputOpen ? pipe : FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !isReady() { Thread.sleep(forTimeInterval: 0.005) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    try pipe.fileHandleForWriting.close()
    return process.terminationStatus
  }
}

/// A folder that is removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "textmill-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    return file(name)
  }
}
