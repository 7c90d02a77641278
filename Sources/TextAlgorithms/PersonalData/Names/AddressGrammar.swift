/// Finds street lines, units, boxes and post codes by the grammars of their countries.
struct AddressGrammar {
  let words: AddressWords
  let text: PersonalText
  let tokens: [NameToken]

  /// The parts of addresses, sorted by their beginning; they may overlap. Linear.
  func parts() -> [Range<Int>] {
    var out: [Range<Int>] = []
    for i in tokens.indices {
      if let part = part(i) { out.append(part) }
    }
    return out
  }

  private func part(_ i: Int) -> Range<Int>? {
    let token = tokens[i]
    let roles = words.roles(token)
    if token.shape.isNumber {
      return german(i) ?? french(i) ?? postCode(i)
    }
    if token.shape == .mixed { return postCode(i) }
    if roles.isEmpty && !token.classes.contains(.state) { return nil }
    if !roles.isDisjoint(with: [.plainType, .type]), let part = english(i, roles) { return part }
    if !roles.isDisjoint(with: [.opening, .openingCapital, .polish]), let part = opening(i, roles) {
      return part
    }
    if roles.contains(.box) || isBox(i) { return box(i) }
    if roles.contains(.unit), token.shape.isCapital { return unit(i) }
    if token.classes.contains(.state) { return state(i) }
    return nil
  }

  // MARK: tokens

  func at(_ i: Int) -> NameToken { i >= 0 && i < tokens.count ? tokens[i] : .edge }
  func isSign(_ i: Int, _ sign: UInt8) -> Bool {
    at(i).shape == .sign && at(i).small == UInt64(sign) + 100
  }

  /// A word of a street's name: with a capital, or an ordinal number.
  private func isNamePart(_ i: Int) -> Bool {
    let token = at(i)
    if token.shape.isCapital { return token.classes.isDisjoint(with: [.measure, .field, .month]) }
    return token.shape == .digitsLetters && token.end - token.start <= 5
  }

  private func isHouseNumber(_ i: Int) -> Bool {
    let token = at(i)
    return token.shape.isNumber && token.end - token.start <= 6 && !isSign(i - 1, 0x23)
  }

  // MARK: street lines

  /// 12 Baker Street, 1200B N 5th Ave., 7 Court of St James Road
  private func english(_ i: Int, _ roles: AddressWords.Role) -> Range<Int>? {
    guard tokens[i].shape.isCapital else { return nil }
    var k = i - 1
    var names = 0
    var isRare = false
    while i - k <= 5, isNamePart(k) || words.roles(at(k)).contains(.inner) || isSign(k, 0x2E) {
      if at(k).shape.isWord {
        names += 1
        if at(k).common < 2 { isRare = true }
      } else if at(k).shape == .digitsLetters {
        // "5th" is the street, "12a" its number: the first in the line is the number.
        if !isHouseNumber(k - 1) { break }
        names += 1
        isRare = true
      }
      k -= 1
    }
    guard names > 0, isHouseNumber(k), isRare || roles.contains(.plainType) else { return nil }
    var end = i + 1
    if isSign(end, 0x2E), tokens[i].end - tokens[i].start <= 4 { end += 1 }
    if words.roles(at(end)).contains(.direction), at(end).shape.isCapital { end += 1 }
    return k..<end
  }

  /// Hauptstraße 12a, Am Alten Weg 3, Kungsgatan 5 — the number is at `i`.
  private func german(_ i: Int) -> Range<Int>? {
    guard isHouseNumber(i), at(i).end - at(i).start <= 5 else { return nil }
    var j = i - 1
    if isSign(j, 0x2C) || isSign(j, 0x2E) { j -= 1 }
    let street = at(j)
    var start = j
    if street.classes.contains(.streetEnd), street.shape.isCapital || street.shape == .lower {
      while j - start < 2, at(start - 1).shape.isCapital, at(start - 1).common < 3 { start -= 1 }
    } else if words.roles(street).contains(.beforeNumber), at(j - 1).shape.isCapital {
      start = j - 1
      while j - start < 3, at(start - 1).shape.isCapital { start -= 1 }
    } else {
      return nil
    }
    if at(i + 1).classes.contains(.measure) { return nil }
    return start..<(numberEnd(i))
  }

