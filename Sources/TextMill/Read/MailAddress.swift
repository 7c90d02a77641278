/// A mailbox as text: `Ann <ann@post.example>`, or the address alone.
struct MailAddress: Equatable {
  var name: String?
  var address: String

  /// nil when the text holds no address.
  init?(_ text: String?) {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    guard let at = bytes.lastIndex(of: 0x40) else { return nil }
    let open = bytes[..<at].lastIndex(of: 0x3C)
    let close = bytes[at...].firstIndex(of: 0x3E)
    let found: ArraySlice<UInt8>
    if let open, let close {
      found = bytes[(open + 1)..<close]
      let label = String(decoding: bytes[..<open].filter { $0 != 0x22 }, as: UTF8.self)
        .withoutOuterSpace
      name = label.isEmpty ? nil : label
    } else {
      found = bytes[...]
    }
    address = String(decoding: found, as: UTF8.self).withoutOuterSpace
    let isOne = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2C && $0 != 0x3B }
    if !isOne || address.utf8.first == 0x40 { return nil }
  }

  /// The address in lower case, for comparisons.
  var key: String { address.lowercased() }
}
