/// Text without case and marks, with a map back to where each byte came from.
package struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// The source offset of each folded byte and of the end; empty when they are the same.
  private var offsets: [Int32] = []

  init(_ text: PersonalText) {
    bytes.reserveCapacity(text.count)
    var i = 0
    while i < text.count, text[i] < 0x80 {
      bytes.append(PersonalText.lower(text[i]))
      i &+= 1
    }
    if i == text.count { return }
    offsets = (0..<Int32(i)).map { $0 }
    while i < text.count {
      let next = Self.step(text, i, &bytes)
      while offsets.count < bytes.count { offsets.append(Int32(i)) }
      i = next
    }
    offsets.append(Int32(i))
  }

  /// Where the folded byte at `i` came from.
  func source(_ i: Int) -> Int { offsets.isEmpty ? i : Int(offsets[i]) }

  /// `value` without case and marks.
  package static func fold(_ value: [UInt8]) -> [UInt8] {
    value.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      // SAFETY: the view is used only here.
      return FoldedText(PersonalText(base: base, count: bytes.count)).bytes
    }
  }

  /// Base letters of U+00C0–U+017F; a low line where there is none.
  private static let latin: StaticString = """
    aaaaaaaceeeeiiiidnooooo_ouuuuyts\
    aaaaaaaceeeeiiiidnooooo_ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnn_nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """

  private static func step(_ text: PersonalText, _ i: Int, _ out: inout [UInt8]) -> Int {
    let lead = text[i]
    if lead < 0x80 {
      out.append(PersonalText.lower(lead))
      return i &+ 1
    }
    if lead == 0xCC || (lead == 0xCD && text[i &+ 1] < 0xB0) { return i &+ 2 }
    if lead >= 0xC3, lead <= 0xC5 {
      let index = Int(lead &- 0xC3) << 6 | Int(text[i &+ 1] & 0x3F)
      let letter = latin.utf8Start[index]
      if letter != 0x5F {
        if lead == 0xC3, text[i &+ 1] == 0x9F { out.append(letter) }
        out.append(letter)
        return i &+ 2
      }
    }
    if lead == 0xD0, text[i &+ 1] >= 0x90, text[i &+ 1] < 0xB0 {
      // Cyrillic capitals.
      let low = text[i &+ 1] &+ 0x20
      out.append(low < 0xC0 ? 0xD0 : 0xD1)
      out.append(low < 0xC0 ? low : low &- 0x40)
      return i &+ 2
    }
    if lead == 0xEF, let sign = WidthFolding.ascii(text, i) {
      out.append(PersonalText.lower(sign))
      return i &+ 3
    }
    out.append(lead)
    var next = i &+ 1
    while next < text.count, text[next] & 0xC0 == 0x80 {
      out.append(text[next])
      next &+= 1
    }
    return next
  }
}
