internal import CLanes

/// Tells where in a message a line may say "reply above this line" in any language.
///
/// Looks at the first eight bytes of every word; where it names no place there is none.
struct ReplyAboveGate: @unchecked Sendable {
  private static let bits = 1 << 12
  // SAFETY: written before the gate is shared, and never after; one lives for the whole run.
  private let heads: UnsafeMutablePointer<Bool>
  /// Bytes that begin a phrase.
  private let firsts: UnsafeMutablePointer<Bool>

  init(_ phrases: [[UInt8]]) {
    heads = .allocate(capacity: Self.bits)
    heads.initialize(repeating: false, count: Self.bits)
    firsts = .allocate(capacity: 256)
    firsts.initialize(repeating: false, count: 256)
    for phrase in phrases {
      precondition(phrase.count >= 8, "a phrase has eight bytes or more")
      firsts[Int(phrase[0])] = true
      let head = phrase[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      heads[Int((head &* 0x9E37_79B9_7F4A_7C15) >> 52)] = true
    }
  }

  /// Where phrases may begin, in order. Linear.
  func places(in text: TextView) -> [Int] {
    var places: [Int] = []
    var from = 0
    // SAFETY: the view is of `count` bytes; the buffer is as long as the function is told.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { buffer in
      while from < text.count {
        let found = tm_phrase_heads(
          firsts, heads, text.low, text.count, &from, buffer.baseAddress!, buffer.count)
        places.append(contentsOf: buffer[..<found])
      }
    }
    return places
  }
}
