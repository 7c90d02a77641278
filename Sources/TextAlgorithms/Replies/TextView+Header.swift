/// Header lines, rules and the phrases between rules.
extension TextView {
  struct Header {
    let roles: UInt16
    /// Where the value begins.
    let value: Int
  }

  /// The header word that begins the line, as in `From: …`, `*Von:* …`, `| Betreff : …`.
  func header(_ tables: ReplyTables) -> Header? {
    let from = skip(0, atMost: 24) {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x3E || $0 == 0x7C || $0 == 0x2A || $0 == 0x5F
        || $0 == 0x3D || $0 == 0x30 || $0 == 0x39 || $0 == 0xA0 || $0 == 0x200B || $0 == 0x3A
    }
    guard from < count, tables.headers.mayStart(low[from]) else { return nil }
    var found: Header?
    tables.headers.visit(self, at: from) { match in
      let colon = skip(match.end, atMost: 3, where: TextView.isHeaderBlank)
      if colon < count, low[colon] == 0x3A || hasPrefix("：", at: colon) {
        let value = skip(
          colon + (low[colon] == 0x3A ? 1 : 3), where: TextView.isHeaderBlank)
        found = Header(roles: match.payload, value: value)
      }
      return false
    }
    return found
  }

  @inline(__always)
  private static func isHeaderBlank(_ s: UInt32) -> Bool {
    s == 0x20 || s == 0x09 || s == 0xA0 || s == 0x2A || s == 0x5F
  }

  /// Is there a second header on the line, the subject?
  var hasInlineSubject: Bool {
    for word in ["objet", "subject", "betreff", "asunto", "oggetto", "assunto"] as [StaticString] {
      var from = 1
      while let at = find(word, from: from) {
        let next = skipBlanks(at + word.utf8CodeUnitCount)
        if blank(at: before(at)) > 0, next < count, low[next] == 0x3A { return true }
        from = at + 1
      }
    }
    return false
  }

  /// Four or more rule signs and nothing else.
  var isRule: Bool {
    var i = skip(0) {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x3E || $0 == 0x7C || $0 == 0x0D || $0 == 0xA0
    }
    var signs = 0
    while i < count {
      let (s, length) = scalar(at: i)
      guard Scalars.isDash(s) || s == 0x5F || s == 0x3D || s == 0x2A || s == 0x7E || s == 0x23
      else {
        return signs >= 4 && skipBlanks(i) == count
      }
      signs += 1
      i += length
      if i < count { i += blank(at: i) }
    }
    return signs >= 4
  }

  /// May a line of dashes or underscores begin with this byte?
  @inline(__always)
  static func mayBeginDelimiter(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x5F || byte == 0xE2
  }

  /// `-- ` and nothing else.
  var isSignatureDelimiter: Bool { hasPrefix("--") && skipBlanks(2) == count }

  /// A few dashes or underscores alone on the line.
  var isDashes: Bool {
    var blanks = 0
    while blanks < count, blanks < 3, low[blanks] == 0x20 { blanks += 1 }
    let rest = slice(blanks, trimBlanks(count, from: blanks))
    guard rest.count > 0 else { return false }
    let hyphens = rest.skip(0) { $0 == 0x2D }
    if hyphens == rest.count { return (2...4).contains(hyphens) }
    if rest.count == 2, rest.hasPrefix("__") { return true }
    let sign = rest.scalar(at: 0).value
    guard sign == 0x2014 || sign == 0x2013 else { return false }
    let n = rest.count / 3
    return rest.skip(0, where: { $0 == sign }) == rest.count && n <= 8 && (n >= 2 || sign == 0x2014)
  }

  /// A line of other dashes or underscores, as list programs put above their footers.
  var isLooseDelimiter: Bool {
    var blanks = 0
    while blanks < count, blanks < 2, low[blanks] == 0x20 { blanks += 1 }
    let rest = slice(blanks, trimBlanks(count, from: blanks))
    guard rest.count > 0 else { return false }
    let sign = rest.scalar(at: 0).value
    guard rest.skip(0, where: { $0 == sign }) == rest.count else { return false }
    let n = rest.count / (sign < 0x80 ? 1 : 3)
    switch sign {
    case 0x2014, 0x2013: return n <= 10
    case 0x2015, 0x2E3A: return n == 1
    case 0x5F: return (2...60).contains(n)
    case 0x2D: return n == 4 || n == 5 || n >= 20
    default: return false
    }
  }

  /// Where the words begin behind a rule (`-----`, `<`), or nil without one.
  private var behindRule: Int? {
    var i = 0
    var rule = 0
    while i < count {
      let (s, length) = scalar(at: i)
      if Scalars.isDash(s) || s == 0x5F || s == 0x3D || s == 0x7E || s == 0x2B {
        rule += 1
      } else if s == 0x3C {
        rule += 2
      } else if s == 0x2A || s == 0x3E || s == 0x7C {
        rule = 0
      } else if blank(at: i) == 0 {
        break
      }
      i += length
    }
    return rule >= 2 ? i : nil
  }

  private var behindMarks: Int {
    skip(0) { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E || $0 == 0x2A || $0 == 0x5F || $0 == 0x7C }
  }

  /// A phrase of the trie followed by nothing but a colon.
  private func isPhraseWithColon(_ words: WordTrie) -> Bool {
    guard let end = words.longest(self, at: behindMarks, wholeWord: true)?.end else { return false }
    let colon = skipBlanks(end)
    guard colon < count else { return false }
    if low[colon] == 0x3A { return skipBlanks(colon + 1) == count }
    return hasPrefix("：", at: colon) && skipBlanks(colon + 3) == count
  }

  /// "----- Original Message -----"
  func isOriginalMessage(_ tables: ReplyTables) -> Bool {
    if let at = behindRule, let match = tables.originals.longest(self, at: at, wholeWord: true),
      !slice(match.end, count).isLonger(than: 110)
    {
      return true
    }
    return isPhraseWithColon(tables.longOriginals)
  }

  /// "---------- Forwarded message ----------", "Begin forwarded message:"
  func isForward(_ tables: ReplyTables) -> Bool {
    if let at = behindRule, let match = tables.forwards.longest(self, at: at, wholeWord: false),
      !slice(match.end, count).isLonger(than: 90)
    {
      return true
    }
    return isPhraseWithColon(tables.longForwards)
  }
}
