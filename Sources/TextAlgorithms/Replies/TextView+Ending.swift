/// A cheap look at the end of a line, which tells that no attribution ends there.
extension TextView {
  /// May an attribution end with this line, whatever lines are joined before it?
  ///
  /// Every attribution ends in a verb, a verb and its ending in brackets, a colon or an address in `<>`. Linear in the blanks and
  /// signs at the end.
  func mayEndAttribution(_ tables: ReplyTables) -> Bool {
    var end = count
    while end > 0 {
      switch low[end - 1] {
      case 0x3A, 0x3E: return true
      case 0x29:
        // написал (а)
        let letters = skipBack(end - 1, atMost: 3, where: Scalars.isLetter)
        if letters == 0 || low[letters - 1] == 0x28 { return true }
        return tables.verbs.mayEnd(self, at: end)
      case 0x20, 9...13, 0x2D, 0x2A, 0x5F, 0x2C, 0x22: end -= 1
      case 0x80...:
        let scalar = before(end)
        if hasPrefix("：", at: scalar) { return true }
        guard blank(at: scalar) > 0 || hasPrefix("”", at: scalar) else {
          return tables.verbs.mayEnd(self, at: end)
        }
        end = scalar
      default: return tables.verbs.mayEnd(self, at: end)
      }
    }
    return true
  }
}
