/// What training needs to see.
extension NameFinder {
  /// One row of what the model sees: a token, its features.
  package typealias Row = (range: Range<Int>, features: [UInt32])
  /// A place as the screen sees it: the slots of its features, and whether people or addresses are found within
  /// two tokens.
  package typealias ScreenRow = (range: Range<Int>, slots: [Int], isFound: Bool)

  /// What the model sees of a text, stretch by stretch; words in `hidden` are taken as unknown.
  package func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, masks: [PersonalFinding], cues: [Int], hidden: [Range<Int>]
  ) -> [[Row]] {
    guard let base = bytes.baseAddress else { return [] }
    // SAFETY: the view doesn't leave this call.
    let text = PersonalText(base: base, count: bytes.count)
    var out: [[Row]] = []
    let (windows, _, isLow) = unscreened(text, masks, cues)
    for window in windows {
      var tokens = tokens(text, window.range, masks)
      let stretches = NameTagger.stretches(tokens, in: window.core, isLow: isLow)
      for i in tokens.indices
      where hidden.contains(where: { $0.overlaps(tokens[i].start..<tokens[i].end) }) {
        tokens[i].hideName()
      }
      let features = NameFeatures(tokens, cuts: window.cuts(text), isLow: isLow)
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

  /// What the screen sees of a text's places, and what the model finds there.
  package func screenRows(
    _ bytes: UnsafeBufferPointer<UInt8>, masks: [PersonalFinding], cues: [Int]
  ) -> [ScreenRow] {
    guard let base = bytes.baseAddress else { return [] }
    // SAFETY: the view doesn't leave this call.
    let text = PersonalText(base: base, count: bytes.count)
    let (windows, places, isLow) = unscreened(text, masks, cues)
    var out: [ScreenRow] = []
    for window in windows {
      let block = read(text, window, masks, isLow: isLow)
      let tokens = block.tokens
      var isFound = [Bool](repeating: false, count: tokens.count)
      for span in block.spans where span.kind == .person || span.kind == .address {
        for i in span.tokens { isFound[i] = true }
      }
      for place in places where window.core.contains(place.start) {
        guard let i = tokens.firstIndex(where: { $0.end > place.start }) else { continue }
        out.append(
          (
            place.start..<place.end, screened(text, place, masks, isLow: isLow),
            isFound[max(0, i - 2)..<min(isFound.count, i + 3)].contains(true)
          ))
      }
    }
    return out
  }
}
