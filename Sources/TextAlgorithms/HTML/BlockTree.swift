internal import Glibc

/// Where each block stands in the tree: its ancestors' sums, like siblings, distances to landmarks.
struct BlockTree {
  /// The farthest distance that counts.
  private static let cap: UInt8 = 30
  private static let columns = PageVocabulary.classGroupCount + PageVocabulary.landmarks.count

  struct Signature {
    var count: Int32 = 0
    var links: Int32 = 0
    var words: Int32 = 0
  }

  private(set) var headingLevels: [Int] = []
  /// Hash of the tag and classes of a block's element and two above it.
  private(set) var signatures: [UInt64] = []
  private var groups: [UInt64: Signature] = [:]
  /// For each element the distance to the nearest ancestor of each keyword group and landmark.
  private var distances: [UInt8] = []
  private var hidden: [UInt8] = []
  private var itemProperty: [Bool] = []
  private(set) var isInMain: [Bool] = []
  /// Bit 0: a price within, bit 1: a date, bit 2: a subheading.
  private var contents: [UInt8] = []
  private var headingPath: [Int32: Int32] = [:]
  private var richPath: [Int32: Int32] = [:]
  private var total: Int32 = 1

  mutating func read(_ page: PageBlocks, _ texts: BlockTexts) {
    let count = page.nodes.count
    signatures.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    headingPath.removeAll(keepingCapacity: true)
    distances = [UInt8](repeating: BlockTree.cap, count: count * BlockTree.columns)
    hidden = [UInt8](repeating: 0, count: count)
    itemProperty = [Bool](repeating: false, count: count)
    isInMain = [Bool](repeating: false, count: count)
    contents = [UInt8](repeating: 0, count: count)
    total = max(1, page.nodes[0].words)
    inherit(page)
    sign(page)
    readContents(page, texts)
    headingLevels = page.blocks.indices.map { page.headingLevel($0) }
    if texts.firstHeading >= 0 {
      headingPath = BlockTree.path(page.blocks[texts.firstHeading].node, page)
    }
    richPath = BlockTree.path(BlockTree.richest(page), page)
  }

  private mutating func inherit(_ page: PageBlocks) {
    let columns = BlockTree.columns
    distances.withUnsafeMutableBufferPointer { table in
      // SAFETY: rows are `columns` wide, one for each node; a parent stands before its children.
      for (i, node) in page.nodes.enumerated() {
        let row = i * columns
        if node.parent >= 0 {
          let up = Int(node.parent) * columns
          for k in 0..<columns { table[row &+ k] = min(BlockTree.cap, table[up &+ k] &+ 1) }
        }
        var groups = node.groups
        while groups != 0 {
          table[row + groups.trailingZeroBitCount] = 0
          groups &= groups &- 1
        }
        if node.landmark >= 0 {
          table[row + PageVocabulary.classGroupCount + Int(node.landmark)] = 0
        }
      }
    }
    for (i, node) in page.nodes.enumerated() {
      let up = Int(node.parent)
      hidden[i] = max(node.hidden, up >= 0 ? hidden[up] : 0)
      itemProperty[i] = node.hasItemProperty || up >= 0 && itemProperty[up]
      isInMain[i] = node.isMain || up >= 0 && isInMain[up]
    }
  }

  private mutating func sign(_ page: PageBlocks) {
    for block in page.blocks {
      var hash: UInt64 = 0
      var node = block.node
      for _ in 0..<3 where node >= 0 {
        hash = (hash ^ page.nodes[Int(node)].signature) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        node = page.nodes[Int(node)].parent
      }
      signatures.append(hash)
      var group = groups[hash] ?? .init()
      group.count += 1
      group.links += block.linkWords
      group.words += block.words
      groups[hash] = group
    }
  }

  private mutating func readContents(_ page: PageBlocks, _ texts: BlockTexts) {
    for (index, block) in page.blocks.enumerated() {
      let fact = texts.facts[index]
      contents[Int(block.node)] |= (fact.hasPrice ? 1 : 0) | (fact.hasDate ? 2 : 0)
    }
    for i in stride(from: page.nodes.count - 1, to: 0, by: -1) {
      let level = page.nodes[i].tag.headingLevel
      contents[Int(page.nodes[i].parent)] |= contents[i] | (level > 1 && level < 6 ? 4 : 0)
    }
  }

