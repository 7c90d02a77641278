/// The suffixes that make a bare name with a dot a web address.
enum TopLevelDomains {
  private static let plain: StaticString = """
     com org net edu gov int info biz ai app dev tv uk ca au nz ie de ch fr nl lu es pt se dk fi pl cz \
    sk hu ro bg gr tr ru ua il cn jp kr tw hk sg th vn ph br ar cl mx pe za ng ke eg ma tn uy si hr \
    rs ee lv lt eu shop store online site xyz tech cloud 
    """
  /// Suffixes that are words too: an address only when a path follows.
  private static let words: StaticString = " io me is in no it at us so to id my be co "

  /// True for a suffix that stands by itself, false for one that needs a path, nil for none.
  static func isPlain(_ text: PersonalText, _ range: Range<Int>) -> Bool? {
    guard range.count >= 2, range.count <= 8 else { return nil }
    return contains(plain, text, range) ? true : contains(words, text, range) ? false : nil
  }

  private static func contains(
    _ list: StaticString, _ text: PersonalText, _ range: Range<Int>
  ) -> Bool {
    list.withUTF8Buffer { bytes in
      var i = 0
      while i + range.count + 1 < bytes.count {
        if bytes[i] == 0x20, bytes[i + range.count + 1] == 0x20 {
          var k = 0
          while k < range.count, bytes[i + 1 + k] == text[range.lowerBound + k] { k += 1 }
          if k == range.count { return true }
        }
        i += 1
      }
      return false
    }
  }
}
