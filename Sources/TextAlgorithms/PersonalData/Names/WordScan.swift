/// A word as it is read: its letters in lower case, their case, the hashes of its parts.
struct WordScan {
  private var hash = NameTable.seed
  /// The hash of the part since the last hyphen.
  private var part = NameTable.seed
  /// Whether there was a hyphen; until then the part is the whole.
  private var isJoined = false
  private var letters = 0
  private var capitals = 0
  private var beginsCapital = false
  /// The capitals in the part since the last joint, its first letter apart.
  private var inner = 0
  private var endsInS = false
  private var isPartStart = true
  private var low = LowBytes()
  var hasDigit = false
  /// The hash of what stands before the last apostrophe, and how many letters follow it.
  private var stem: UInt64?
  private var tail = 0
  private var parts: [UInt64] = []

  /// Adds an ASCII letter.
  @inline(__always) mutating func add(_ b: UInt8) {
    count(isUpper: PersonalText.isUpper(b))
    endsInS = b == 0x73
    put(PersonalText.lower(b))
  }

  /// Adds the scalar at `i`, which takes `width` bytes.
  mutating func add(_ text: PersonalText, at i: Int, width: Int) {
    guard width == 2 else {
      count(isUpper: false)
      for k in 0..<width { put(text[i &+ k]) }
      return
    }
    let scalar = UInt32(text[i] & 0x1F) << 6 | UInt32(text[i &+ 1] & 0x3F)
    let folded = CaseFold.lower(scalar)
    if !(0x300..<0x370 ~= scalar) { count(isUpper: folded != scalar) }
    put(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
    put(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
  }

  @inline(__always) private mutating func count(isUpper: Bool) {
    if isUpper {
      capitals += 1
      if letters == 0 { beginsCapital = true } else if !isPartStart { inner += 1 }
    }
    letters += 1
    tail += 1
    isPartStart = false
  }

  @inline(__always) private mutating func put(_ b: UInt8) {
    hash = NameTable.add(b, to: hash)
    if isJoined { part = NameTable.add(b, to: part) }
    low.append(b)
  }

  /// Adds a hyphen or an apostrophe.
  mutating func join(_ b: UInt8) {
    if b == 0x2D {
      parts.append(isJoined ? part : hash)
      part = NameTable.seed
      isJoined = true
    } else {
      stem = hash
      part = NameTable.add(b, to: part)
    }
    tail = 0
    hash = NameTable.add(b, to: hash)
    low.append(b)
    isPartStart = true
  }

  private var shape: NameToken.Shape {
    hasDigit
      ? .mixed
      : NameToken.Shape(
        letters: letters, capitals: capitals, beginsCapital: beginsCapital, inner: inner,
        endsInS: endsInS)
  }

  /// 1 when a word that nothing is known of ends in a plain word of four letters or more, as compounds do.
  private static func compound(_ word: UnsafeBufferPointer<UInt8>, _ table: NameTable) -> UInt8 {
    for start in 3...(word.count - 4) where word[start] & 0xC0 != 0x80 && start < 24 {
      var hash = NameTable.seed
      for i in start..<word.count { hash = NameTable.add(word[i], to: hash) }
      if table.bins(hash).common > 0 { return 1 }
    }
    return 0
  }

  /// The finished token.
  func token(_ range: Range<Int>, _ table: NameTable, _ words: NameWords) -> NameToken {
    var token = NameToken(start: range.lowerBound, end: range.upperBound, shape: shape, word: hash)
    let bins = table.bins(hash)
    token.given = bins.given
    token.surname = bins.surname
    token.common = bins.common
    token.place = bins.place
    token.classes = words.classes(hash)
    if bins.isCountry { token.classes.insert(.country) }
    if bins.isState { token.classes.insert(.region) }
    // "you're", "I'll", "it's": as common as the word itself.
    if let stem, tail <= 2, token.common == 0 { token.common = table.bins(stem).common }
    if let first = parts.first {
      if token.given == 0 { token.given = table.bins(first).given }
      if token.surname == 0 {
        token.surname = (parts + [part]).reduce(0) { max($0, table.bins($1).surname) }
      }
    }
    low.withBytes { bytes in
      if token.common == 0, words.endsAsStreet(bytes) { token.classes.insert(.streetEnd) }
      if token.common == 0, !token.isName, bytes.count >= 8 {
        token.common = Self.compound(bytes, table)
      }
      if token.common < 2, letters > 3, bytes.count >= 3, !hasDigit {
        let n = bytes.count
        let two = UInt32(bytes[n - 2]) << 8 | UInt32(bytes[n - 1])
        token.endings = (two, two | UInt32(bytes[n - 3]) << 16)
      }
    }
    token.small = NameToken.small(hash, token.classes, common: token.common)
    if stem == nil, !isJoined, !hasDigit { words.memory.keep(token) }
    return token
  }
}

/// The first bytes of a word.
struct LowBytes {
  private var bytes = InlineArray<48, UInt8>(repeating: 0)
  private var count = 0

  @inline(__always) mutating func append(_ b: UInt8) {
    guard count < 48 else { return }
    bytes[count] = b
    count &+= 1
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.span.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
