/// The work of packing one text.
struct ChunkPacking {
  let text: UnsafeBufferPointer<UInt8>
  let blocks: [MarkdownBlock]
  let limit: Int
  let overlap: Int
  let encoder: BytePairEncoder
  let reserve: ([Int]) -> Int

  /// What is still to be packed, the next unit last.
  private var waiting: [ChunkUnit] = []
  private var current: [ChunkUnit] = []
  /// Tokens of the current units, each encoded alone.
  private var filled = 0
  private var room = 0
  private var pieces: [ChunkPacker.Piece] = []
  /// Level and block of the headings in force where the next chunk begins.
  private var path: [(level: Int, block: Int)] = []
  private var pathEnd = 0

  init(
    text: UnsafeBufferPointer<UInt8>, blocks: [MarkdownBlock], limit: Int, overlap: Int,
    encoder: BytePairEncoder, reserve: @escaping ([Int]) -> Int
  ) {
    self.text = text
    self.blocks = blocks
    self.limit = limit
    self.overlap = overlap
    self.encoder = encoder
    self.reserve = reserve
  }

  mutating func run() -> [ChunkPacker.Piece] {
    waiting = blocks.indices.reversed().map { unit(blocks[$0].range, .block, $0) }
    while let next = waiting.popLast() {
      if current.isEmpty { room = limit - overhead(of: next) }
      if isHeading(next), !endsInHeading, filled * 2 >= limit {
        waiting.append(next)
        close()
        continue
      }
      if filled + next.tokens <= room {
        current.append(next)
        filled += next.tokens
        continue
      }
      // Half full is enough for a coarse boundary; a word boundary wants a full chunk.
      let enough = next.level <= .sentence ? room / 2 : room * 3 / 4
      if !current.isEmpty, filled >= enough || next.tokens <= room / 8 {
        waiting.append(next)
        close()
      } else if let finer = cut(next) {
        waiting.append(contentsOf: finer.reversed())
      } else if current.isEmpty {
        // A single scalar is over the limit: nothing smaller exists.
        current.append(next)
        filled += next.tokens
        close()
      } else {
        waiting.append(next)
        close()
      }
    }
    if !current.isEmpty { close() }
    return pieces
  }

  private func unit(_ range: Range<Int>, _ level: ChunkUnit.Level, _ block: Int) -> ChunkUnit {
    ChunkUnit(range: range, level: level, block: block, tokens: count(range))
  }

  private func count(_ range: Range<Int>) -> Int {
    encoder.count(UnsafeBufferPointer(rebasing: text[range]))
  }

  private func isHeading(_ unit: ChunkUnit) -> Bool {
    guard unit.level == .block, case .heading = blocks[unit.block].kind else { return false }
    return true
  }

  private var endsInHeading: Bool { current.last.map(isHeading) ?? true }

  /// The header of the table that a unit continues, when it isn't too large to repeat.
  private func header(of unit: ChunkUnit) -> Range<Int>? {
    guard case .table(let body) = blocks[unit.block].kind, unit.range.lowerBound >= body else {
      return nil
    }
    let header = blocks[unit.block].range.lowerBound..<body
    return count(header) * 2 <= limit ? header : nil
  }

  private mutating func overhead(of unit: ChunkUnit) -> Int {
    let (above, _) = headings(of: unit)
    return (header(of: unit).map(count) ?? 0) + reserve(above)
  }

  /// The headings above a place. Places come in ascending order, an overlap aside.
  private mutating func headings(at place: Int) -> [Int] {
    while pathEnd < blocks.count, blocks[pathEnd].range.lowerBound < place {
      if case .heading(let level) = blocks[pathEnd].kind {
        path.removeAll { $0.level >= level }
        path.append((level, pathEnd))
      }
      pathEnd += 1
    }
    return path.map(\.block)
  }

  /// The headings above a chunk that begins with a unit, and those that it opens with itself.
  private mutating func headings(
    of unit: ChunkUnit, before end: Int = .max
  ) -> (above: [Int], opened: [Int]) {
    _ = headings(at: unit.range.lowerBound)
    var path = path
    var opened: [Int] = []
    var block = unit.block
    while unit.level == .block, block < blocks.count, blocks[block].range.lowerBound < end,
      case .heading(let level) = blocks[block].kind
    {
      path.removeAll { $0.level >= level }
      path.append((level, block))
      opened.removeAll { !path.map(\.block).contains($0) }
      opened.append(block)
      block += 1
    }
    return (path.map(\.block).filter { !opened.contains($0) }, opened)
  }

