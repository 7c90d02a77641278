internal import TextAlgorithms

/// Finds the heading that names a page's product.
enum ShopHeading {
  /// The first of the main headings that says one of the names or lies in one, else the first of them; where
  /// there is none, the first lesser heading that says a name. At most 200 headings are looked at.
  static func find(_ arena: HTMLArena, names: [String]) -> Int? {
    let names = names.map(folded).filter { !$0.isEmpty }
    var firstMain: Int?
    var lesser: Int?
    var seen = 0
    for node in arena.nodes.indices {
      let level = arena.nodes[node].tag.headingLevel
      guard level > 0 else { continue }
      seen += 1
      if seen > 200 { break }
      let text = folded(String(decoding: arena.collapsedText(node, limit: 400), as: UTF8.self))
      guard text.utf8.count > 1 else { continue }
      if level == 1 {
        if names.contains(where: { agrees($0, text) }) { return node }
        firstMain = firstMain ?? node
      } else if lesser == nil, names.contains(text) {
        lesser = node
      }
    }
    return firstMain ?? lesser
  }

  /// Whether a name and a heading are the same but for an addition, such as a shop's name.
  static func agrees(_ name: String, _ heading: String) -> Bool {
    name == heading || heading.utf8.count >= 4 && name.contains(heading)
      || name.utf8.count >= 4 && heading.contains(name)
  }

  /// A name in lower case, of letters and digits with single blanks between words.
  static func folded(_ text: String) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }
}
