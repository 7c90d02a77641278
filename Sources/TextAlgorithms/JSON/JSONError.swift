/// Why bytes are not JSON (RFC 8259), and where.
package struct JSONError: Error, Equatable, Sendable {
  /// What is wrong, as a clause that follows "invalid JSON: ".
  package let message: String
  /// Byte offset from the start of the text that was given.
  package let offset: Int

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
