/// Corrections of a choice of blocks that need no model.
enum ChosenSections {
  /// The least share of a section's words that must be chosen before its heading is.
  private static let share: Float = 0.8

  /// Adds the headings, from the second level on, of sections that are kept nearly whole, so that a reader sees what
  /// they are: reviews, questions, specifications.
  static func keepHeadings(_ page: PageBlocks, _ isChosen: inout [Bool]) {
    var sums: [(words: Int32, kept: Int32)] = [(0, 0)]
    sums.reserveCapacity(page.blocks.count + 1)
    for (index, block) in page.blocks.enumerated() {
      let last = sums[index]
      sums.append((last.words + block.words, last.kept + (isChosen[index] ? block.words : 0)))
    }
    var open: [(level: Int, block: Int)] = []
    func end(_ heading: Int, at next: Int) {
      guard !isChosen[heading], heading + 1 < next, isChosen[heading + 1] else { return }
      let words = sums[next].words - sums[heading + 1].words
      let kept = sums[next].kept - sums[heading + 1].kept
      if Float(kept) > share * Float(words) { isChosen[heading] = true }
    }
    for index in page.blocks.indices {
      let level = page.headingLevel(index)
      guard level > 0 else { continue }
      while let last = open.last, last.level >= level {
        open.removeLast()
        end(last.block, at: index)
      }
      if level > 1 { open.append((level, index)) }
    }
    while let last = open.popLast() { end(last.block, at: page.blocks.count) }
  }

  /// Leaves out what in an article only leads elsewhere or speaks of it: short blocks that begin like pointers to other
  /// articles, newsletters, offers to subscribers, credits, advertisements or share buttons; and the links that follow
  /// such a pointer in its section.
  ///
  /// `phrases` has the groups of `PagePhrases` that each block begins with.
  static func dropPointers(
    _ page: PageBlocks, _ phrases: (Int) -> UInt64, _ isChosen: inout [Bool]
  ) {
    var pointer = -1
    for (index, block) in page.blocks.enumerated() {
      let isShort = block.words <= pointerLimit
      if phrases(index) & pointers != 0, isShort {
        isChosen[index] = false
        if phrases(index) & related != 0, block.words <= 12 { pointer = index }
      } else if page.headingLevel(index) > 0 {
        pointer = -1
      } else if pointer >= 0, isShort, index - pointer <= 10, 2 * block.linkWords >= block.words {
        isChosen[index] = false
      }
    }
  }

  private static let pointerLimit: Int32 = 40
  private static let related = PagePhrases.mask(["related"])
  private static let pointers = PagePhrases.mask([
    "related", "newsletter", "paywall", "credit", "ad", "share",
  ])

  /// Leaves out what a page says for readers without scripts when it says it for the others too.
  static func dropDoubles(_ page: PageBlocks, _ isChosen: inout [Bool]) {
    let spare = page.blocks.indices.filter { isChosen[$0] && page.blocks[$0].isInNoscript }
    guard !spare.isEmpty else { return }
    var said: Set<ArraySlice<UInt8>> = []
    for (index, block) in page.blocks.enumerated() where isChosen[index] && !block.isInNoscript {
      said.insert(page.text[page.textBytes(index)])
    }
    for index in spare where said.contains(page.text[page.textBytes(index)]) {
      isChosen[index] = false
    }
  }
}
