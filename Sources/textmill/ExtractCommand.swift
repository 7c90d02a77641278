import ArgumentParser
import TextMill

/// `textmill extract`: exports and pages in, documents out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turns pages into documents: main content as Markdown, facts, product data.",
    discussion: """
      Reads {"id", "url"?, "path"} with files below --root (gzip, zstd, bzip2 and xz are read in place), \
      or {"id", "url"?, "html"}; writes one document a line.
      """)

  /// What the input is.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case page }

  @Option(name: .customLong("as"), help: "What the input is.")
  var kind: Kind

  @Option(help: ArgumentHelp("The folder that paths in records are relative to.", valueName: "dir"))
  var root: String = "."

  @Flag(help: "Keep the addresses of links in the Markdown.")
  var links = false

  @Flag(help: "Keep the alternative text of images.")
  var imageText = false

  @OptionGroup var stage: StageOptions

  func run() throws {
    var options = PageExtractor.Options()
    options.links = links
    options.imageText = imageText
    let files = try StoredFile(root: root)
    let chosen = options
    try stage.pump("extract") { PageStage(chosen, files: files) }
  }
}
