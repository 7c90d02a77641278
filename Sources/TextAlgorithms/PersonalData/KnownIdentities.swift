/// Finds what a record states about its people: names whole and by part, addresses, numbers.
///
/// Comparison is by folded text (ASCII and Latin letters without case or marks), between word
/// boundaries. A name's forms are the whole, reversed, "Last, First", first and initial, and each part
/// of three letters or more; a part alone must begin with a capital, unless the text has none or mentions it
/// by an at sign, and a part that is a common word must also stand beside a greeting. An account's name with
/// digits must be mentioned so.
struct KnownIdentities {
  private struct Form {
    var folded: [UInt8]
    var identity: Int
    var kind: PersonalDataKind
    /// Must begin with a capital unless the text has none.
    var needsCapital: Bool
    /// Must stand beside a greeting.
    var needsGreeting: Bool
    /// Is of a script without blanks and must stand beside a title or alone on a line.
    var needsTitle = false
    /// Must stand behind an at sign.
    var needsMention = false
  }

  private var forms: [UInt16: [Form]] = [:]
  /// The last nine digits of known numbers, as values.
  private(set) var phones: [(digits: [UInt8], identity: Int)] = []
  private let cues: CueWords

  init(cues: CueWords) { self.cues = cues }

  var hasForms: Bool { !forms.isEmpty }

  mutating func removeAll() {
    forms.removeAll(keepingCapacity: true)
    phones.removeAll(keepingCapacity: true)
  }

  /// Adds one stated value as the identity with this index.
  mutating func add(_ value: [UInt8], identity: Int) {
    let folded = FoldedText.fold(value).drop { PersonalText.isSpace($0) }
    var text = Array(folded)
    while let last = text.last, PersonalText.isSpace(last) { text.removeLast() }
    let digits = text.filter(PersonalText.isDigit).map { $0 - 0x30 }
    if text.last == 0x3E, let open = text.lastIndex(of: 0x3C) {
      // A header's "Name <address>".
      add(Array(text[..<open].filter { $0 != 0x22 }), identity: identity)
      add(Array(text[(open + 1)..<(text.count - 1)]), identity: identity)
      return
    }
    if let at = text.lastIndex(of: 0x40) {
      insert(text, identity, .email)
      let local = Array(text[..<at])
      let isName = local.count >= 5 && local.contains { $0 == 0x2E || $0 == 0x5F }
      if isName {
        insert(local, identity, .person)
        addName(ofMailbox: local, identity)
      }
    } else if digits.count >= 7, !hasWord(text) {
      phones.append((Array(digits.suffix(9)), identity))
    } else {
      addName(text, identity)
    }
  }

