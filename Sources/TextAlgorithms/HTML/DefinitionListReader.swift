/// Reads lists of definitions that are properties: short names, each with a short value.
enum DefinitionListReader {
  /// Longer values are text, not properties.
  private static let valueLimit = 300
  private static let nameLimit = 100

  /// A row for each name with its values, or nil for a list of something else.
  ///
  /// At least two names, each with a value; no blocks of text in them. Values of one name are parted by semicolons.
  static func read(
    _ arena: HTMLArena, _ list: Int, keeps: (Int) -> Bool
  ) -> HTMLTableReader.Table? {
    var table = HTMLTableReader.Table()
    table.hasHead = false
    var i = list + 1
    let end = Int(arena.nodes[list].end)
    var isNameOpen = false
    while i < end {
      let tag = arena.nodes[i].tag
      guard tag == .dt || tag == .dd else {
        if tag == .text, keeps(i) { return nil }
        guard tag == .text || tag == .div || tag.isSkipped else { return nil }
        i = tag.isSkipped ? Int(arena.nodes[i].end) : i + 1
        continue
      }
      guard !hasBlocks(arena, i), let text = HTMLTableReader.cell(arena, i, keeps) else {
        return nil
      }
      i = Int(arena.nodes[i].end)
      if tag == .dt {
        guard !isNameOpen, text.count <= nameLimit else { return nil }
        table.rows.append([text, []])
        isNameOpen = true
        continue
      }
      guard let last = table.rows.indices.last else { return nil }
      isNameOpen = false
      if !table.rows[last][1].isEmpty, !text.isEmpty { table.rows[last][1] += [0x3B, 0x20] }
      table.rows[last][1] += text
      guard table.rows[last][1].count <= valueLimit else { return nil }
    }
    table.rows.removeAll { $0[0].isEmpty && $0[1].isEmpty }
    return table.rows.count >= 2 && !isNameOpen ? table : nil
  }

  /// Whether paragraphs or lists stand in the element, more than one of them.
  private static func hasBlocks(_ arena: HTMLArena, _ node: Int) -> Bool {
    var count = 0
    for i in node + 1..<max(node + 1, Int(arena.nodes[node].end)) {
      let tag = arena.nodes[i].tag
      if tag == .ul || tag == .ol || tag == .dl || tag == .blockquote { return true }
      if tag == .p { count += 1 }
    }
    return count > 1
  }
}
