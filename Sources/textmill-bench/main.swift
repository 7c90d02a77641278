import Foundation
import Glibc
import TextAlgorithms
import TextMill

/// Benchmarks and developer commands.
///
/// `read FILE…`: JSON Lines reading; `pages ROOT FILE…`: the parts of page extraction; `page-features ROOT [THREADS [PARSER]]`: reads
/// records with a `path` on standard input and writes their blocks and features;
/// `page-feature-names`: the columns of those; `page-trait-names`: those of the page's;
/// `page-tree`: the tree of the page on standard input; `name-rows`: what the model of names
/// sees of the texts on standard input; `name-screen-rows [MODEL]`: what its screen sees; `name-spans MODEL`: what all of redaction finds in
/// them with that model; `person-spans MODEL`: what redaction finds by itself, places and companies apart.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "read": try benchmarkRead(Array(arguments.dropFirst()))
case "page-features" where arguments.count > 1:
  let files = try StoredFile(root: arguments[1])
  let threads = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
  let pump = RecordPump(stage: "page-features", inputs: [], threads: threads, rejects: nil)
  let parser = arguments.count > 3 ? arguments[3] : "libxml2"
  guard let parser = PageExtractor.Options.Parser(rawValue: parser) else { fatalError("no parser") }
  _ = try pump.run { PageRowsStage(files: files, parser: parser) }
case "page-trait-names": print(PageRowsStage.traitNames.joined(separator: "\n"))
case "page-tree": dumpTree()
case "pages" where arguments.count > 2:
  try benchmarkPages(arguments[1], Array(arguments.dropFirst(2)))
case "page-feature-names": print(PageRowsStage.names.joined(separator: "\n"))
case "name-rows":
  _ = try RecordPump(stage: "name-rows", inputs: [], threads: 1, rejects: nil).run {
    NameRowsStage()
  }
case "name-screen-rows":
  let model = try arguments.count > 1 ? [UInt8](Data(contentsOf: URL(filePath: arguments[1]))) : nil
  _ = try RecordPump(stage: "name-screen-rows", inputs: [], threads: 1, rejects: nil).run {
    NameScreenRowsStage(model: model)
  }
case "name-spans" where arguments.count == 2, "person-spans" where arguments.count == 2:
  let model = try [UInt8](Data(contentsOf: URL(filePath: arguments[1])))
  _ = try RecordPump(stage: "name-spans", inputs: [], threads: 1, rejects: nil).run {
    RedactStage(
      arguments[0] == "person-spans"
        ? RedactOptions() : RedactOptions(kinds: PersonalDataKind.allCases), model: model)
  }
default:
  print(
    """
    usage: textmill-bench read FILE… | pages ROOT FILE… | page-features ROOT [THREADS [PARSER]] | page-feature-names
      | page-trait-names | page-tree | name-rows | name-screen-rows [MODEL] | name-spans MODEL | person-spans MODEL
    """
  )
  exit(64)
}
