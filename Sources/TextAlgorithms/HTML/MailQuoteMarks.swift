/// The marks that mail programs put on the earlier message in an HTML body.
enum MailQuoteMarks {
  private static let classes: [StaticString] = [
    "gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra",
    "moz-forward-container",
  ]
  private static let headers: [StaticString] = ["divrplyfwdmsg", "reply-intro", "replysplit"]

  /// Whether the element holds the earlier message.
  static func isQuotation(_ arena: HTMLArena, _ node: Int) -> Bool {
    guard let value = arena.attribute(node, .class) else { return false }
    return value.split(separator: 0x20).contains { name in
      classes.contains { name.equalsASCII($0) }
    }
  }

  /// Whether the element is the header after which the earlier message begins.
  static func startsQuotation(_ arena: HTMLArena, _ node: Int) -> Bool {
    guard let id = arena.attribute(node, .id) else { return false }
    return headers.contains { id.equalsASCII($0) || id.hasSuffixASCII($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether this ends with `_` or `-` and the lower-case ASCII `text`: mail services put prefixes on ids.
  func hasSuffixASCII(_ text: StaticString) -> Bool {
    let n = text.utf8CodeUnitCount
    guard count > n, suffix(n).equalsASCII(text) else { return false }
    let before = self[index(endIndex, offsetBy: -n - 1)]
    return before == 0x5F || before == 0x2D
  }
}
