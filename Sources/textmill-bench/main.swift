import Glibc
import TextMill

/// Benchmarks and developer commands.
///
/// `read FILE…`: JSON Lines reading; `page-features ROOT [THREADS]`: reads
/// records with a `path` on standard input and writes their blocks and features;
/// `page-feature-names`: the columns of those.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "read": try benchmarkRead(Array(arguments.dropFirst()))
case "page-features" where arguments.count > 1:
  let files = try StoredFile(root: arguments[1])
  let threads = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
  let pump = RecordPump(stage: "page-features", inputs: [], threads: threads, rejects: nil)
  _ = try pump.run { PageRowsStage(files: files) }
case "page-feature-names": print(PageRowsStage.names.joined(separator: "\n"))
default:
  print("usage: textmill-bench read FILE… | page-features ROOT [THREADS] | page-feature-names")
  exit(64)
}
