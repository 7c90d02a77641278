package import TextAlgorithms

/// How replies are trimmed: the settings of `trim_reply`.
package struct TrimReplyOptions: Equatable, Sendable {
  package typealias Forwards = ReplyTrimmer.Forwards
  package typealias Signatures = ReplyTrimmer.Signatures

  /// What to do with a forwarded mail at the end: `alone` keeps it when nothing of the author's own
  /// stands above, for then it is the ticket.
  package var forwards: Forwards = .alone
  /// Which signatures go: `full`, only `delimited` ones, or `none`.
  package var signatures: Signatures = .full

  package init() {}

  /// The trimmer's own form.
  package var trimmer: ReplyTrimmer.Options {
    var options = ReplyTrimmer.Options()
    options.forwards = forwards
    options.signatures = signatures
    return options
  }
}
