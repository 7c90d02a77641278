/// Names and addresses in Japanese, Chinese and Korean text, which writes no blanks.
enum JoinedNames {
  /// Family names of the table before a title, and addresses from prefecture to house number. Linear.
  static func find(_ text: PersonalText, _ table: NameTable) -> [PersonalFinding] {
    var out: [PersonalFinding] = []
    var i = 0
    while i < text.count {
      let b = text.base[i]
      guard b >= 0xE3 else {
        i = text.nextHigh(from: i &+ 1)
        continue
      }
      if let name = name(text, before: i, table) {
        out.append(PersonalFinding(kind: .person, range: name, detector: .rule))
      }
      if let address = address(text, at: i) {
        out.append(PersonalFinding(kind: .address, range: address, detector: .rule))
        i = address.upperBound
      } else {
        i &+= 3
      }
    }
    return out
  }

  private static let titles: [StaticString] = [
    "様", "さん", "氏", "殿", "と申し", "と言います", "先生", "女士", "小姐", "님", "씨",
  ]

  /// The two to five signs before the title at `i`, when they begin with a family name.
  private static func name(
    _ text: PersonalText, before i: Int, _ table: NameTable
  ) -> Range<Int>? {
    guard titles.contains(where: { text.has($0, at: i) }) else { return nil }
    var end = i
    if text[end &- 1] == 0x20 { end &-= 1 }
    var start = end
    var signs = 0
    while signs < 6, start >= 3, isNameSign(text, start &- 3) {
      start &-= 3
      signs += 1
    }
    // From the longest: a family name of two signs, of one, of three.
    while signs >= 2 {
      if signs <= 5 {
        for n in [2, 1, 3] where n <= signs {
          let hash = (start..<(start + 3 * n)).reduce(NameTable.seed) {
            NameTable.add(text[$1], to: $0)
          }
          if table.bins(hash).surname > 0 { return start..<end }
        }
      }
      start &+= 3
      signs -= 1
    }
    return nil
  }

  private static func isNameSign(_ text: PersonalText, _ i: Int) -> Bool {
    let b = text[i]
    return (b >= 0xE4 && b <= 0xE9) || (b >= 0xEA && b <= 0xED && text.isJoined(at: i))
  }

  /// 〒100-0001 東京都千代田区千代田1-1: from the post mark or the prefecture to the last digit.
  private static func address(_ text: PersonalText, at i: Int) -> Range<Int>? {
    if text.has("〒", at: i) {
      var k = i &+ 3
      if text[k] == 0x20 { k &+= 1 }
      var digits = 0
      while text.isDigit(k) || (text[k] == 0x2D && digits == 3) {
        if text.isDigit(k) { digits += 1 }
        k &+= 1
      }
      guard digits == 7 else { return nil }
      var next = k
      while text[next] == 0x20 { next &+= 1 }
      if text.has("\u{3000}", at: next) { next &+= 3 }
      return i..<(town(text, next) ?? k)
    }
    guard isNameSign(text, i), i < 3 || !isNameSign(text, i &- 3) else { return nil }
    guard let end = town(text, i) else { return nil }
    return i..<end
  }

  /// The end of an address that begins with a prefecture at `i`, or nil.
  private static func town(_ text: PersonalText, _ i: Int) -> Int? {
    let rest: Int
    if text.has("東京都", at: i) || text.has("北海道", at: i) || text.has("京都府", at: i)
      || text.has("大阪府", at: i)
    {
      rest = i &+ 9
    } else if text.has("県", at: i &+ 6) {
      rest = i &+ 9
    } else if text.has("県", at: i &+ 9) {
      rest = i &+ 12
    } else {
      return nil
    }
    var k = rest
    var hasTown = false
    while k &- rest < 24, text[k] >= 0xE3 {
      if text.has("市", at: k) || text.has("区", at: k) || text.has("町", at: k)
        || text.has("村", at: k)
      {
        hasTown = true
      }
      k &+= 3
      if hasTown { break }
    }
    guard hasTown else { return nil }
    var end: Int?
    let first = k
    while k &- first < 96 {
      let b = text[k]
      if PersonalText.isDigit(b) {
        k &+= 1
        end = k
      } else if b == 0x2D {
        k &+= 1
      } else if b >= 0xE4 || (b == 0xE3 && !text.has("。", at: k) && !text.has("、", at: k)) {
        k &+= 3
      } else {
        break
      }
    }
    return end
  }
}
