/// What filters may know of a document; the caller fills in what its documents have.
package struct FilterSubject: Equatable, Sendable {
  /// Subject or title; empty when there is none.
  package var title: [UInt8]
  /// All the text that would be written, messages parted by blank lines. Valid UTF-8, LF line ends.
  package var text: [UInt8]
  /// ISO 639-1; what the source says, replaced by what the language filter finds.
  package var language: String?
  /// For each message of a conversation, whether the source calls it automatic; empty for other texts.
  package var automaticMessages: [Bool]
  package var tags: [[UInt8]]
  /// Whether the source calls it spam.
  package var isSpam = false

  package init(
    title: [UInt8] = [], text: [UInt8], language: String? = nil, automaticMessages: [Bool] = [],
    tags: [[UInt8]] = []
  ) {
    self.title = title
    self.text = text
    self.language = language
    self.automaticMessages = automaticMessages
    self.tags = tags
  }
}