  /// The unit's parts at the first finer level that cuts it; nil when nothing does.
  private func cut(_ unit: ChunkUnit) -> [ChunkUnit]? {
    var level = unit.level
    while let finer = level.finer {
      level = finer
      let parts: [Range<Int>]
      switch finer {
      case .block: continue
      case .line: parts = isProse(unit.block) ? [] : lines(unit)
      case .sentence: parts = isProse(unit.block) ? TextBreaks.sentences(text, unit.range) : []
      case .word: parts = TextBreaks.words(text, unit.range)
      case .cluster: parts = TextBreaks.clusters(text, unit.range)
      case .scalar: parts = TextBreaks.scalars(text, unit.range)
      }
      if parts.count > 1 { return parts.map { self.unit($0, finer, unit.block) } }
    }
    return nil
  }

  /// Lines of code, or rows of a table with its header and rule as one.
  private func lines(_ unit: ChunkUnit) -> [Range<Int>] {
    guard case .table(let body) = blocks[unit.block].kind, body < unit.range.upperBound,
      body > unit.range.lowerBound
    else { return TextBreaks.lines(text, unit.range) }
    // The header stays with the first row.
    var rows = TextBreaks.lines(text, body..<unit.range.upperBound)
    rows[0] = unit.range.lowerBound..<rows[0].upperBound
    return rows
  }

  private func isProse(_ block: Int) -> Bool {
    switch blocks[block].kind {
    case .paragraph, .listItem, .heading: true
    case .table, .code: false
    }
  }

  /// Makes a chunk of the current units, as many as fit by the exact count; the rest waits again.
  private mutating func close() {
    // A heading belongs to what follows it.
    var back: [ChunkUnit] = []
    while current.count > 1, let last = current.last, isHeading(last), !waiting.isEmpty {
      back.append(current.removeLast())
    }
    let prefix = header(of: current[0])
    let end = current[current.count - 1].range.upperBound
    let (above, opened) = headings(of: current[0], before: end)
    let reserved = reserve(above)
    var tokens = exact(prefix) + reserved
    while tokens > limit, current.count > 1 {
      back.append(current.removeLast())
      tokens = exact(prefix) + reserved
    }
    let range = trimmedCurrent
    if range.isEmpty || range.upperBound <= pieces.last?.range.upperBound ?? 0 {
      // White space, or nothing but the overlap: the next chunk begins without one.
      waiting.append(contentsOf: back)
      current = []
      filled = 0
      return
    }
    if tokens > limit, let finer = cut(current[0]) {
      // Alone it fitted, beside its prefix it doesn't.
      waiting.append(contentsOf: back)
      waiting.append(contentsOf: finer.reversed())
      current = []
      filled = 0
      return
    }
    pieces.append(
      ChunkPacker.Piece(range: range, prefix: prefix, tokens: tokens, above: above, opened: opened))
    waiting.append(contentsOf: back)
    repeatTail()
  }

  /// Begins the next chunk with the last units of this one, up to the overlap.
  private mutating func repeatTail() {
    var tail: [ChunkUnit] = []
    var tokens = 0
    if overlap > 0, !waiting.isEmpty {
      for unit in current.dropFirst().reversed() {
        if tokens + unit.tokens > overlap || isHeading(unit) { break }
        tail.append(unit)
        tokens += unit.tokens
      }
    }
    current = tail.reversed()
    filled = tokens
    if let first = current.first { room = limit - overhead(of: first) }
  }

  /// Tokens of the prefix and the current units as they will be written.
  private func exact(_ prefix: Range<Int>?) -> Int {
    let range = trimmedCurrent
    guard let prefix else { return count(range) }
    var joined = Array(text[prefix])
    joined.append(contentsOf: text[range])
    return joined.withUnsafeBufferPointer { encoder.count($0) }
  }

  /// The place of the current units without white space at both ends.
  private var trimmedCurrent: Range<Int> {
    trimmed(current[0].range.lowerBound..<current[current.count - 1].range.upperBound)
  }

  /// Without white space at both ends; indentation of the first line stays.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, ASCIISpace.contains(text[end - 1]) { end -= 1 }
    while start < end, ASCIISpace.contains(text[start]) { start += 1 }
    while start > range.lowerBound, text[start - 1] == 0x20 || text[start - 1] == 0x09 {
      start -= 1
    }
    return start..<end
  }
}
