internal import CTables

/// Asks of a place, by its word and the two on either side, whether the model may find anything near it.
///
/// A linear model over hashed features: few places pass in text without names, and nearly all where the larger model finds
/// something do.
struct NameScreen {
  private let tokenizer: NameTokenizer
  // SAFETY: points into the program's constant data, laid out as scripts/name_screen_train.py says.
  private let weights: UnsafePointer<Int8>
  private let least: Int32

  static let slots = 1 << 15
  /// The bytes around a place that are read.
  private static let reach = 48

  init(_ tokenizer: NameTokenizer) {
    self.tokenizer = tokenizer
    // Never nil: constant data of the program.
    let base = UnsafeRawPointer(tm_name_screen()!)
    least = base.loadUnaligned(as: Int32.self)
    weights = (base + 4).assumingMemoryBound(to: Int8.self)
  }

  /// The slots of the features of the place, as numbers below `slots`. `tokens` is storage.
  func features(
    _ text: PersonalText, _ place: NamePlace, _ masks: [PersonalFinding], isLow: Bool,
    _ tokens: inout [NameToken], _ body: (Int) -> Void
  ) {
    tokens.removeAll(keepingCapacity: true)
    let range = before(text, place.start)..<min(text.count, place.end &+ Self.reach)
    guard
      let i = tokenizer.tokenize(
        text, range, around: place.start, masks: masks, into: &tokens)
    else { return }
    func at(_ i: Int) -> NameToken { i >= 0 && i < tokens.count ? tokens[i] : .edge }
    NameWordFeatures(
      tokens[i], before: (at(i - 1), at(i - 2)), behind: (at(i + 1), at(i + 2)), isLow: isLow
    ).each { body(Int($0) & (Self.slots &- 1)) }
  }

  /// Whether the model is worth asking.
  func passes(
    _ text: PersonalText, _ place: NamePlace, _ masks: [PersonalFinding], isLow: Bool,
    _ tokens: inout [NameToken]
  ) -> Bool {
    var sum: Int32 = 0
    features(text, place, masks, isLow: isLow, &tokens) { sum &+= Int32(weights[$0]) }
    return sum >= least
  }

  /// Where two words before `i` begin.
  private func before(_ text: PersonalText, _ i: Int) -> Int {
    let low = max(0, i &- Self.reach)
    var k = i
    // The part of the word itself that stands before the place, and two words.
    for part in 0..<3 {
      if part > 0 { while k > low, PersonalText.isSpace(text.base[k &- 1]) { k &-= 1 } }
      while k > low, !PersonalText.isSpace(text.base[k &- 1]) { k &-= 1 }
    }
    while k < i, text.base[k] & 0xC0 == 0x80 { k &+= 1 }
    return k
  }
}
