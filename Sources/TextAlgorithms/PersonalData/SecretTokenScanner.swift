/// Secrets by the look of a token and of the words right before it.
struct SecretTokenScanner {
  private let shapes = SecretShapes()
  private var keyed: [(words: [[UInt8]], shapes: [SecretShape])] = []
  private let classes: UnsafePointer<UInt32>

  /// SAFETY: `classes` has 256 elements and outlives the scanner.
  init(classes: UnsafePointer<UInt32>) {
    self.classes = classes
    SecretShapeTable.keyed.withUTF8Buffer { bytes in
      for line in bytes.split(separator: 0x0A) {
        let blank = line.firstIndex(of: 0x20) ?? line.endIndex
        let words = line[..<blank].split(separator: 0x7C).map(Array.init)
        let values = line[blank...].split(separator: 0x23).map { value in
          SecretShape([0x2D, 0x20] + value, entropy: 3)
        }
        keyed.append((words, values))
      }
    }
  }

  /// Looks through one run of token signs of 14 bytes or more. Linear but for tokens of bounded length.
  func scan(_ text: PersonalText, _ run: Range<Int>, _ found: (Range<Int>) -> Void) {
    var done = run.lowerBound
    // A value behind a name has a digit.
    var lastDigit = run.upperBound &- 1
    while lastDigit >= run.lowerBound, !text.isDigit(lastDigit) { lastDigit &-= 1 }
    for start in run {
      let before = text[start &- 1]
      if start < done || classes[Int(before)] & SecretClasses.edge != 0 { continue }
      if let token = published(text, at: start) {
        found(start..<token)
        done = token
        continue
      }
      guard start <= lastDigit, run.upperBound &- start >= 12 || text[run.upperBound] == 0x40 else {
        continue
      }
      if let end = behindProvider(text, at: start) ?? behindKeyword(text, at: start) {
        found(start..<end)
        done = end
      }
    }
  }

  /// The end of a token of a published shape, or nil.
  private func published(_ text: PersonalText, at start: Int) -> Int? {
    guard let token = shapes.token(text, at: start, classes) else { return nil }
    let range = start..<token.end
    if text.has("sk-ant-", at: start), !text.has("AA", at: token.end &- 2) { return nil }
    // The name of an icon file.
    if text.has(".ico-", at: start &- 1) { return nil }
    guard SecretValue.entropy(text, range) >= token.entropy,
      !SecretValue.isPlaceholder(text, range), !SecretValue.isSample(text, range)
    else { return nil }
    return token.end
  }

  /// Where the sign between a name and the value at `start` begins, or nil; blanks do when `loose`.
  private func separator(_ text: PersonalText, _ start: Int, blanks: Int, loose: Bool) -> Int? {
    var i = start
    if [0x22, 0x27, 0x60].contains(text[i &- 1]) { i &-= 1 }
    var n = 0
    while n < blanks, PersonalText.isSpace(text[i &- 1]) {
      i &-= 1
      n += 1
    }
    let mark = text[i &- 1]
    if mark == 0x3A || mark == 0x2C {
      i &-= 1
    } else if mark == 0x3D || (mark == 0x3E && text[i &- 2] == 0x3D) {
      i &-= mark == 0x3D ? 1 : 2
      if [0x3A, 0x3C, 0x3F].contains(text[i &- 1]) { i &-= 1 }
    } else if !loose || n == 0 {
      return nil
    }
    n = 0
    while n < blanks, PersonalText.isSpace(text[i &- 1]) {
      i &-= 1
      n += 1
    }
    if text[i &- 1] == 0x22 || text[i &- 1] == 0x27 { i &-= 1 }
    return i
  }

  private func behindProvider(_ text: PersonalText, at start: Int) -> Int? {
    guard let end = separator(text, start, blanks: 3, loose: true) else { return nil }
    var from = end
    while end &- from < 40 {
      let b = text[from &- 1]
      guard text.isWord(before: from) && b < 0x80 || b == 0x20 || b == 0x2D || b == 0x2E else {
        break
      }
      from &-= 1
    }
    guard end &- from >= 4 else { return nil }
    for entry in keyed {
      for word in entry.words where stands(text, word, from..<end) {
        for shape in entry.shapes {
          guard let stop = shape.end(text, at: start, classes), !text.isWord(at: stop),
            text[stop] != 0x2D
          else { continue }
          let range = start..<stop
          if SecretValue.entropy(text, range) >= 3, SecretValue.hasDigit(text, range),
            !SecretValue.isPlaceholder(text, range)
          {
            return stop
          }
        }
      }
    }
    return nil
  }

