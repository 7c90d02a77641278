/// Names in scripts that write no blanks: Han, kana, Hangul, Thai.
enum JoinedName {
  /// A form of a name; a part that may be something else needs a title beside it.
  struct Form {
    var folded: [UInt8]
    var needsTitle: Bool
  }

  /// True when the name has letters of such a script.
  static func isOne(_ name: [UInt8]) -> Bool {
    view(name) { text in (0..<text.count).contains { text.isJoined(at: $0) } }
  }

  /// The whole with and without a blank, family name first or last; then its parts. A part of one
  /// sign, a given name, and the beginning or end of a name without a blank need a title. None for
  /// what a help desk is called.
  static func forms(_ name: [UInt8]) -> [Form] {
    let parts = split(name)
    guard let first = parts.first, !holds(name, CueTables.joinedRole) else { return [] }
    if parts.count == 1 { return forms(of: first) }
    var forms: [Form] = []
    for order in [parts, parts.reversed()] {
      for blank in blanks {
        let whole = Array(order.joined(separator: [blank]).joined())
        forms.append(Form(folded: whole, needsTitle: false))
      }
    }
    for (i, part) in parts.enumerated() {
      let isFamily = i == 0 && part.count > (part[0][0] == 0xE0 ? 3 : 1)
      forms.append(Form(folded: Array(part.joined()), needsTitle: !isFamily))
    }
    return forms
  }

  private static let blanks: [[UInt8]] = [[], [0x20], [0xE3, 0x80, 0x80]]

  private static func forms(of name: [[UInt8]]) -> [Form] {
    let whole = Array(name.joined())
    guard name.count > 1 else { return [Form(folded: whole, needsTitle: true)] }
    var forms = [Form(folded: whole, needsTitle: false)]
    guard name[0][0] != 0xE0, name.count <= 8 else { return forms }
    for i in 1..<name.count {
      let head = Array(name[..<i].joined())
      let tail = Array(name[i...].joined())
      for blank in blanks.dropFirst() {
        forms.append(Form(folded: head + blank + tail, needsTitle: false))
      }
      guard i <= 3 else { continue }
      forms.append(Form(folded: head, needsTitle: true))
      if name.count - i > 1 { forms.append(Form(folded: tail, needsTitle: true)) }
    }
    return forms
  }

  /// The parts of a name between blanks and commas, as scalars.
  private static func split(_ name: [UInt8]) -> [[[UInt8]]] {
    var parts: [[[UInt8]]] = [[]]
    for byte in name {
      if byte & 0xC0 == 0x80, let part = parts.indices.last, !parts[part].isEmpty {
        parts[part][parts[part].count - 1].append(byte)
        if parts[part].last == blanks[2] {
          parts[part].removeLast()
          parts.append([])
        }
      } else if byte == 0x20 || byte == 0x2C || byte == 0x09 {
        parts.append([])
      } else {
        parts[parts.count - 1].append([byte])
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// True when a title stands beside the name, or the name alone on its line.
  static func isTitled(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    if text.isHan(before: range.lowerBound) {
      return words(CueTables.joinedOpening) { text.stands($0, before: range.lowerBound) }
    }
    var end = range.upperBound
    if text[end] == 0x20 { end += 1 } else if text.has("\u{3000}", at: end) { end += 3 }
    let isTitled =
      words(CueTables.joinedTitle) { text.stands($0, at: end) }
      || words(CueTables.joinedOpening) { text.stands($0, before: range.lowerBound) }
    return isTitled || isAlone(text, range)
  }

  private static func isAlone(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while text[start &- 1] == 0x20 { start &-= 1 }
    var end = range.upperBound
    while text[end] == 0x20 || text[end] == 0x0D { end &+= 1 }
    return (start <= 0 || text[start &- 1] == 0x0A) && (end >= text.count || text[end] == 0x0A)
  }

  private static func words(
    _ table: StaticString, _ holds: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    table.withUTF8Buffer { bytes in
      bytes.split { $0 == 0x20 || $0 == 0x0A }.contains(where: holds)
    }
  }

  private static func holds(_ name: [UInt8], _ table: StaticString) -> Bool {
    view(name) { text in
      words(table) { word in (0..<text.count).contains { text.stands(word, at: $0) } }
    }
  }

  private static func view(_ name: [UInt8], _ body: (PersonalText) -> Bool) -> Bool {
    name.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      // SAFETY: the view is used only here.
      return body(PersonalText(base: base, count: bytes.count))
    }
  }
}

extension PersonalText {
  /// True when the bytes of `word` stand at `i`.
  fileprivate func stands(_ word: Slice<UnsafeBufferPointer<UInt8>>, at i: Int) -> Bool {
    guard i >= 0, i &+ word.count <= count else { return false }
    var k = i
    for byte in word {
      if self[k] != byte { return false }
      k &+= 1
    }
    return true
  }

  /// True when the bytes of `word` end at `i`, one blank apart or none.
  fileprivate func stands(_ word: Slice<UnsafeBufferPointer<UInt8>>, before i: Int) -> Bool {
    let end = self[i &- 1] == 0x20 ? i &- 1 : i
    return stands(word, at: end &- word.count)
  }
}
