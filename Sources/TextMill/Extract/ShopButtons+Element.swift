internal import TextAlgorithms

extension ShopButtons {
  /// What the button or link of an element says by its text or labels; nil for any of other use.
  static func read(_ arena: HTMLArena, _ node: Int, _ tag: HTMLTag) -> Kind? {
    guard Int(arena.nodes[node].end) - node < 40 else { return nil }
    if tag == .input {
      let type = arena.attributeText(node, .type)?.lowercased()
      guard type == "submit" || type == "button" || type == "image" else { return nil }
      return read(arena.attributeText(node, .value) ?? arena.attributeText(node, .title) ?? "")
    }
    let text = arena.collapsedText(node, limit: 60)
    if text.isEmpty {
      let label = arena.attributeText(node, .ariaLabel) ?? arena.attributeText(node, .title) ?? ""
      return read(label, isLink: tag == .a)
    }
    guard mayBegin(text) else { return nil }
    return read(String(decoding: text, as: UTF8.self), isLink: tag == .a)
  }
}
