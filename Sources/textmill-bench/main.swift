import Glibc
import TextMill

/// Developer commands: `textmill-bench page-features ROOT [THREADS]` reads records with a `path` on
/// standard input and writes their blocks and features; `textmill-bench page-feature-names` the columns.
switch CommandLine.arguments.dropFirst().first {
case "page-features" where CommandLine.arguments.count > 2:
  let files = try StoredFile(root: CommandLine.arguments[2])
  let threads = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 1 : 1
  let pump = RecordPump(stage: "page-features", inputs: [], threads: threads, rejects: nil)
  _ = try pump.run { PageRowsStage(files: files) }
case "page-feature-names":
  print(PageRowsStage.names.joined(separator: "\n"))
default:
  print("usage: textmill-bench page-features ROOT [THREADS] | page-feature-names")
  exit(64)
}