  /// The container with the most plain words in its own blocks and its children's.
  private static func richest(_ page: PageBlocks) -> Int32 {
    var plain = [Int32](repeating: 0, count: page.nodes.count)
    for block in page.blocks where block.words > 8 {
      let words = block.words - block.linkWords
      plain[Int(block.node)] += words
      let parent = page.nodes[Int(block.node)].parent
      if parent >= 0 { plain[Int(parent)] += words }
    }
    var best = 0
    for i in plain.indices where plain[i] > plain[best] { best = i }
    return Int32(best)
  }

  /// The elements from `node` up to the root, each with its number of steps.
  private static func path(_ node: Int32, _ page: PageBlocks) -> [Int32: Int32] {
    var steps: [Int32: Int32] = [:]
    var node = node
    while node >= 0 {
      steps[node] = Int32(steps.count)
      node = page.nodes[Int(node)].parent
    }
    return steps
  }

  /// Appends the block's columns of the tree.
  func append(_ index: Int, _ page: PageBlocks, to row: inout [Float]) {
    let block = page.blocks[index]
    let own = Int(block.node)
    row.append(Float(page.nodes[own].depth))
    row.append(Float(hidden[own]))
    row.append(itemProperty[own] ? 1 : 0)
    row.append(Float(page.nodes[own].position))
    appendAncestors(own, page, to: &row)
    appendMeeting(own, headingPath, page, withLinks: true, to: &row)
    appendMeeting(own, richPath, page, withLinks: false, to: &row)
    appendUnit(own, page, to: &row)
    let group = groups[signatures[index]] ?? .init()
    row.append(logCount(group.count))
    row.append(logCount(group.words))
    row.append(share(group.links, group.words))
    row.append(share(group.words, group.count))
    let start = own * BlockTree.columns
    for k in start..<start + BlockTree.columns { row.append(Float(distances[k])) }
  }

  private func appendAncestors(_ own: Int, _ page: PageBlocks, to row: inout [Float]) {
    var node = own
    var step = 0
    for wanted in [1, 2, 3, 4, 6, 8] {
      while step < wanted, page.nodes[node].parent >= 0 {
        node = Int(page.nodes[node].parent)
        step += 1
      }
      let up = page.nodes[node]
      row.append(share(up.words, total))
      row.append(share(up.links, up.words))
      row.append(log1pfShare(up.words, up.blocks))
      row.append(logCount(up.same))
      row.append(share(up.paragraphWords, up.words))
      row.append(share(up.punctuation, up.words))
    }
  }

  /// Where the way up meets another path: steps on both sides, and how much of the page stands there.
  private func appendMeeting(
    _ own: Int, _ path: [Int32: Int32], _ page: PageBlocks, withLinks: Bool, to row: inout [Float]
  ) {
    var node = Int32(own)
    var steps: Float = 0
    while node >= 0 {
      if let other = path[node] {
        let up = page.nodes[Int(node)]
        row.append(Float(other))
        row.append(steps)
        row.append(share(up.words, total))
        if withLinks { row.append(share(up.links, up.words)) }
        return
      }
      node = page.nodes[Int(node)].parent
      steps += 1
    }
    row.append(contentsOf: repeatElement(-1, count: withLinks ? 4 : 3))
  }

  /// The ancestor with the most like siblings: the tile, row or post that the block belongs to.
  private func appendUnit(_ own: Int, _ page: PageBlocks, to row: inout [Float]) {
    var best: Int32 = 0
    var (level, unit) = (-1, own)
    var node = Int32(own)
    for step in 0..<10 where node >= 0 {
      let up = page.nodes[Int(node)]
      if up.same > best, up.tag != .p { (best, level, unit) = (up.same, step, Int(node)) }
      node = up.parent
    }
    let found = page.nodes[unit]
    row.append(Float(found.position))
    row.append(contents[unit] & 1 != 0 ? 1 : 0)
    row.append(contents[unit] & 2 != 0 ? 1 : 0)
    row.append(contents[unit] & 4 != 0 ? 1 : 0)
    row.append(share(found.punctuation, found.words))
    row.append(logCount(best))
    row.append(Float(level))
    row.append(logCount(level >= 0 ? found.words : 0))
    row.append(level >= 0 ? share(found.links, found.words) : 0)
  }

  private func log1pfShare(_ words: Int32, _ blocks: Int32) -> Float {
    log1pf(share(words, blocks))
  }
}
