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

  init(_ page: PageBlocks, _ texts: BlockTexts, _ tree: BlockTree) {
    for block in page.blocks {
      wordSums.append(wordSums[wordSums.count - 1] + block.words)
      linkSums.append(linkSums[linkSums.count - 1] + block.linkWords)
      markSums.append(markSums[markSums.count - 1] + block.punctuation)
    }
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
