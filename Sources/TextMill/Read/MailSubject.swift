/// A subject without the marks of answers and forwards that mail programs put before it.
struct MailSubject: Equatable {
  /// In lower case, with single spaces.
  private(set) var text: String
  /// Whether there were marks of an answer or forward.
  private(set) var isReply = false

  /// Of answers and of forwards, in the languages of common mail programs.
  private static let marks: Set<String> = [
    "re", "aw", "sv", "vs", "antw", "odp", "rif", "res", "r", "ref", "ynt", "atb", "bls", "va",
    "답장", "回复", "回覆", "答复", "返信",
    "fwd", "fw", "wg", "tr", "vl", "vb", "fs", "doorst", "enc", "rv", "pd", "i", "ilt",
    "továbbítás",
    "전달", "转发", "轉寄",
  ]
  /// Of mail gateways, in brackets or before a colon.
  private static let warnings: Set<String> = [
    "external", "extern", "externe", "esterno", "externo", "ext", "external email",
    "external sender", "caution", "suspicious", "spam",
  ]

  init(_ subject: String) {
    var words = subject.lowercased().utf8.split { $0 <= 0x20 }.map {
      String(decoding: $0, as: UTF8.self)
    }.joined(separator: " ").replacing("：", with: ":")[...]
    // Each turn takes something off.
    while let rest = MailSubject.withoutMark(words, isReply: &isReply) { words = rest }
    text = String(words)
  }

  private static func withoutMark(_ text: Substring, isReply: inout Bool) -> Substring? {
    if let first = text.first, first == "[" || first == "(" || first == "*" {
      let close: Character = first == "[" ? "]" : first == "(" ? ")" : "*"
      guard let end = text.prefix(40).dropFirst().firstIndex(of: close),
        warnings.contains(String(text[text.index(after: text.startIndex)..<end]))
      else { return nil }
      return text[text.index(after: end)...].drop { $0 == " " || $0 == ":" || $0 == "*" }
    }
    guard let colon = text.prefix(32).firstIndex(of: ":") else { return nil }
    var name = text[..<colon].drop { $0 == " " }
    // Some programs count answers: Re[2], Re(2), Re^2.
    if let count = name.firstIndex(where: { "[(^".contains($0) }) {
      let digits = name[count...].dropFirst().prefix { $0.isNumber }
      if digits.isEmpty { return nil }
      name = name[..<count]
    }
    while name.last == " " { name = name.dropLast() }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    if warnings.contains(String(name)) { return rest }
    guard marks.contains(String(name)) else { return nil }
    isReply = true
    return rest
  }
}
