import ArgumentParser
import TextMill

/// `textmill trim-reply`: what the authors of mails and ticket messages newly wrote.
struct TrimReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trim-reply",
    abstract: "Takes quoted mail, headers, signatures and disclaimers out of messages.",
    discussion: """
      Reads {"id", "text"} lines; replaces text by what its author newly wrote, and adds \
      removed: [{"kind", "start", "end"}], counted in Unicode scalars of the input's text.
      """)

  @OptionGroup var stage: StageOptions

  @Option(
    help: ArgumentHelp(
      "A forwarded mail at the end: alone (stays when nothing stands above it), keep, drop.",
      valueName: "mode"))
  var forwards: String = "alone"

  @Option(
    help: ArgumentHelp(
      "Which signatures go: full, delimited (by a line, a mobile program or a list), none.",
      valueName: "mode"))
  var signatures: String = "full"

  mutating func validate() throws {
    if TrimReplyOptions.Forwards(rawValue: forwards) == nil {
      throw ValidationError("--forwards takes alone, keep or drop.")
    }
    if TrimReplyOptions.Signatures(rawValue: signatures) == nil {
      throw ValidationError("--signatures takes full, delimited or none.")
    }
  }

  func run() throws {
    var options = TrimReplyOptions()
    options.forwards = TrimReplyOptions.Forwards(rawValue: forwards) ?? options.forwards
    options.signatures = TrimReplyOptions.Signatures(rawValue: signatures) ?? options.signatures
    try stage.pump("trim_reply") { [options] in TrimReplyStage(options) }
  }
}
