/// Reads the cells of a table of data.
enum HTMLTableReader {
  /// The most bytes of a cell in a table of data; longer ones are page layout.
  private static let cellLimit = 2000
  private static let columnLimit = 100

  /// Rows of cells as escaped inline text, or nil for a table that lays out a page: one column, a table
  /// in a cell, headings or code in cells, or cells with long text.
  ///
  /// Rows without kept text are left out; an element over several columns is followed by empty cells.
  static func rows(of arena: HTMLArena, _ table: Int, keeps: (Int) -> Bool) -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var spans: [Int] = []
    var i = table + 1
    let end = Int(arena.nodes[table].end)
    var widest = 0
    func finishRow() {
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      widest = max(widest, row.count)
      row = []
    }
    while i < end {
      let node = arena.nodes[i]
      if node.tag == .table || node.tag == .pre || node.tag.headingLevel > 0 { return nil }
      if node.tag == .tr {
        finishRow()
        for k in spans.indices where spans[k] > 0 { spans[k] -= 1 }
      }
      guard node.tag == .td || node.tag == .th else {
        if node.tag == .text, keeps(i) {
          // Text outside cells: a caption, or a table that is none.
          if !isInCaption(arena, i) { return nil }
        }
        i += 1
        continue
      }
      guard let text = cell(arena, i, keeps) else { return nil }
      while row.count < spans.count, spans[row.count] > 0 { row.append([]) }
      let width = number(arena, i, .colspan, limit: columnLimit)
      let height = number(arena, i, .rowspan, limit: 1000)
      for k in 0..<width where row.count < columnLimit {
        let column = row.count
        row.append(k == 0 ? text : [])
        while spans.count <= column { spans.append(0) }
        spans[column] = height
      }
      i = Int(node.end)
    }
    finishRow()
    return widest >= 2 ? rows : nil
  }

  private static func isInCaption(_ arena: HTMLArena, _ node: Int) -> Bool {
    arena.nodes[Int(arena.nodes[node].parent)].tag == .caption
  }

  private static func number(
    _ arena: HTMLArena, _ node: Int, _ name: HTMLAttributeName, limit: Int
  ) -> Int {
    guard let text = arena.attributeText(node, name), let value = Int(text) else { return 1 }
    return max(1, min(value, limit))
  }

  /// The kept text of a cell in one line with bars escaped; nil when the cell is no cell of data.
  private static func cell(_ arena: HTMLArena, _ cell: Int, _ keeps: (Int) -> Bool) -> [UInt8]? {
    var raw: [UInt8] = [0x20]
    for i in cell + 1..<max(cell + 1, Int(arena.nodes[cell].end)) {
      let tag = arena.nodes[i].tag
      if tag == .table || tag == .pre || tag.headingLevel > 0 { return nil }
      if tag == .text {
        if keeps(i) { raw.appendCollapsed(arena.bytes, arena.textRange(i)) }
      } else if !tag.isInline || tag == .br, raw.last != 0x20 {
        raw.append(0x20)
      }
      if raw.count > cellLimit { return nil }
    }
    while raw.count > 1, raw.last == 0x20 { raw.removeLast() }
    raw.removeFirst()
    MarkdownEscaping.escape(&raw, from: 0)
    guard raw.contains(0x7C) else { return raw }
    return raw.flatMap { $0 == 0x7C ? [0x5C, 0x7C] : [$0] }
  }
}
