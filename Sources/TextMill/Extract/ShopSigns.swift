internal import TextAlgorithms

/// Looks for what every page has that sells a product without saying so in its markup: a button that sells, or
/// a number labelled as a product's.
enum ShopSigns {
  /// One pass that ends at the first sign; parts of the page that are left out elsewhere are left out here.
  static func stand(in arena: HTMLArena) -> Bool {
    var i = 0
    var text: [UInt8] = []
    while i < arena.nodes.count {
      let tag = arena.nodes[i].tag
      if tag == .text {
        if isNumberLabel(arena, i, &text) { return true }
      } else if tag.isSkipped || tag == .title {
        i = Int(arena.nodes[i].end)
        continue
      } else if tag == .button || tag == .a || tag == .input,
        ShopButtons.read(arena, i, tag) != nil
      {
        return true
      }
      i += 1
    }
    return false
  }

  private static func isNumberLabel(_ arena: HTMLArena, _ node: Int, _ text: inout [UInt8]) -> Bool
  {
    let range = arena.textRange(node)
    guard range.count < 4000 else { return false }
    text.removeAll(keepingCapacity: true)
    text.appendTrimmed(arena.bytes, range, limit: 200)
    guard !text.isEmpty, text.count <= 160, ProductLabels.mayBegin(text[...]) else { return false }
    return ProductLabels.read(String(decoding: text, as: UTF8.self))?.kind == .sku
  }
}
