internal import Glibc

/// Where each block stands in reading order: position, the last heading, neighbours, windows.
///
/// `append` is called for the blocks in order.
struct BlockSequence {
  private var wordSums: [Int32] = [0]
  private var linkSums: [Int32] = [0]
  private var markSums: [Int32] = [0]
  private var before: Int32 = 0
  private var lastHeading = -1

  /// For each group of phrases the last short block that began with one, in this section.
  private var lastPhrase = [Int](repeating: -1000, count: PagePhrases.groups.count)

  mutating func read(_ page: PageBlocks) {
    wordSums.removeAll(keepingCapacity: true)
    linkSums.removeAll(keepingCapacity: true)
    markSums.removeAll(keepingCapacity: true)
    var (words, links, marks): (Int32, Int32, Int32) = (0, 0, 0)
    for block in page.blocks {
      wordSums.append(words)
      linkSums.append(links)
      markSums.append(marks)
      words += block.words
      links += block.linkWords
      marks += block.punctuation
    }
    wordSums.append(words)
    linkSums.append(links)
    markSums.append(marks)
    (before, lastHeading) = (0, -1)
    for group in lastPhrase.indices { lastPhrase[group] = -1000 }
  }

  mutating func append(
    _ index: Int, _ page: PageBlocks, _ texts: BlockTexts, _ tree: BlockTree,
    to row: inout [Float]
  ) {
    let block = page.blocks[index]
    let total = max(1, wordSums[wordSums.count - 1])
    row.append(Float(index) / Float(page.blocks.count))
    row.append(share(before, total))
    row.append(share(total - before - block.words, total))
    row.append(texts.firstHeading >= 0 ? Float(index - texts.firstHeading) : -1000)
    row.append(texts.firstHeading >= 0 && index > texts.firstHeading ? 1 : 0)
    if lastHeading >= 0 {
      let heading = page.blocks[lastHeading]
      row.append(Float(index - lastHeading))
      row.append(Float(tree.headingLevels[lastHeading]))
      row.append(share(heading.linkWords, heading.words))
      row.append(Float(heading.words))
    } else {
      row.append(contentsOf: [99, 0, -1, 0])
    }
    row.append(tree.isInMain[Int(block.node)] ? 1 : 0)
    texts.appendGroups(lastHeading >= 0 ? texts.facts[lastHeading].groups : 0, to: &row)
    appendPhrases(index, block, texts.facts[index].phrases, tree, to: &row)
    for distance in [-2, -1, 1, 2] {
      appendNeighbour(index + distance, of: index, page, tree, to: &row)
    }
    for radius in [3, 8, 20] {
      let low = max(0, index - radius)
      let high = min(page.blocks.count, index + radius + 1)
      let words = wordSums[high] - wordSums[low]
      row.append(log1pf(Float(words) / Float(high - low)))
      row.append(share(linkSums[high] - linkSums[low], words))
      row.append(share(markSums[high] - markSums[low], words))
    }
    before += block.words
    if tree.headingLevels[index] > 0 { lastHeading = index }
  }

  /// How many blocks ago a short one began with a phrase of each group; a heading without one ends the section.
  private mutating func appendPhrases(
    _ index: Int, _ block: PageBlock, _ phrases: UInt64, _ tree: BlockTree, to row: inout [Float]
  ) {
    if phrases == 0, tree.headingLevels[index] > 0 {
      for group in lastPhrase.indices { lastPhrase[group] = -1000 }
    }
    for group in lastPhrase.indices {
      if block.words <= 12, phrases >> UInt64(group) & 1 == 1 { lastPhrase[group] = index }
      row.append(Float(min(30, index - lastPhrase[group])))
    }
  }

  private func appendNeighbour(
    _ other: Int, of index: Int, _ page: PageBlocks, _ tree: BlockTree, to row: inout [Float]
  ) {
    guard page.blocks.indices.contains(other) else {
      row.append(contentsOf: repeatElement(-1, count: 7))
      return
    }
    let block = page.blocks[other]
    let own = page.nodes[Int(page.blocks[index].node)].parent
    row.append(logCount(block.words))
    row.append(share(block.linkWords, block.words))
    row.append(share(block.punctuation, block.words))
    row.append(Float(block.tag.rawValue))
    row.append(Float(tree.headingLevels[other]))
    row.append(tree.signatures[other] == tree.signatures[index] ? 1 : 0)
    row.append(page.nodes[Int(block.node)].parent == own ? 1 : 0)
  }
}
