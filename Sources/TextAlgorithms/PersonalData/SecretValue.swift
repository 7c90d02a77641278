internal import Glibc

/// Tests of a value that may be a secret: entropy, placeholders, samples, words.
enum SecretValue {
  /// Shannon entropy of the bytes in `range`, in bits a byte.
  static func entropy(_ text: PersonalText, _ range: Range<Int>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for i in range { counts[Int(text[i])] += 1 }
    let n = Double(range.count)
    var sum = 0.0
    for count in counts where count > 0 {
      let p = Double(count) / n
      sum -= p * log2(p)
    }
    return sum
  }

  /// True for what stands in for a secret in examples and masks.
  static func isPlaceholder(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var run = 0
    var last: UInt8 = 0
    var opened = false
    for i in range {
      let b = text[i]
      run = b == last ? run + 1 : 1
      last = b
      switch b {
      case 0x78, 0x58, 0x23: if run >= 5 { return true }
      case 0x2A: if run >= 3 { return true }
      case 0x2E: if run >= 3 { return true }
      case 0x30: if run >= 9 { return true }
      case 0x3C: opened = true
      case 0x3E: if opened, text[i &- 1] != 0x3C { return true }
      case 0x7B: if run >= 2 || text[i &- 1] == 0x24 && i > range.lowerBound { return true }
      default: break
      }
      if run >= 8, PersonalText.isAlphanumeric(b) || b == 0x5F { return true }
    }
    for i in range {
      let left = range.upperBound - i
      switch text[i] {
      case 0x65 where left >= 7 && text.has("example", at: i): return true
      case 0x45 where left == 7 && text.has("EXAMPLE", at: i): return true
      case 0x79 where left >= 5 && (text.has("your_", at: i) || text.has("your-", at: i)):
        return true
      case 0x59 where left >= 4 && text.has("YOUR", at: i): return true
      case 0x72 where left >= 8 && text.has("redacted", at: i): return true
      case 0x52 where left >= 8 && text.has("REDACTED", at: i): return true
      case 0x70 where left >= 11 && text.has("placeholder", at: i): return true
      case 0x63 where left >= 8 && text.has("changeme", at: i): return true
      case 0x61 where left >= 10 && text.has("abcdefghij", at: i): return true
      case 0x48 where left >= 4 && text.has("HERE", at: i): return true
      default: break
      }
    }
    return false
  }

  /// True for a published sample value, by its CRC-32.
  static func isSample(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var crc: UInt32 = .max
    for i in range {
      crc ^= UInt32(text[i])
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return SecretShapeTable.samples.contains(~crc)
  }

  /// True for identifiers made of words: long runs of lower case letters with vowels.
  static func isWordLike(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var good = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let first = i
      if PersonalText.isUpper(text[i]) { i &+= 1 }
      let lower = i
      var hasVowel = false
      while i < range.upperBound, text[i] &- 0x61 < 26 {
        if [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(text[i]) { hasVowel = true }
        i &+= 1
      }
      if i > lower {
        if i &- first >= 4, hasVowel { good += i &- first }
      } else if i == first {
        i &+= 1
      }
    }
    return Double(good) > 0.6 * Double(range.count)
  }

  /// True when a digit stands in `range`.
  static func hasDigit(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    for i in range where text.isDigit(i) { return true }
    return false
  }

  private static let stops: [StaticString] = [
    "true", "false", "null", "none", "nil", "undefined", "string", "byte", "bytes", "required",
    "optional",
    "default", "process.env", "os.environ", "getenv", "secret.", "secrets.", "var.", "vars.",
    "env.", "self.", "this.", "config.", "settings.", "function", "return", "import", "class",
    "public", "private", "static", "http:", "https:", "/", ".", "-", "=", "incorrect", "wrong",
    "expired", "reset", "changed", "invalid", "protected", "not", "missing", "correct", "working",
    "too", "being", "saved", "stored", "the", "my", "a", "an", "is", "for", "and", "or", "to",
    "in", "on", "it", "at", "[", "(", "<",
  ]

  /// True when a value begins with a word of prose or code rather than as a secret does.
  static func isStopped(_ text: PersonalText, at start: Int) -> Bool {
    for stop in stops where text.matches(stop, at: start) {
      let end = start &+ stop.utf8CodeUnitCount
      // A word must end there; "a" doesn't stop all that begins with it.
      if !PersonalText.isLetter(text[end &- 1]) || !text.isWord(at: end) { return true }
    }
    return false
  }
}
