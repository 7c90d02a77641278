/// Addresses of machines: IPv4 and IPv6 (RFC 4291), MAC.
enum MachineAddressScanner {
  /// The IPv4 address, with its `/0`–`/32` if it has one, that begins at the digit run at `start`.
  static func ipv4(_ text: PersonalText, at start: Int, _ cues: CueWords) -> Range<Int>? {
    guard !text.isWord(before: start), text[start &- 1] != 0x2E, var end = quad(text, at: start)
    else { return nil }
    if text[end] == 0x2F, text.isDigit(end &+ 1) {
      let long = text.isDigit(end &+ 2)
      let value =
        long
        ? Int(text[end &+ 1] &- 0x30) * 10 + Int(text[end &+ 2] &- 0x30)
        : Int(text[end &+ 1] &- 0x30)
      let stop = end &+ (long ? 3 : 2)
      if value <= 32, !text.isDigit(stop) { end = stop }
    }
    guard !text.isWord(at: end), !(text[end] == 0x2E && text.isDigit(end &+ 1)),
      !isBehindVersion(text, start, cues)
    else { return nil }
    return start..<end
  }

  /// The end of four octets with dots at `start`, or nil.
  private static func quad(_ text: PersonalText, at start: Int) -> Int? {
    var i = start
    for octet in 0..<4 {
      if octet > 0 {
        guard text[i] == 0x2E else { return nil }
        i &+= 1
      }
      var value = 0
      let first = i
      while text.isDigit(i), i &- first < 4 {
        value = value * 10 + Int(text[i] &- 0x30)
        i &+= 1
      }
      guard i > first, i &- first <= 3, value <= 255 else { return nil }
    }
    return i
  }

  /// True when the word right before says that a dotted number is a version.
  static func isBehindVersion(_ text: PersonalText, _ i: Int, _ cues: CueWords) -> Bool {
    if text[i &- 1] == 0xA7 || text[i &- 2] == 0xA7 { return true }
    guard let end = cues.last(.version, in: text, before: i, 24) else { return false }
    if i &- end > 3 { return false }
    for k in end..<i where text.isWord(at: k) { return false }
    return true
  }

  /// The IPv6 address around the first colon of a run at `colon`, or nil; `end` ends the run.
  static func ipv6(
    _ text: PersonalText, colon: Int, floor: Int
  ) -> (range: Range<Int>?, end: Int) {
    var start = colon
    while start > floor, colon &- start < 5, text.isHex(start &- 1) { start &-= 1 }
    var stop = colon
    while stop &- start < 64, text.isHex(stop) || text[stop] == 0x3A { stop &+= 1 }
    guard colon &- start <= 4, !text.isWord(before: start), text[start &- 1] != 0x2E,
      text[start &- 1] != 0x3A
    else { return (nil, stop) }
    var end = stop
    var address = IPv6Text()
    if text[stop] == 0x2E, text.isDigit(stop &+ 1) {
      var last = stop
      while last > start, text[last &- 1] != 0x3A { last &-= 1 }
      if let quadEnd = quad(text, at: last) {
        end = quadEnd
        stop = quadEnd
        address.tail = last
      }
    }
    if address.tail == nil, end > start &+ 2, text[end &- 1] == 0x3A, text[end &- 2] != 0x3A {
      end &-= 1
    }
    if text[end] == 0x2E, text.isDigit(end &+ 1) { return (nil, stop) }
    guard address.holds(text, start..<end) else { return (nil, stop) }
    if !address.hasHexDigit(text, start..<end), end &- start > 2 || !isSaidToBeIP(text, start, end)
    {
      return (nil, stop)
    }
    if text[end] == 0x25, PersonalText.isLetter(text[end &+ 1]) {
      var i = end &+ 1
      while i &- end < 32, PersonalText.isAlphanumeric(text[i]) || text[i] == 0x2D { i &+= 1 }
      end = i
    }
    if text[end] == 0x2F, text.isDigit(end &+ 1) {
      var i = end &+ 1
      var value = 0
      while text.isDigit(i), i &- end < 5 {
        value = value * 10 + Int(text[i] &- 0x30)
        i &+= 1
      }
      if value <= 128, i &- end <= 4 { end = i }
    }
    guard !text.isWord(at: end) else { return (nil, max(stop, end)) }
    return (start..<end, max(stop, end))
  }

  private static func isSaidToBeIP(_ text: PersonalText, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == 2 else { return true }
    let window = text.window(before: start, 24)..<start
    return text.find("ip", in: window) != nil || text.find("specified", in: window) != nil
      || text[start &- 1] == 0x3D
  }

  /// The MAC address whose first separator stands at `i`: six pairs with `:` or `-`, or dotted quads.
  static func mac(_ text: PersonalText, separator i: Int) -> Range<Int>? {
    let sign = text[i]
    let width = sign == 0x2E ? 4 : 2
    let groups = sign == 0x2E ? 3 : 6
    let start = i &- width
    let end = start &+ groups * (width &+ 1) &- 1
    guard start >= 0, end <= text.count, !text.isWord(before: start), !text.isWord(at: end),
      text[end] != 0x3A, text[end] != 0x2D, !(text[end] == 0x2E && text.isWord(at: end &+ 1))
    else { return nil }
    switch text[start &- 1] {
    case 0x3A, 0x2E, 0x2D: return nil
    default: break
    }
    var first: UInt8?
    var differs = false
    for k in start..<end {
      if (k &- start) % (width &+ 1) == width {
        guard text[k] == sign else { return nil }
      } else {
        guard text.isHex(k) else { return nil }
        let digit = PersonalText.lower(text[k])
        if let first, first != digit { differs = true }
        first = first ?? digit
      }
    }
    return differs ? start..<end : nil
  }
}
