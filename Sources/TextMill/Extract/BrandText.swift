internal import TextAlgorithms

/// Reads a brand's name out of the element that shows it.
enum BrandText {
  /// The element's text, else the alternative text or title of an image or link in it; nil for texts too
  /// long for a name.
  static func read(_ arena: HTMLArena, _ node: Int) -> String? {
    var text = String(decoding: arena.collapsedText(node, limit: 120), as: UTF8.self)
    if text.isEmpty {
      for i in node..<Int(arena.nodes[node].end) {
        let found =
          arena.attributeText(i, .alt) ?? arena.attributeText(i, .title)
          ?? arena.attributeText(i, .ariaLabel)
        if let found, !found.trimmed.isEmpty {
          text = found.trimmed
          break
        }
      }
    }
    return name(in: text)
  }

  private static let leads = [
    "by ", "brand:", "brand :", "visit the ", "marke:", "marque:", "marque :", "marca:", "von ",
    "shop all ", "see all ", "more from ", "view all ", "merk:", "manufacturer:", "sold by ",
  ]

  /// The name in a text such as "by Fender", "Brand: Fender" or "Visit the Fender Store".
  static func name(in text: String) -> String? {
    var name = text.trimmed
    for lead in leads where name.lowercased().hasPrefix(lead) {
      name = String(name.dropFirst(lead.count)).trimmed
    }
    for tail in [" Store", " products", " Products"] where text.lowercased().hasPrefix("visit") {
      if name.hasSuffix(tail) { name = String(name.dropLast(tail.count)).trimmed }
    }
    guard name.utf8.count >= 2, name.utf8.count <= 60, name.split(separator: " ").count <= 6 else {
      return nil
    }
    return name
  }
}
