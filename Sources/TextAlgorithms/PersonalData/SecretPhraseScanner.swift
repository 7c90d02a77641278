/// Secrets that words announce: passwords, headers, command lines, addresses, key blocks.
enum SecretPhraseScanner {
  /// What phrases begin with, in lower case.
  static let beginnings: [StaticString] =
    passwords + headers + ["curl", "authorization", "x-", "token"]

  /// The secret that the phrase at the word start `start` announces, or nil. Bounded.
  static func secret(_ text: PersonalText, at start: Int) -> Range<Int>? {
    switch text[start] | 0x20 {
    case 0x63:
      if text.matches("curl", at: start), !text.isWord(at: start &+ 4) {
        return CommandLineSecret.user(text, from: start &+ 4)
      }
      return password(text, at: start)
    case 0x61:
      return authorization(text, at: start) ?? header(text, at: start)
    case 0x78, 0x64, 0x74: return header(text, at: start)
    case 0x70: return password(text, at: start) ?? header(text, at: start)
    default: return password(text, at: start)
    }
  }

  private static let passwords: [StaticString] = [
    "password", "passwd", "passphrase", "passcode", "passwort", "pass", "pwd", "kennwort",
    "mot de passe", "contraseña", "contrasena", "wachtwoord", "lösenord", "senha", "hasło",
    "пароль", "密码", "パスワード", "pin code", "pin", "otp", "security code",
  ]
  private static let verbs: [StaticString] = ["is", "was", "ist", "est", "es", "è"]

  /// "password is …", "PIN: …" and their like in ten languages.
  static func password(_ text: PersonalText, at start: Int) -> Range<Int>? {
    guard !text.isWord(before: start) else { return nil }
    for word in passwords where text.matches(word, at: start) {
      let end = start &+ word.utf8CodeUnitCount
      if let value = passwordValue(text, behind: end) { return value }
    }
    return nil
  }

  private static func passwordValue(_ text: PersonalText, behind end: Int) -> Range<Int>? {
    var i = skipSpace(text, end)
    var hasVerb = false
    if i > end {
      for verb in verbs where text.matches(verb, at: i) {
        let stop = i &+ verb.utf8CodeUnitCount
        if PersonalText.isSpace(text[stop]) || text[stop] == 0x3A || text[stop] == 0x3D {
          hasVerb = !text.matches("was", at: i)
          i = skipSpace(text, stop)
          break
        }
      }
    }
    if text[i] == 0x3A || text[i] == 0x3D {
      i = skipSpace(text, i &+ 1)
    } else if !hasVerb {
      return nil
    }
    if text[i] == 0x22 || text[i] == 0x27 {
      i &+= 1
    } else if text.has("“", at: i) {
      i &+= 3
    }
    var stop = i
    while stop &- i < 64, stop < text.count, !PersonalText.isSpace(text[stop]),
      ![0x22, 0x27, 0x3C, 0x3E, 0x2C, 0x3B].contains(text[stop]),
      !text.has("“", at: stop), !text.has("”", at: stop)
    {
      stop &+= 1
    }
    while stop < text.count, text[stop] & 0xC0 == 0x80 { stop &-= 1 }
    while stop > i, [0x2E, 0x21, 0x3F, 0x29].contains(text[stop &- 1]) { stop &-= 1 }
    guard stop &- i >= 4, !SecretValue.isStopped(text, at: i),
      !SecretValue.isPlaceholder(text, i..<stop)
    else { return nil }
    for k in i..<stop {
      let b = text[k]
      if PersonalText.isDigit(b) { return i..<stop }
      if b < 0x80, !PersonalText.isLetter(b), b != 0x5F, b != 0x2D { return i..<stop }
    }
    return nil
  }

  private static func skipSpace(_ text: PersonalText, _ start: Int) -> Int {
    var i = start
    while i &- start < 8, PersonalText.isSpace(text[i]) { i &+= 1 }
    return i
  }

  private static let schemes: [StaticString] = [
    "basic", "bearer", "token", "api-key", "apikey", "api-token", "apitoken", "digest", "oauth",
    "geniekey", "ssws", "splunk",
  ]

  /// `Authorization: scheme value`.
  private static func authorization(_ text: PersonalText, at start: Int) -> Range<Int>? {
    guard text.matches("authorization", at: start), !text.isWord(before: start) else { return nil }
    var i = start &+ 13
    if text[i] == 0x22 || text[i] == 0x27 { i &+= 1 }
    i = skipSpace(text, i)
    guard text[i] == 0x3A || text[i] == 0x3D else { return nil }
    i = skipSpace(text, i &+ 1)
    if text[i] == 0x22 || text[i] == 0x27 { i &+= 1 }
    for scheme in schemes where text.matches(scheme, at: i) {
      let stop = skipSpace(text, i &+ scheme.utf8CodeUnitCount)
      if stop > i &+ scheme.utf8CodeUnitCount {
        i = stop
        break
      }
    }
    return headerValue(text, i, least: 8)
  }

  private static let headers: [StaticString] = [
    "private-token", "dd-api-key", "apikey", "api-key", "api-token",
  ]

  /// `X-…-Key: value` and the usual names of other headers.
  private static func header(_ text: PersonalText, at start: Int) -> Range<Int>? {
    guard !text.isWord(before: start), text[start &- 1] != 0x2D else { return nil }
    var end = start
    while end &- start < 48, PersonalText.isLetter(text[end]) || text[end] == 0x2D { end &+= 1 }
    let name = start..<end
    var isNamed = false
    if text.matches("x-", at: start) {
      for word: StaticString in ["key", "token", "secret", "auth"]
      where text.find(word, in: name) != nil {
        isNamed = true
      }
    } else {
      for word in headers
      where text.matches(word, at: start) && name.count == word.utf8CodeUnitCount {
        isNamed = true
      }
      if name.count == 5, text.matches("token", at: start),
        text[start &- 1] == 0x22 || text[start &- 1] == 0x27
      {
        isNamed = true
      }
    }
    guard isNamed else { return nil }
    var i = skipSpace(text, end)
    guard text[i] == 0x3A else { return nil }
    i = skipSpace(text, i &+ 1)
    if text[i] == 0x22 || text[i] == 0x27 { i &+= 1 }
    return headerValue(text, i, least: 10)
  }

  private static func headerValue(_ text: PersonalText, _ start: Int, least: Int) -> Range<Int>? {
    var i = start
    while i &- start < 4096 {
      let b = text[i]
      guard
        PersonalText.isAlphanumeric(b)
          || [0x7E, 0x3D, 0x2B, 0x2F, 0x5F, 0x2E, 0x40, 0x2D]
            .contains(b)
      else { break }
      i &+= 1
    }
    let value = start..<i
    guard value.count >= least, SecretValue.hasDigit(text, value),
      SecretValue.entropy(text, value) >= 2.75, !SecretValue.isPlaceholder(text, value)
    else { return nil }
    return value
  }
}
