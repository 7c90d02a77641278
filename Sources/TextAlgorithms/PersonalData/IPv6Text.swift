/// The parse of an IPv6 address's text (RFC 4291, section 2.2).
struct IPv6Text {
  /// Where an embedded IPv4 address, already checked, begins.
  var tail: Int?

  /// True when `range` is one address: eight groups, or fewer with one `::`.
  func holds(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var groups = 0
    var isShort = false
    var i = range.lowerBound
    let end = tail ?? range.upperBound
    if text[i] == 0x3A {
      guard text[i &+ 1] == 0x3A, i &+ 1 < end else { return false }
    }
    while i < end {
      if text[i] == 0x3A {
        if i &+ 1 < end, text[i &+ 1] == 0x3A {
          if isShort { return false }
          isShort = true
          i &+= 2
        } else {
          // One colon stands between groups, and last only before the IPv4 part.
          guard groups > 0, i &+ 1 < end || tail != nil else { return false }
          i &+= 1
        }
        continue
      }
      let first = i
      while i < end, text.isHex(i) { i &+= 1 }
      guard i > first, i &- first <= 4 else { return false }
      groups += 1
    }
    if tail != nil { groups += 2 }
    return isShort ? groups <= 7 : groups == 8
  }

  /// True when the address says more than `::`.
  func hasHexDigit(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    for i in range where text.isHex(i) { return true }
    return false
  }
}
