/// A part of a text that the model reads at once: places where names may stand, with what is around them.
struct NameWindow {
  /// What is read.
  private(set) var range: Range<Int>
  /// Where names may begin.
  private(set) var core: Range<Int>

  /// Bytes of the core before and behind a place.
  private static let near = 40
  /// Bytes that are read before and behind a place.
  private static let far = 80
  /// The most bytes a word at an end is followed to a blank.
  private static let slack = 32
  /// A window that is longer takes no more places.
  private static let longest = 1 << 14

  /// Adds a place that isn't before the last one to the last window, or behind it as a new one. Linear in the reach.
  static func add(_ place: NamePlace, _ text: PersonalText, to windows: inout [NameWindow]) {
    let first = begin(text, place.start &- far)
    let core = max(0, place.start &- near)..<min(text.count, place.end &+ near)
    if let last = windows.last, last.range.upperBound >= first {
      // Most places lie in the midst of what is read already.
      if last.core.upperBound >= core.upperBound { return }
      if last.range.count < longest {
        windows[windows.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, end(text, place.end &+ far))
        windows[windows.count - 1].core = last.core.lowerBound..<core.upperBound
        return
      }
    }
    let low = max(core.lowerBound, windows.last?.core.upperBound ?? 0)
    windows.append(
      NameWindow(
        range: first..<end(text, place.end &+ far), core: low..<max(low, core.upperBound)))
  }

  /// Whether the first line begins before the window, and the last one goes on behind it.
  func cuts(_ text: PersonalText) -> (front: Bool, back: Bool) {
    (
      range.lowerBound > 0 && text[range.lowerBound &- 1] != 0x0A,
      range.upperBound < text.count && text[range.upperBound &- 1] != 0x0A
        && text[range.upperBound] != 0x0A
    )
  }

  /// The beginning of the line, or else of the word, that holds `i`.
  private static func begin(_ text: PersonalText, _ i: Int) -> Int {
    guard i > 0 else { return 0 }
    var blank: Int?
    var k = i
    while k > 0, i &- k < slack {
      if text.base[k &- 1] == 0x0A { return k }
      if blank == nil, PersonalText.isSpace(text.base[k &- 1]) { blank = k }
      k &-= 1
    }
    if k == 0 { return 0 }
    if let blank { return blank }
    k = i
    while k > 0, text.base[k] & 0xC0 == 0x80 { k &-= 1 }
    return k
  }

  /// The end of the word at `i`, with the blanks and line ends that follow: the next line says whether one is the last.
  private static func end(_ text: PersonalText, _ i: Int) -> Int {
    guard i < text.count else { return text.count }
    var k = i
    while k < text.count, k &- i < slack, !PersonalText.isSpace(text.base[k]) { k &+= 1 }
    if k < text.count, !PersonalText.isSpace(text.base[k]) {
      k = i
      while k < text.count, text.base[k] & 0xC0 == 0x80 { k &+= 1 }
      return k
    }
    let blank = k
    while k < text.count, k &- blank < 64, PersonalText.isSpace(text.base[k]) { k &+= 1 }
    return k
  }
}