  /// Where a house number and what belongs to it end: "12 a", "12-14", "12/3".
  private func numberEnd(_ i: Int) -> Int {
    var end = i + 1
    if isSign(end, 0x2D) || isSign(end, 0x2F), at(end + 1).shape.isNumber { end += 2 }
    if at(end).shape == .small, at(end).start - at(end - 1).end <= 1 { end += 1 }
    return end
  }

  /// 12 bis, rue de la Paix — the number is at `i`.
  private func french(_ i: Int) -> Range<Int>? {
    guard isHouseNumber(i) else { return nil }
    var k = i + 1
    if text.matches("bis", at: at(k).start) || text.matches("ter", at: at(k).start),
      at(k).end - at(k).start == 3
    {
      k += 1
    }
    if isSign(k, 0x2C) { k += 1 }
    let roles = words.roles(at(k))
    guard
      roles.contains(.french)
        || (roles.contains(.frenchWord) && words.roles(at(k + 1)).contains(.inner))
    else { return nil }
    guard let end = nameEnd(k + 1) else { return nil }
    return i..<end
  }

  /// The end of up to seven words of a street's name, the last with a capital, or nil.
  private func nameEnd(_ start: Int) -> Int? {
    var end: Int?
    var k = start
    while k - start < 7 {
      if isNamePart(k) {
        end = k + 1
      } else if !words.roles(at(k)).contains(.inner) && !isSign(k, 0x27) && !isSign(k, 0x2E) {
        break
      }
      k += 1
    }
    return end
  }

  /// Calle Mayor, 5 · Via Roma 12 · Rua do Ouro 7 · ul. Długa 5/3
  private func opening(_ i: Int, _ roles: AddressWords.Role) -> Range<Int>? {
    let isOpening =
      roles.contains(.opening) || (roles.contains(.openingCapital) && tokens[i].shape.isCapital)
    let isPolish = roles.contains(.polish) && isSign(i + 1, 0x2E)
    guard isOpening || isPolish, var k = nameEnd(isPolish || isSign(i + 1, 0x2E) ? i + 2 : i + 1)
    else { return nil }
    if isSign(k, 0x2C) { k += 1 }
    // "n.º", "nº", "n.".
    if text.matches("n", at: at(k).start), at(k).end - at(k).start <= 3, !at(k).shape.isNumber {
      k += 1
      while isSign(k, 0x2E) || at(k).small == 99 { k += 1 }
    }
    guard isHouseNumber(k) else { return nil }
    return i..<numberEnd(k)
  }

  // MARK: units, boxes, codes

  private func isBox(_ i: Int) -> Bool {
    guard text.matches("box", at: at(i).start), at(i).end - at(i).start == 3 else { return false }
    let before = at(i - 1)
    return text.matches("po", at: before.start) && before.end - before.start == 2
      || text.matches("gpo", at: before.start)
      || isSign(i - 1, 0x2E) && text.matches("o", at: at(i - 2).start)
  }

  private func box(_ i: Int) -> Range<Int>? {
    var k = i + 1
    while k - i < 4,
      words.roles(at(k)).contains(.inner) || at(k).shape.isCapital || isSign(k, 0x2E)
        || isSign(k, 0x3A)
    { k += 1 }
    guard at(k).shape.isNumber else { return nil }
    var start = i
    while i - start < 4, isSign(start - 1, 0x2E) || at(start - 1).shape.isCapital,
      at(start - 1).end - at(start - 1).start <= 3
    {
      start -= 1
    }
    return start..<(k + 1)
  }

