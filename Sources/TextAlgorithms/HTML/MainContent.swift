/// Finds the main content of a page and renders it as Markdown. One belongs to one worker.
package struct MainContent {
  /// A page none of whose blocks is as likely as this to be content has none, nor has one of fewer expected words.
  static let emptyLimits: (score: Float, words: Float) = (0.25, 4)
  /// How much of the expected content counts in the choice, for each of `PageKind.names`: less than 1 keeps less that is
  /// doubtful. From a cross-validation on the pages that the model is trained on, where a kind's score changes slowly
  /// with it. A page of uncertain kind has the mean by its kinds' scores.
  static let reaches: [Float] = [0.55, 1, 0.85, 0.55, 1, 0.6, 0.85]

  private var blocks = PageBlocks()
  private var rows = PageFeatures()
  private var scores: [Float] = []
  private var model = PageModel()
  private var isChosen: [Bool] = []
  private var renderer: MarkdownRenderer

  package init(_ options: MarkdownOptions = .init()) {
    renderer = MarkdownRenderer(options)
  }

  /// The main content as Markdown without a final line end; empty when the page has none.
  ///
  /// `url` is the address that the page was found under. Linear but for a sort of the blocks.
  package mutating func markdown(_ arena: HTMLArena, url: String? = nil) -> [UInt8] {
    read(arena, url: url)
    return markdown(ofRead: arena)
  }

  /// Cuts the page into blocks and guesses its kind.
  package mutating func read(_ arena: HTMLArena, url: String?) {
    blocks.read(arena)
    if !blocks.blocks.isEmpty {
      rows.begin(blocks, arena, url: Array((url ?? "").utf8.prefix(2000)))
    }
  }

  /// How much the page that was read looks like a product's, from 0 to 1; nil for a page without text.
  package var productScore: Float? { blocks.blocks.isEmpty ? nil : rows.productScore }

  /// The main content of the page that was read: scores each block by a model of its text and its place, and keeps
  /// the blocks whose expected word F1 is best.
  package mutating func markdown(ofRead arena: HTMLArena) -> [UInt8] {
    guard !blocks.blocks.isEmpty else { return [] }
    scores.removeAll(keepingCapacity: true)
    while rows.nextBatch(blocks) { model.score(rows, into: &scores) }
    guard choose() else { return [] }
    ChosenSections.keepHeadings(blocks, &isChosen)
    if rows.articleScore >= 0.5 { ChosenSections.dropPointers(blocks, rows.phrases, &isChosen) }
    ChosenSections.dropDoubles(blocks, &isChosen)
    return renderer.render(arena, root: PageBlocks.body(of: arena)) { node in
      let block = blocks.blockOfNode[node]
      return block >= 0 && isChosen[Int(block)]
    }
  }

  /// The block's words; where no blanks part them, one for every twelve bytes, four ideographs.
  private func weight(_ block: PageBlock) -> Float {
    max(Float(block.words), Float(block.textCount) / 12)
  }

  /// Keeps the best first k blocks: the k with the greatest 2 Σ p n / (Σ n + reach · Σ p n of all), n words.
  private mutating func choose() -> Bool {
    isChosen.removeAll(keepingCapacity: true)
    isChosen.append(contentsOf: repeatElement(false, count: blocks.blocks.count))
    var expected: Float = 0
    for (score, block) in zip(scores, blocks.blocks) { expected += score * weight(block) }
    guard let likeliest = scores.max(), likeliest >= MainContent.emptyLimits.score,
      expected >= MainContent.emptyLimits.words
    else { return false }
    let reach = zip(MainContent.reaches, rows.kindScores).reduce(0) { $0 + $1.0 * $1.1 }
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var (gain, size, best): (Float, Float, Float) = (0, 0, -1)
    var kept = 0
    for (k, block) in order.enumerated() {
      let n = weight(blocks.blocks[block])
      gain += scores[block] * n
      size += n
      let value = 2 * gain / (size + reach * expected)
      if value > best { (best, kept) = (value, k + 1) }
    }
    for block in order.prefix(kept) { isChosen[block] = true }
    return true
  }
}
