/// Reads the text of a `.tiktoken` file into the bytes and ranks of its tokens.
struct VocabularyParser {
  /// A token: its rank and where its bytes are.
  struct Token {
    var rank: UInt32
    var start: UInt32
    var length: UInt32
  }

  /// Ranks stay below this, so that tables by rank stay small.
  static let rankLimit: UInt32 = 1 << 24

  private let text: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [Token] = []
  /// The tokens' bytes, one after the other.
  private(set) var bytes: [UInt8] = []
  private(set) var longest = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func parse() throws(VocabularyError) {
    guard let base = text.baseAddress, !text.isEmpty else { throw VocabularyError("it is empty") }
    guard text.count < 1 << 31 else { throw VocabularyError("it is larger than 2 GB") }
    tokens.reserveCapacity(text.count / 16)
    // Four digits make three bytes: what is written never exceeds what is read.
    bytes = Array(repeating: 0, count: text.count)
    var problem: VocabularyError?
    var written = 0
    bytes.withUnsafeMutableBufferPointer { out in
      Base64.values.withUnsafeBufferPointer { values in
        do throws(VocabularyError) {
          written = try VocabularyParser.read(
            base, text.count, values.baseAddress!, out.baseAddress!, &tokens, &longest)
        } catch { problem = error }
      }
    }
    if let problem { throw problem }
    bytes.removeSubrange(written...)
    if tokens.isEmpty { throw VocabularyError("it has no tokens") }
  }

  // SAFETY: `i < count` before every read; `out` has room for `count` bytes.
  private static func read(
    _ p: UnsafePointer<UInt8>, _ count: Int, _ values: UnsafePointer<UInt8>,
    _ out: UnsafeMutablePointer<UInt8>, _ tokens: inout [Token], _ longest: inout Int
  ) throws(VocabularyError) -> Int {
    var i = 0
    var o = 0
    var line = 0
    while i < count {
      line &+= 1
      if p[i] == 0x0A || (p[i] == 0x0D && i &+ 1 < count && p[i &+ 1] == 0x0A) {
        i &+= p[i] == 0x0A ? 1 : 2
        continue
      }
      let start = o
      let first = i
      var group: UInt32 = 0
      while i < count {
        let value = values[Int(p[i])]
        if value == 255 { break }
        group = group << 6 | UInt32(value)
        i &+= 1
        if (i &- first) & 3 == 0 {
          out[o] = UInt8(truncatingIfNeeded: group >> 16)
          out[o &+ 1] = UInt8(truncatingIfNeeded: group >> 8)
          out[o &+ 2] = UInt8(truncatingIfNeeded: group)
          o &+= 3
        }
      }
      let rest = (i &- first) & 3
      var padding = 0
      while i < count, p[i] == 0x3D {
        padding &+= 1
        i &+= 1
      }
      guard i > first, rest != 1, padding == (4 &- rest) & 3 else {
        throw VocabularyError("the token is no base64", line: line)
      }
      if rest >= 2 {
        // The bits past the last whole byte have to be zero, or one token had many spellings.
        guard group & (rest == 2 ? 0xF : 0x3) == 0 else {
          throw VocabularyError("the token is no base64", line: line)
        }
        if rest == 3 {
          out[o] = UInt8(truncatingIfNeeded: group >> 10)
          o &+= 1
          out[o] = UInt8(truncatingIfNeeded: group >> 2)
        } else {
          out[o] = UInt8(truncatingIfNeeded: group >> 4)
        }
        o &+= 1
      }
      guard i < count, p[i] == 0x20 else {
        throw VocabularyError("a space and a rank were expected after the token", line: line)
      }
      i &+= 1
      var rank: UInt32 = 0
      let digits = i
      while i < count, p[i] &- 0x30 < 10, rank < rankLimit {
        rank = rank &* 10 &+ UInt32(p[i] &- 0x30)
        i &+= 1
      }
      guard i > digits, rank < rankLimit else {
        throw VocabularyError("the rank is no number below \(rankLimit)", line: line)
      }
      if i < count, p[i] == 0x0D { i &+= 1 }
      guard i == count || p[i] == 0x0A else {
        throw VocabularyError("text after the rank", line: line)
      }
      i &+= 1
      let length = o &- start
      longest = max(longest, length)
      tokens.append(
        Token(
          rank: rank, start: UInt32(truncatingIfNeeded: start),
          length: UInt32(truncatingIfNeeded: length)))
    }
    return o
  }

  /// The 1-based line of a token, for a message; blank lines count. Linear.
  func line(ofToken index: Int) -> Int {
    var seen = -1
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if !line.isEmpty, !line.elementsEqual([0x0D]) { seen += 1 }
      if seen == index { return number + 1 }
    }
    return 0
  }
}
