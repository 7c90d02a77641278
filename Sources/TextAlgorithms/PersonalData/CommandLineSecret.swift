/// The credentials of `curl -u user:password`, in all quotings.
enum CommandLineSecret {
  /// The value behind `-u` or `--user` within 700 bytes of a command line, or nil.
  static func user(_ text: PersonalText, from start: Int) -> Range<Int>? {
    var i = start
    while i &- start < 700, i < text.count, text[i] != 0x7C {
      if text[i] == 0x0A, text[i &- 1] != 0x5C { return nil }
      if PersonalText.isSpace(text[i]) {
        var end: Int?
        if text.has("--user", at: i &+ 1) {
          end = i &+ 7
        } else if text.has("-u", at: i &+ 1) {
          end = i &+ 3
        }
        if let end, PersonalText.isSpace(text[end]) || text[end] == 0x3D {
          var value = end &+ 1
          while PersonalText.isSpace(text[value]) { value &+= 1 }
          return credentials(text, at: value)
        }
      }
      i &+= 1
    }
    return nil
  }

  private static func quoted(_ text: PersonalText, at i: Int) -> Range<Int>? {
    guard text[i] == 0x22 || text[i] == 0x27 else { return nil }
    var end = i &+ 1
    while end < text.count, end &- i < 300, text[end] != text[i], text[end] != 0x0A { end &+= 1 }
    return text[end] == text[i] && end > i &+ 1 ? (i &+ 1)..<end : nil
  }

  private static func credentials(_ text: PersonalText, at start: Int) -> Range<Int>? {
    var whole: Range<Int>
    var password: Range<Int>?
    if let inside = quoted(text, at: start) {
      whole = inside
      if text[start] == 0x22, text[inside.upperBound &+ 1] == 0x3A,
        text[inside.upperBound &+ 2] == 0x22,
        let second = quoted(text, at: inside.upperBound &+ 2)
      {
        password = second
        whole = inside.lowerBound..<second.upperBound
      }
    } else {
      var end = start
      var colon: Int?
      while end < text.count, end &- start < 300, !PersonalText.isSpace(text[end]) {
        if text[end] == 0x3A, colon == nil {
          colon = end
          if text[end &+ 1] == 0x27, let inside = quoted(text, at: end &+ 1) {
            password = inside
            end = inside.upperBound
            break
          }
        }
        if colon == nil, text[end] == 0x27 || text[end] == 0x22 { return nil }
        end &+= 1
      }
      guard colon != nil else { return nil }
      whole = start..<end
    }
    var user = whole
    if password == nil {
      guard let colon = whole.first(where: { text[$0] == 0x3A }) else { return nil }
      user = whole.lowerBound..<colon
      password = (colon + 1)..<whole.upperBound
    }
    guard var value = password else { return nil }
    while !value.isEmpty, [0x22, 0x27].contains(text[value.lowerBound]) { value.removeFirst() }
    while !value.isEmpty, [0x22, 0x27].contains(text[value.upperBound &- 1]) { value.removeLast() }
    if value.isEmpty { value = user }
    return isReal(text, value, user: user) ? whole : nil
  }

  /// False for variables, masks and the names that examples put in a password's place.
  private static func isReal(_ text: PersonalText, _ value: Range<Int>, user: Range<Int>) -> Bool {
    let first = user.isEmpty ? value.lowerBound : user.lowerBound
    if text[first] == 0x24 || (text[first] == 0x3C && text.isWord(at: first &+ 1))
      || text.has("{{", at: first)
    {
      return false
    }
    guard value.count >= 4 else { return false }
    let start = value.lowerBound
    if text[start] == 0x24 || text[start] == 0x3C || text[start] == 0x5B { return false }
    if text[start] == 0x7B, text[value.upperBound &- 1] == 0x7D, value.count <= 14 { return false }
    let isMask = value.allSatisfy { text[$0] == 0x2A } || value.allSatisfy { text[$0] == 0x78 }
    if isMask { return false }
    for word: StaticString in [
      "token", "username", "passwd", "apikey", "api_key", "test", "password", "pass", "secret",
      "user",
    ] where value.count == word.utf8CodeUnitCount && text.matches(word, at: start) {
      return false
    }
    return true
  }
}
