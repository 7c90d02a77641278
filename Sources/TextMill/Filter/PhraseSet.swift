/// Finds any of many phrases in one pass; a space of a phrase matches a space or a line feed.
struct PhraseSet: Sendable {
  let phrases: [[UInt8]]
  /// By hash of the first two bytes: where in `order` the phrases that begin so stand.
  private var starts: [UInt16]
  private var order: [Int]

  private static let buckets = 1024

  /// The phrases have two bytes at least.
  init(_ phrases: [[UInt8]]) {
    self.phrases = phrases
    let keys = phrases.map { PhraseSet.bucket($0[0], $0[1]) }
    order = phrases.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    starts = [UInt16](repeating: 0, count: PhraseSet.buckets + 1)
    for key in keys { starts[key + 1] += 1 }
    for i in 1...PhraseSet.buckets { starts[i] += starts[i - 1] }
  }

  /// The first phrase, by its place in the text, that stands at an offset `accept` takes.
  ///
  /// Time: the text's length times the few phrases that share their first two bytes.
  func first(in text: [UInt8], where accept: (_ offset: Int) -> Bool) -> [UInt8]? {
    guard text.count >= 2 else { return nil }
    for offset in 0..<(text.count - 1) {
      let key = PhraseSet.bucket(text[offset], text[offset + 1])
      for slot in Int(starts[key])..<Int(starts[key + 1]) {
        let phrase = phrases[order[slot]]
        if PhraseSet.stands(phrase, at: offset, of: text), accept(offset) { return phrase }
      }
    }
    return nil
  }

  private static func stands(_ phrase: [UInt8], at offset: Int, of text: [UInt8]) -> Bool {
    guard offset + phrase.count <= text.count else { return false }
    for i in phrase.indices {
      let byte = text[offset + i]
      if byte != phrase[i], !(byte == 0x0A && phrase[i] == 0x20) { return false }
    }
    return true
  }

  @inline(__always)
  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 37 ^ Int(second)) & (buckets - 1)
  }
}
