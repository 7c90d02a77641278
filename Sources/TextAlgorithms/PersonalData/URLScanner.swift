/// Web addresses: `scheme://…`, `www.…`, bare domains.
enum URLScanner {
  private static let schemes: [StaticString] = [
    "https", "http", "ftp", "sftp", "ssh", "wss", "ws", "git", "postgres", "postgresql", "mysql",
    "mongodb", "mongodb+srv", "redis", "amqp",
  ]

  /// The address whose `://` stands at `colon`, or nil; `end` is where the search may go on.
  static func address(_ text: PersonalText, colon: Int) -> (range: Range<Int>?, end: Int) {
    guard let start = schemeStart(text, colon) else { return (nil, colon &+ 3) }
    let stop = bodyEnd(text, from: colon &+ 3)
    let end = trimmed(text, start, stop)
    guard end > colon &+ 3 else { return (nil, max(stop, colon &+ 3)) }
    var host = colon &+ 3
    var hostEnd = host
    while hostEnd < end, text[hostEnd] != 0x2F { hostEnd &+= 1 }
    for i in host..<hostEnd where text[i] == 0x40 { host = i &+ 1 }
    var hasDot = false
    for i in host..<max(host, hostEnd) where text[i] == 0x2E && i > host && i &+ 1 < hostEnd {
      hasDot = true
    }
    return (hasDot ? start..<end : nil, max(stop, colon &+ 3))
  }

  /// The address that begins with the `www.` at `start`, or nil.
  static func www(_ text: PersonalText, at start: Int) -> Range<Int>? {
    guard text.matches("www.", at: start), !text.isWord(before: start), text[start &- 1] != 0x40
    else { return nil }
    let end = trimmed(text, start, bodyEnd(text, from: start &+ 4))
    var i = start &+ 4
    while i < end, PersonalText.isAlphanumeric(text[i]) || text[i] == 0x2D { i &+= 1 }
    guard i > start &+ 4, text[i] == 0x2E, PersonalText.isLetter(text[i &+ 1]), i &+ 1 < end else {
      return nil
    }
    return start..<end
  }

  /// The bare domain in lower case whose first dot stands at `dot`, beginning not before `floor`.
  static func bare(_ text: PersonalText, dot: Int, floor: Int) -> Range<Int>? {
    var start = dot
    while start > floor, dot &- start < 64, isLabel(text[start &- 1]) { start &-= 1 }
    guard start < dot, text[start] != 0x2D, !text.isWord(before: start) else { return nil }
    switch text[start &- 1] {
    case 0x40, 0x2E, 0x2F, 0x3A, 0x2D: return nil
    default: break
    }
    var hasLetter = false
    for i in start..<dot where PersonalText.isLetter(text[i]) { hasLetter = true }
    var i = dot
    var end: Int?
    var labels = 0
    while text[i] == 0x2E, labels < 4 {
      var stop = i &+ 1
      while isLabel(text[stop]), stop &- i < 64 { stop &+= 1 }
      guard stop > i &+ 1, text[stop &- 1] != 0x2D else { break }
      if let isPlain = TopLevelDomains.isPlain(text, (i &+ 1)..<stop) {
        let hasPath = text[stop] == 0x2F && !PersonalText.isSpace(text[stop &+ 1])
        if !text.isWord(at: stop), text[stop] != 0x2D {
          end = (isPlain && hasLetter) || hasPath ? stop : nil
        }
      } else {
        end = nil
      }
      i = stop
      labels += 1
    }
    guard var stop = end else { return nil }
    if text[stop] == 0x2F { stop = trimmed(text, start, bodyEnd(text, from: stop)) }
    return start..<stop
  }

  @inline(__always) private static func isLabel(_ b: UInt8) -> Bool {
    b &- 0x61 < 26 || PersonalText.isDigit(b) || b == 0x2D
  }

  private static func schemeStart(_ text: PersonalText, _ colon: Int) -> Int? {
    for scheme in schemes {
      let start = colon &- scheme.utf8CodeUnitCount
      if start >= 0, text.matches(scheme, at: start), !text.isWord(before: start),
        text[start &- 1] != 0x40
      {
        return start
      }
    }
    return nil
  }

  private static func bodyEnd(_ text: PersonalText, from start: Int) -> Int {
    var i = start
    while i < text.count {
      switch text[i] {
      case 0...0x20, 0x3C, 0x3E, 0x22, 0x27, 0x60, 0x7C: return i
      case 0xC2 where text[i &+ 1] == 0xA0: return i
      case 0xE3 where text[i &+ 1] == 0x80: return i
      default: i &+= 1
      }
    }
    return i
  }

  /// `end` moved before the punctuation that closes a sentence rather than an address.
  private static func trimmed(_ text: PersonalText, _ start: Int, _ stop: Int) -> Int {
    var end = stop
    loop: while end > start {
      switch text[end &- 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x7D, 0x2A, 0x5C: end &-= 1
      default: break loop
      }
    }
    if end < stop, text[end] == 0x29 {
      for i in start..<end where text[i] == 0x28 { return end &+ 1 }
    }
    return end
  }
}
