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
      "A forwarded mail at the end: alone (default: stays when nothing stands above it), keep, drop.",
      valueName: "mode"))
  var forwards: TrimReplyOptions.Forwards?

  @Option(
    help: ArgumentHelp(
      "Which signatures go: full (default), delimited (by a line, a mobile program or a list), none.",
      valueName: "mode"))
  var signatures: TrimReplyOptions.Signatures?

  func run() throws {
    var options = try stage.settings("trim_reply", \.trimReply) ?? TrimReplyOptions()
    options.forwards = forwards ?? options.forwards
    options.signatures = signatures ?? options.signatures
    try stage.pump("trim_reply") { [options] in TrimReplyStage(options) }
  }
}

extension TrimReplyOptions.Forwards: ExpressibleByArgument {}
extension TrimReplyOptions.Signatures: ExpressibleByArgument {}
