/// How much a line looks like part of a signature.
struct SignatureLineFacts {
  /// The sum of the weights of what is true of it.
  let weight: Double

  init(_ line: ReplyLine, _ facts: ReplyLineFacts, _ tables: ReplyTables) {
    let s = line.trimmed.withoutEmphasis
    let words = s.words
    let hasAddress = facts.mayHaveAddress && s.hasAddress
    let hasLink = !hasAddress && facts.mayHaveLink && s.hasLink(tables)
    let phone = facts.mayHaveDigit ? s.firstPhoneLength : nil
    // The blanks in a number make no words: how numbers are grouped is a custom of countries.
    let n = words.count - (phone == nil ? 0 : s.numberContinuations(words))
    let isContact = facts.mayHaveContact && s.hasContactWord(tables)
    let closing = facts.mayHaveClosing ? line.trimmed.closing(tables) : nil
    var w = -1.0811
    w += n <= 2 ? 0.8075 : n <= 4 ? 0.7422 : n <= 7 ? -0.593 : n <= 11 ? -0.7004 : -1.3375
    if s.isLonger(than: 60) { w += -1.5933 }
    let allCapital = (phone != nil || isContact) && n <= 8
    let capitals = allCapital ? words.count : s.capitalWords(words)
    if n > 0, capitals == words.count {
      w += -0.0574
    } else if capitals * 10 > words.count * 6 {
      w += -0.1358
    }
    if let last = s.count > 0 ? s[s.count - 1] : nil {
      if n > 4, last == 0x2E || last == 0x21 || last == 0x3F { w += -0.2388 }
      if last == 0x3A || last == 0x3F { w += -0.666 }
      if last == 0x2C { w += 0.055 }
    }
    if let phone { w += phone * 2 > s.count || n <= 6 ? 0.4415 : 0.2609 }
    if hasAddress {
      w += n <= 4 ? 0.9455 : -0.0805
    } else if hasLink {
      w += n <= 3 ? -0.1517 : -0.9919
    }
    if isContact, n <= 10 { w += -0.0387 }
    if n <= 8, facts.mayHaveTitle, s.hasTitle(tables) { w += 1.5426 }
    if n <= 10, facts.mayHaveDigit, s.hasPostalAddress(tables) { w += 1.0418 }
    if let closing { w += closing <= 3 ? 0.5057 : 1.7295 }
    if line.all.isDashes {
      w += -1.0346
    } else if line.all.isRule {
      w += 1.4986
    }
    if line.all.isDashedName { w += 0.6866 }
    if closing == nil, line.trimmed.isGreeting(tables) { w += -0.3879 }
    if n > 0, n <= 4, capitals == words.count, s.areNames(words) { w += 0.2063 }
    if line.all.isBullet { w += -2.1362 }
    if !hasAddress, !hasLink, facts.mayHaveCode, s.hasCodeSigns { w += -0.7042 }
    if n > 2, closing == nil, phone == nil, !hasAddress, !hasLink, !(isContact && n <= 10),
      Scalars.isLower(s.scalar(at: 0).value)
    {
      w += -0.105
    }
    if line.trimmed.firstIndex(of: 0x09) != nil, s.hasDigit { w += -0.059 }
    if facts.mayHaveDigit, s.digitCount > 3 { w += -0.3998 }
    weight = w
  }
}
