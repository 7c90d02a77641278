/// What training needs to see.
extension NameFinder {
  /// One row of what the model sees: a token, its features.
  package typealias Row = (range: Range<Int>, features: [UInt32])

  /// What the model sees of a text, stretch by stretch; words in `hidden` are taken as unknown.
  package func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, masks: [PersonalFinding], hidden: [Range<Int>]
  ) -> [[Row]] {
    guard let base = bytes.baseAddress else { return [] }
    // SAFETY: the view doesn't leave this call.
    let text = PersonalText(base: base, count: bytes.count)
    var out: [[Row]] = []
    let blocks = gate.blocks(text)
    for block in blocks.ranges {
      var tokens = tokens(text, block, masks)
      let stretches = NameTagger.stretches(tokens, isLow: blocks.isLow)
      for i in tokens.indices
      where hidden.contains(where: { $0.overlaps(tokens[i].start..<tokens[i].end) }) {
        tokens[i].hideName()
      }
      let features = NameFeatures(tokens, isLow: blocks.isLow)
      var row: [UInt32] = []
      for stretch in stretches {
        out.append(
          stretch.map { i in
            features.features(i, &row)
            return (tokens[i].start..<tokens[i].end, row)
          })
      }
    }
    return out
  }
}