  /// True when `word` begins somewhere in `range`, in any case, not behind a letter.
  private func stands(_ text: PersonalText, _ word: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= word.count else { return false }
    for i in range.lowerBound...(range.upperBound - word.count)
    where PersonalText.lower(text[i]) == word[0] && !PersonalText.isLetter(text[i &- 1]) {
      var k = 1
      while k < word.count, PersonalText.lower(text[i &+ k]) == word[k] { k += 1 }
      // No more than two dozen signs stand between the word and the value.
      if k == word.count, range.upperBound - i - k <= 24 { return true }
    }
    return false
  }

  private static let keywords: [StaticString] = [
    "access", "auth", "credential", "creds", "key", "password", "passwd", "passphrase",
    "pwd", "secret", "token", "client_srt",
  ]
  private static let innocent: [StaticString] = [
    "checksum", "integrity", "sha1", "sha2", "sha5", "digest", "hash", "public", "etag",
    "keyboard", "monkey", "author", "keyword",
  ]

  private func behindKeyword(_ text: PersonalText, at start: Int) -> Int? {
    guard let end = separator(text, start, blanks: 4, loose: false) else { return nil }
    var from = end
    while end &- from < 60 {
      let b = text[from &- 1]
      guard text.isWord(before: from) && b < 0x80 || b == 0x2D || b == 0x2E else { break }
      from &-= 1
    }
    let name = from..<end
    var isNamed = false
    for word in Self.keywords where !isNamed {
      if let at = text.find(word, in: name), end &- at &- word.utf8CodeUnitCount <= 20 {
        isNamed = true
      }
    }
    if !isNamed {
      for i in name where text.has("API", at: i) || text.has("api", at: i) || text.has("Api", at: i)
      {
        isNamed = i + 3 <= end
      }
    }
    guard isNamed else { return nil }
    for word in Self.innocent where text.find(word, in: name) != nil { return nil }
    var stop = start
    while stop &- start < 150, classes[Int(text[stop])] & SecretClasses.value != 0 { stop &+= 1 }
    if text[stop &- 1] == 0x2E, text[stop &- 2] == 0x2E { return nil }
    if text[stop] == 0x5B || text[stop] == 0x23 { return nil }
    while stop > start, text[stop &- 1] == 0x2E { stop &-= 1 }
    let value = start..<stop
    guard value.count >= 16, !shapes.hasPrefix(text, at: start),
      SecretValue.hasDigit(text, value), SecretValue.entropy(text, value) >= 3.7,
      !SecretValue.isPlaceholder(text, value), !SecretValue.isStopped(text, at: start),
      !isNameOfSomething(text, value), !SecretValue.isWordLike(text, value)
    else { return nil }
    for i in value where PersonalText.isLetter(text[i]) { return stop }
    return nil
  }

  /// Paths, calls, uuids, digests, file names.
  private func isNameOfSomething(_ text: PersonalText, _ value: Range<Int>) -> Bool {
    var slash: Int?
    for i in value where text[i] == 0x2F {
      if let last = slash, i > last &+ 1 {
        var isPath = true
        for k in (last + 1)..<i where !text.isWord(at: k) { isPath = false }
        if isPath { return true }
      }
      slash = i
    }
    let start = value.lowerBound
    if text[start &+ 8] == 0x2D, text[start &+ 13] == 0x2D {
      var isUUID = true
      for i in start..<(start + 8) where !text.isHex(i) { isUUID = false }
      if isUUID { return true }
    }
    if text.has("sha", at: start), text.isDigit(start &+ 3) {
      var i = start &+ 3
      while text.isDigit(i) { i &+= 1 }
      if text[i] == 0x2D || text[i] == 0x3A { return true }
    }
    var i = value.upperBound
    while i > start, text.isWord(before: i) { i &-= 1 }
    return text[i &- 1] == 0x2E && (2...4).contains(value.upperBound &- i)
  }
}
