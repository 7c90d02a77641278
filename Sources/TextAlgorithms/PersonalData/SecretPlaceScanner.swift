/// Secrets by their place: in web addresses and between the lines of a key block.
enum SecretPlaceScanner {
  /// The password of `scheme://user:password@host` whose `://` stands at `colon`, or nil.
  static func urlPassword(_ text: PersonalText, colon: Int) -> Range<Int>? {
    guard PersonalText.isAlphanumeric(text[colon &- 1]) else { return nil }
    var i = colon &+ 3
    let user = i
    while i &- user <= 80, i < text.count, !isBreak(text[i]), text[i] != 0x3A { i &+= 1 }
    guard i > user, i &- user <= 80, text[i] == 0x3A else { return nil }
    let start = i &+ 1
    i = start
    while i &- start <= 120, i < text.count, !isBreak(text[i]), text[i] != 0x7B, text[i] != 0x7D {
      i &+= 1
    }
    let value = start..<i
    guard text[i] == 0x40, value.count >= 3, value.count <= 120, text[start] != 0x5B,
      text.isWord(at: i &+ 1), !SecretValue.isPlaceholder(text, value)
    else { return nil }
    for word: StaticString in ["password", "pass", "pwd"]
    where value.count == word.utf8CodeUnitCount && text.matches(word, at: start) {
      return nil
    }
    return value
  }

  private static func isBreak(_ b: UInt8) -> Bool {
    switch b {
    case 0...0x20, 0x2F, 0x40, 0x27, 0x22, 0x3C, 0x3E, 0x24: true
    default: false
    }
  }

  private static let names: [StaticString] = [
    "token", "key", "secret", "sig", "signature", "password", "passwd", "pwd", "code", "otp",
    "session", "sid", "jwt", "hash", "auth", "x-amz-signature", "x-amz-credential",
    "x-amz-security-token",
  ]
  private static let owners: [StaticString] = [
    "access", "auth", "api", "id", "session", "refresh", "reset", "security", "user", "login",
    "csrf", "xsrf", "verification", "invite", "confirm",
  ]

  /// The value of `?token=…` and its like whose equals sign stands at `equals`, or nil; `next` is where
  /// the search may go on.
  static func urlToken(
    _ text: PersonalText, equals: Int
  ) -> (range: Range<Int>?, next: Int) {
    var name = equals
    while equals &- name < 32,
      PersonalText.isLetter(text[name &- 1])
        || text[name &- 1] == 0x5F || text[name &- 1] == 0x2D
    {
      name &-= 1
    }
    guard equals &- name >= 3, [0x3F, 0x26, 0x23, 0x3B].contains(text[name &- 1]),
      isTokenName(text, name..<equals)
    else { return (nil, equals &+ 1) }
    let start = equals &+ 1
    var i = start
    loop: while i < text.count, i &- start < 4096 {
      switch text[i] {
      case 0...0x20, 0x26, 0x23, 0x27, 0x22, 0x3C, 0x3E: break loop
      default: i &+= 1
      }
    }
    let value = start..<i
    guard value.count >= 8, text[start] != 0x5B, SecretValue.hasDigit(text, value),
      SecretValue.entropy(text, value) >= 3, !SecretValue.isPlaceholder(text, value)
    else { return (nil, i) }
    return (value, i)
  }

  private static func isTokenName(_ text: PersonalText, _ name: Range<Int>) -> Bool {
    for word in names where text.matches(word, at: name.upperBound - word.utf8CodeUnitCount) {
      var rest = name.upperBound - word.utf8CodeUnitCount
      if rest == name.lowerBound { return true }
      guard rest > name.lowerBound else { continue }
      if text[rest &- 1] == 0x5F || text[rest &- 1] == 0x2D { rest &-= 1 }
      if rest == name.lowerBound { return true }
      for owner in owners
      where rest - name.lowerBound == owner.utf8CodeUnitCount
        && text.matches(owner, at: name.lowerBound)
      {
        return true
      }
    }
    return false
  }

  /// The private key whose `-----BEGIN` stands at `start`, whole, or nil; `next` ends the search.
  static func keyBlock(_ text: PersonalText, at start: Int) -> (range: Range<Int>?, next: Int) {
    var i = start &+ 10
    var isPrivate = false
    while i &- start < 80, i < text.count, text[i] != 0x2D || text[i &+ 1] != 0x2D {
      if text.has("PRIVATE KEY", at: i) { isPrivate = true }
      i &+= 1
    }
    guard isPrivate, text.has("-----", at: i) else { return (nil, i) }
    let body = i &+ 5
    i = body
    while i < text.count {
      if text[i] == 0x2D, text.has("-----END ", at: i) {
        var end = i &+ 9
        while end &- i < 80, end < text.count, !text.has("-----", at: end) { end &+= 1 }
        guard text.has("-----", at: end), i - body >= 64,
          SecretValue.entropy(text, body..<i) > 3.5
        else { return (nil, end) }
        return (start..<(end &+ 5), end &+ 5)
      }
      i &+= 1
    }
    return (nil, i)
  }
}
