/// White space as the structure of plain text and Markdown knows it.
package enum ASCIISpace {
  /// Whether a byte is a space, a tab, a line feed or a carriage return.
  @inline(__always)
  package static func contains(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a text is empty or such white space alone.
  package static func isAll(_ text: [UInt8]) -> Bool { text.allSatisfy(contains) }
}
