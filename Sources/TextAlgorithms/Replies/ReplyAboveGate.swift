/// Tells of a whole message that no line in it says "reply above this line" in any language.
///
/// Looks at the first four bytes of every word; what it denies isn't there.
struct ReplyAboveGate: @unchecked Sendable {
  private static let bits = 1 << 12
  // SAFETY: written before the gate is shared, and never after; one lives for the whole run.
  private let heads: UnsafeMutablePointer<Bool>
  /// Bytes that begin a phrase and bytes that are part of a word whatever follows.
  private let kinds: UnsafeMutablePointer<UInt8>
  private static let first: UInt8 = 1
  private static let word: UInt8 = 2
  private static let anywhere: UInt8 = 4

  init(_ phrases: [[UInt8]]) {
    heads = .allocate(capacity: Self.bits)
    heads.initialize(repeating: false, count: Self.bits)
    kinds = .allocate(capacity: 256)
    for byte in 0..<256 {
      (kinds + byte).initialize(to: isWordByte(UInt8(byte)) && byte < 0x80 ? Self.word : 0)
    }
    for phrase in phrases {
      precondition(phrase.count >= 4, "a phrase has four bytes or more")
      kinds[Int(phrase[0])] |= Self.first | (phrase[0] >= 0xE3 ? Self.anywhere : 0)
      let head = phrase[..<4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      heads[Self.place(head)] = true
    }
  }

  @inline(__always) private static func place(_ head: UInt32) -> Int {
    Int((head &* 0x9E37_79B1) >> 20)
  }

  /// May a phrase stand somewhere in the text? Linear.
  func mayHold(_ text: TextView) -> Bool {
    var before: UInt8 = 0
    var i = 0
    let end = text.count - 3
    while i < end {
      if i &+ 8 <= text.count {
        let run = LetterRun(text.eightBytes(at: i))
        if run.isPlain {
          var starts = run.letters & (run.blanks << 8 | (before & Self.word == 0 ? 0x80 : 0))
          while starts != 0 {
            let start = i &+ starts.trailingZeroBitCount >> 3
            starts &= starts &- 1
            if start < end, mayBegin(text, start) { return true }
          }
          before = kinds[Int(text[i &+ 7])]
          i &+= 8
          continue
        }
      }
      let kind = kinds[Int(text[i])]
      if before & Self.word == 0 || kind & Self.anywhere != 0, mayBegin(text, i) { return true }
      before = kind
      i &+= 1
    }
    return false
  }

  // SAFETY: every caller keeps i + 4 ≤ count.
  @inline(__always) private func mayBegin(_ text: TextView, _ i: Int) -> Bool {
    guard kinds[Int(text[i])] & Self.first != 0 else { return false }
    let head = UnsafeRawPointer(text.low + i).loadUnaligned(as: UInt32.self)
    return heads[Self.place(UInt32(littleEndian: head))]
  }
}
