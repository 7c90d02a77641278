/// Character references in text that was encoded once too often.
package enum HTMLEntities {
  /// The text with each reference as its character; what is no known reference with its semicolon stays. Linear.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { HTMLCharacterReferences.table.append($0, .strict, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
