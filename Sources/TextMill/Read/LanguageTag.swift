/// Language tags as sources write them.
enum LanguageTag {
  /// The primary subtag in lower case ("pt" of "pt-BR"); nil when there is none of two or three letters.
  static func primary(_ tag: String) -> String? {
    let first = tag.utf8.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    let next = tag.utf8.dropFirst(first.count).first
    guard (2...3).contains(first.count), next == nil || next == 0x2D || next == 0x5F else {
      return nil
    }
    return String(decoding: first.map { $0 | 0x20 }, as: UTF8.self)
  }
}
