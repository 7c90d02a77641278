/// Reads the cells of a table of data.
enum HTMLTableReader {
  /// A table as rows of cells, all of one width: escaped inline text.
  struct Table {
    var caption: [UInt8] = []
    var rows: [[[UInt8]]] = []
    /// The first row names the columns; a table of properties, a name and its value in each row, has no such row.
    var hasHead = true
  }

  /// The most bytes of a cell in a table of data; longer ones are page layout.
  private static let cellLimit = 2000
  private static let columnLimit = 100
  /// Longer texts aren't repeated in the rows that they span.
  private static let repeatLimit = 200

  /// The table, or nil for one that lays out a page: one column, a table in a cell, headings or code in cells, or cells
  /// with long text.
  ///
  /// Rows without kept text of their own are left out. A cell over several rows stands in each of them, one over several
  /// columns in the first; a name of columns in each of those.
  static func read(_ arena: HTMLArena, _ table: Int, keeps: (Int) -> Bool) -> Table? {
    var reader = Reader()
    var i = table + 1
    let end = Int(arena.nodes[table].end)
    while i < end {
      let node = arena.nodes[i]
      if node.tag == .table || node.tag == .pre || node.tag.headingLevel > 0 { return nil }
      if node.tag == .tr { reader.beginRow(arena.nodes[Int(node.parent)].tag == .thead) }
      if node.tag == .caption {
        guard let text = cell(arena, i, keeps) else { return nil }
        reader.table.caption = text
        i = Int(node.end)
        continue
      }
      guard node.tag == .td || node.tag == .th else {
        // Text outside cells: a table that is none.
        if node.tag == .text, keeps(i) { return nil }
        i = node.tag.isSkipped ? Int(node.end) : i + 1
        continue
      }
      guard let text = cell(arena, i, keeps) else { return nil }
      reader.add(
        text, isName: node.tag == .th, width: number(arena, i, .colspan, limit: columnLimit),
        height: number(arena, i, .rowspan, limit: 1000))
      i = Int(node.end)
    }
    return reader.finish()
  }

  /// Lays cells out.
  private struct Reader {
    var table = Table()
    private var row: [[UInt8]] = []
    private var hasOwnText = false
    private var isInHead = false
    private var isNames = true
    private var beginsWithName = false
    private var hasNames = false
    /// For each column the rows that a cell above still spans, and its text.
    private var spans: [(rows: Int, text: [UInt8])] = []

    mutating func beginRow(_ isHead: Bool) {
      finishRow()
      isInHead = isHead
      for k in spans.indices where spans[k].rows > 0 { spans[k].rows -= 1 }
    }

    private mutating func fillSpanned() {
      while row.count < spans.count, spans[row.count].rows > 0, row.count < columnLimit {
        row.append(spans[row.count].text)
      }
    }

    mutating func add(_ text: [UInt8], isName: Bool, width: Int, height: Int) {
      fillSpanned()
      if row.isEmpty { beginsWithName = isName }
      if !isName { isNames = false } else { hasNames = true }
      if !text.isEmpty { hasOwnText = true }
      let isShort = text.count <= repeatLimit
      for k in 0..<width where row.count < columnLimit {
        let column = row.count
        row.append(k == 0 || isName && isShort ? text : [])
        while spans.count <= column { spans.append((0, [])) }
        spans[column] = (height, isShort ? row[column] : [])
      }
    }

    private mutating func finishRow() {
      fillSpanned()
      if hasOwnText {
        if table.rows.isEmpty {
          table.hasHead = isInHead || isNames || !beginsWithName
          // Two columns that nothing names are names and values.
          if !isInHead, !hasNames, row.count == 2 { table.hasHead = false }
        }
        table.rows.append(row)
      }
      row = []
      (hasOwnText, isNames, beginsWithName) = (false, true, false)
    }

    mutating func finish() -> Table? {
      finishRow()
      let width = table.rows.map(\.count).max() ?? 0
      guard width >= 2 else { return nil }
      for i in table.rows.indices {
        table.rows[i] += repeatElement([], count: width - table.rows[i].count)
      }
      return table
    }
  }

  private static func number(
    _ arena: HTMLArena, _ node: Int, _ name: HTMLAttributeName, limit: Int
  ) -> Int {
    guard let text = arena.attributeText(node, name), let value = Int(text) else { return 1 }
    return max(1, min(value, limit))
  }

  /// The kept text of a cell in one line with bars escaped; nil when the cell is no cell of data.
  static func cell(_ arena: HTMLArena, _ cell: Int, _ keeps: (Int) -> Bool) -> [UInt8]? {
    var raw: [UInt8] = [0x20]
    var i = cell + 1
    while i < Int(arena.nodes[cell].end) {
      let tag = arena.nodes[i].tag
      if tag == .table || tag == .pre || tag.headingLevel > 0 { return nil }
      if tag == .text {
        if keeps(i) { raw.appendCollapsed(arena.bytes, arena.textRange(i)) }
      } else if let formula = MathText.formula(arena, i) {
        if keeps(i) { raw.appendCollapsed(arena.bytes, formula.range) }
        i = Int(arena.nodes[i].end)
        continue
      } else if tag.isSkipped || MathText.isDouble(arena, i) {
        i = Int(arena.nodes[i].end)
        continue
      } else if !tag.isInline || tag == .br, raw.last != 0x20 {
        raw.append(0x20)
      }
      if raw.count > cellLimit { return nil }
      i += 1
    }
    while raw.count > 1, raw.last == 0x20 { raw.removeLast() }
    raw.removeFirst()
    MarkdownEscaping.escape(&raw, from: 0)
    guard raw.contains(0x7C) else { return raw }
    return raw.flatMap { $0 == 0x7C ? [0x5C, 0x7C] : [$0] }
  }
}
