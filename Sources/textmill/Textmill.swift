import ArgumentParser
internal import CAllocator
import Glibc
import TextMill

/// The door: finds the command, runs it, and maps errors to exit codes.
@main
struct Textmill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textmill",
    abstract: "Turns support tickets and product pages into text corpora for language models.",
    version: RunVersion.current,
    subcommands: [
      RunCommand.self,
      CheckCommand.self,
      VerifyCommand.self,
      ReportCommand.self,
      ExtractCommand.self,
      TrimReplyCommand.self,
      NormalizeCommand.self,
      RedactCommand.self,
      FilterCommand.self,
      DedupCommand.self,
      ChunkCommand.self,
      TokenizeCommand.self,
      TokenizerCommand.self,
    ])

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    keepLargeBuffers()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as TextMillError {
      Terminal.error("error: \(error.message)\n  \(error.remedy)")
      Glibc.exit(error.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// Lets the allocator reuse large buffers: given back to the system after each part, every page of the
  /// next one would be a fault.
  private static func keepLargeBuffers() {
    mallopt(M_MMAP_THRESHOLD, 64 << 20)
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
  }
}
