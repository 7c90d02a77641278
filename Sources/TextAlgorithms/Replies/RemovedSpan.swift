/// A part of a message that its author didn't newly write.
package struct RemovedSpan: Equatable, Sendable {
  /// What a removed part is.
  package enum Kind: String, Sendable {
    /// Earlier mail, with the lines that introduce it.
    case quote
    /// Who writes, from which program, through which list.
    case signature
    /// What a company appends.
    case disclaimer
    /// A helpdesk's "reply above this line".
    case header
  }

  package var kind: Kind
  /// Bytes of the message.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
