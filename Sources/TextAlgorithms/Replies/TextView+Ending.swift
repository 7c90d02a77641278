/// A cheap look at the end of a line, which tells that no attribution ends there.
extension TextView {
  /// May an attribution end with this line, whatever lines are joined before it?
  ///
  /// Every attribution ends in a verb, a verb and its ending in brackets, a colon or an address in `<>`. Linear in the blanks and
  /// signs at the end. A line without text ends none.
  @inline(__always)
  func mayEndAttribution(_ tables: ReplyTables) -> Bool {
    guard count > 0 else { return false }
    // Most sentences end in a sign that ends no verb.
    switch low[count - 1] {
    case 0x2E, 0x21, 0x3F, 0x3B: return tables.verbs.mayStart(low[count - 1])
    default: return mayEnd(tables, isColonEnough: true)
    }
  }

  /// May an attribution end with this line that has a verb at its end, as those without an address or a digit have?
  func mayEndInVerb(_ tables: ReplyTables) -> Bool { mayEnd(tables, isColonEnough: false) }

  private func mayEnd(_ tables: ReplyTables, isColonEnough: Bool) -> Bool {
    var end = count
    while end > 0 {
      switch low[end - 1] {
      case 0x3A:
        if isColonEnough { return true }
        end -= 1
      case 0x3E: if isColonEnough { return true } else { return tables.verbs.mayEnd(self, at: end) }
      case 0x29:
        // написал (а)
        let letters = skipBack(end - 1, atMost: 3, where: Scalars.isLetter)
        if letters == 0 || low[letters - 1] == 0x28 { return true }
        return tables.verbs.mayEnd(self, at: end)
      case 0x20, 9...13, 0x2D, 0x2A, 0x5F, 0x2C, 0x22: end -= 1
      case 0x80...:
        let scalar = before(end)
        let isColon = hasPrefix("：", at: scalar)
        if isColon, isColonEnough { return true }
        guard isColon || blank(at: scalar) > 0 || hasPrefix("”", at: scalar) else {
          return tables.verbs.mayEnd(self, at: end)
        }
        end = scalar
      default: return tables.verbs.mayEnd(self, at: end)
      }
    }
    return true
  }
}