  /// Apt. 12, Suite #400, Flat B
  private func unit(_ i: Int) -> Range<Int>? {
    var k = i + 1
    while k - i < 3, isSign(k, 0x2E) || isSign(k, 0x23) { k += 1 }
    guard at(k).shape.isNumber || at(k).shape == .mixed else { return nil }
    return i..<(k + 1)
  }

  /// A unit that counts only beside another part of an address.
  func weakUnit(_ i: Int) -> Range<Int>? {
    words.roles(at(i)).contains(.weakUnit) ? unit(i) : nil
  }

  /// CA 94110-1234
  private func state(_ i: Int) -> Range<Int>? {
    guard tokens[i].shape == .capitals, tokens[i].end - tokens[i].start == 2,
      at(i + 1).shape == .digits5, at(i + 1).start - tokens[i].end <= 2
    else { return nil }
    if words.roles(tokens[i]).contains(.wrongState), !isSign(i - 1, 0x2C) { return nil }
    let isLong = isSign(i + 2, 0x2D) && at(i + 3).shape == .digits4
    return i..<(i + (isLong ? 4 : 2))
  }

  /// SW1A 1AA, K1A 0B1, 1012 AB — the first part is at `i`.
  private func postCode(_ i: Int) -> Range<Int>? {
    let (first, second) = (at(i), at(i + 1))
    guard second.start - first.end == 1, text[first.end] == 0x20 else { return nil }
    if first.shape == .digits4, second.shape == .capitals, second.end - second.start == 2,
      at(i + 2).shape.isCapital
    {
      return second.classes.contains(.measure) ? nil : i..<(i + 2)
    }
    guard first.shape == .mixed, second.shape == .digitsLetters, second.end - second.start == 3
    else { return nil }
    let inward = pattern(second)
    let outward = pattern(first)
    let isUK =
      inward == [1, 2, 2]
      && [[2, 1], [2, 1, 1], [2, 2, 1], [2, 2, 1, 1], [2, 1, 2], [2, 2, 1, 2]].contains(outward)
    let isCanadian = inward == [1, 2, 1] && outward == [2, 1, 2]
    return isUK || isCanadian ? i..<(i + 2) : nil
  }

  /// 1 for a digit, 2 for a capital, 3 for what else.
  private func pattern(_ token: NameToken) -> [Int] {
    guard token.end - token.start < 6 else { return [] }
    return (token.start..<token.end).map {
      text.isDigit($0) ? 1 : PersonalText.isUpper(text[$0]) ? 2 : 3
    }
  }

  /// The post code and the town behind the address that ends before `i`: ", 10115 Berlin".
  func townBehind(_ i: Int) -> (code: Range<Int>, town: Range<Int>)? {
    var k = i
    while k - i < 3, isSign(k, 0x2C) || isSign(k, 0x2E) || at(k).shape == .line { k += 1 }
    let start = k
    if at(k).shape.isCapital, at(k).end - at(k).start <= 2, isSign(k + 1, 0x2D) { k += 2 }
    switch at(k).shape {
    case .digits5: break
    case .digits4:
      if at(k + 1).shape == .capitals, at(k + 1).end - at(k + 1).start == 2 { k += 1 }
    case .digits3 where at(k + 1).shape == .digits2: k += 1
    case .digits2 where isSign(k + 1, 0x2D) && at(k + 2).shape == .digits3: k += 2
    default: return nil
    }
    var town = k + 1
    while town - k < 4, at(town).shape.isCapital { town += 1 }
    return town > k + 1 ? (start..<(k + 1), (k + 1)..<town) : nil
  }

  /// The town right behind a part that ends in a post code: "1012 AB Amsterdam".
  func town(behind part: Range<Int>) -> Range<Int>? {
    let last = at(part.upperBound - 1)
    guard last.shape.isNumber || last.shape == .capitals else { return nil }
    var end = part.upperBound
    while end - part.upperBound < 3, at(end).shape.isCapital, at(end).place > 0 { end += 1 }
    return end > part.upperBound ? part.upperBound..<end : nil
  }
}
