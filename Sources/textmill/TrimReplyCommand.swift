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

      A forwarded mail wasn't newly written by who forwards it, so it goes; in a run, where it may be \
      the ticket, it stays when nothing stands above it (trim_reply.forwards: alone).

      Examples:
        textmill trim-reply < messages.jsonl > replies.jsonl
        textmill trim-reply --forwards alone --signatures delimited tickets.jsonl
      """)

  @OptionGroup var stage: StageOptions

  @Option(
    help: ArgumentHelp(
      "A forwarded mail at the end: drop (default), alone (stays when nothing stands above it), keep.",
      valueName: "mode"))
  var forwards: TrimReplyOptions.Forwards?

  @Option(
    help: ArgumentHelp(
      "Which signatures go: full (default), delimited (by a line, a mobile program or a list), none.",
      valueName: "mode"))
  var signatures: TrimReplyOptions.Signatures?

  func run() throws {
    var options = TrimReplyOptions()
    options.forwards = .drop
    options = try stage.settings("trim_reply", \.trimReply) ?? options
    options.forwards = forwards ?? options.forwards
    options.signatures = signatures ?? options.signatures
    try stage.pump("trim_reply") { [options] in TrimReplyStage(options) }
  }
}

extension TrimReplyOptions.Forwards: ExpressibleByArgument {}
extension TrimReplyOptions.Signatures: ExpressibleByArgument {}