  /// Adds the name that a mailbox such as `ann.lee` or `jan_mueller` is called by.
  private mutating func addName(ofMailbox local: [UInt8], _ identity: Int) {
    let parts = local.split { $0 == 0x2E || $0 == 0x5F }
    guard parts.count == 2, parts.allSatisfy({ $0.count > 1 && $0.allSatisfy(isLetter) }) else {
      return
    }
    let name = Array(parts.joined(separator: [0x20]))
    addName(name, identity)
    // Folded text has no marks, mailboxes have ae, oe and ue for them.
    var plain: [UInt8] = []
    for byte in name {
      let isMark = byte == 0x65 && (plain.last.map { [0x61, 0x6F, 0x75].contains($0) } ?? false)
      if !isMark { plain.append(byte) }
    }
    if plain.count < name.count { addName(plain, identity) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { PersonalText.isLetter(byte) || byte >= 0x80 }

  private func hasWord(_ text: [UInt8]) -> Bool {
    var run = 0
    for byte in text {
      run = PersonalText.isLetter(byte) || byte >= 0x80 ? run + 1 : 0
      if run >= 3 { return true }
    }
    return false
  }

  private mutating func addName(_ text: [UInt8], _ identity: Int) {
    if JoinedName.isOne(text) {
      for form in JoinedName.forms(text) {
        insert(form.folded, identity, .person, needsTitle: form.needsTitle)
      }
      return
    }
    let parts = text.split { PersonalText.isSpace($0) || $0 == 0x2C }.map(Array.init)
    guard let first = parts.first, let last = parts.last,
      !parts.allSatisfy({ means(.role, $0) })
    else { return }
    if parts.count > 1 {
      let forms: [[[UInt8]]] = [
        parts, parts.reversed(), [last + [0x2C]] + parts.dropLast(), [first, last],
        [first, [last[0], 0x2E]],
      ]
      let isPlain = parts.allSatisfy { means(.common, $0) }
      for form in forms {
        insert(Array(form.joined(separator: [0x20])), identity, .person, needsCapital: isPlain)
      }
    }
    for part in parts where part.count >= 3 && !part.contains(where: PersonalText.isDigit) {
      insert(
        part, identity, .person, needsCapital: true, needsGreeting: means(.common, part))
    }
    if parts.count == 1, first.count >= 3, first.contains(where: PersonalText.isDigit) {
      insert(first, identity, .person, needsMention: true)
    }
  }

  private func means(_ meaning: CueWords.Meaning, _ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let text = PersonalText(base: base, count: bytes.count)
      return cues.meaning(text, 0..<bytes.count).contains(meaning)
    }
  }

  private mutating func insert(
    _ folded: [UInt8], _ identity: Int, _ kind: PersonalDataKind, needsCapital: Bool = false,
    needsGreeting: Bool = false, needsTitle: Bool = false, needsMention: Bool = false
  ) {
    guard folded.count >= 2 else { return }
    let key = UInt16(folded[0]) << 8 | UInt16(folded[1])
    if forms[key]?.contains(where: { $0.folded == folded && $0.kind == kind }) ?? false { return }
    forms[key, default: []].append(
      Form(
        folded: folded, identity: identity, kind: kind, needsCapital: needsCapital,
        needsGreeting: needsGreeting, needsTitle: needsTitle, needsMention: needsMention))
  }

  /// Calls `found` for each mention in `text`. Linear in the text for lists of bounded size.
  func scan(_ text: PersonalText, _ found: (PersonalFinding) -> Void) {
    guard hasForms else { return }
    let folded = FoldedText(text)
    var hasUpper = false
    for i in 0..<text.count where PersonalText.isUpper(text[i]) { hasUpper = true }
    folded.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      // SAFETY: the view is used only here.
      let plain = PersonalText(base: base, count: bytes.count)
      var i = 0
      while i < plain.count {
        let isStart =
          plain.isJoined(at: i) || (plain.isWord(at: i) && !plain.isWord(before: i))
        if isStart, let end = longest(plain, at: i, text, folded, hasUpper, found) {
          i = end
        } else {
          i &+= 1
        }
      }
    }
  }

  private func longest(
    _ plain: PersonalText, at i: Int, _ text: PersonalText, _ folded: FoldedText, _ hasUpper: Bool,
    _ found: (PersonalFinding) -> Void
  ) -> Int? {
    guard let list = forms[UInt16(plain[i]) << 8 | UInt16(plain[i &+ 1])] else { return nil }
    var best: (form: Form, end: Int)?
    for form in list {
      let end = i &+ form.folded.count
      guard end <= plain.count, end > best?.end ?? 0 else { continue }
      var k = 0
      while k < form.folded.count, plain[i &+ k] == form.folded[k] { k += 1 }
      guard k == form.folded.count else { continue }
      if plain.isWord(at: end), form.folded.last != 0x2E, !plain.isJoined(at: i) { continue }
      if form.needsTitle, !JoinedName.isTitled(plain, i..<end) { continue }
      let isMentioned = plain[i &- 1] == 0x40
      if form.needsMention, !isMentioned { continue }
      if form.needsCapital, hasUpper, !isMentioned, isSmall(text, folded.source(i)) { continue }
      if form.needsGreeting, !isGreeted(plain, i) { continue }
      best = (form, end)
    }
    guard let best else { return nil }
    let range = folded.source(i)..<folded.source(best.end)
    found(PersonalFinding(kind: best.form.kind, range: range, identity: best.form.identity))
    return best.end
  }

  private func isSmall(_ text: PersonalText, _ i: Int) -> Bool {
    let b = text[i]
    return b < 0x80 ? !PersonalText.isUpper(b) : b == 0xC3 && text[i &+ 1] >= 0xA0
  }

  /// True when a greeting, a sign-off, an at sign or the placeholder of another name stands right before.
  private func isGreeted(_ text: PersonalText, _ start: Int) -> Bool {
    if text[start &- 1] == 0x40 { return true }
    if text[start &- 1] == 0x20, text[start &- 2] == 0x5D { return true }
    guard let word = cues.last(.greeting, in: text, before: start, 24) else { return false }
    for i in word..<start where text.isWord(at: i) { return false }
    return start &- word <= 4
  }
}
