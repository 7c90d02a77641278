/// Characters that nobody sees: controls, zero-width and bidirectional marks, stray selectors.
package enum InvisibleCharacters {
  /// Leaves out what has no visible meaning where it stands and returns how many went.
  ///
  /// Gone: C0 and C1 controls but tab, line feed and the other line ends; soft hyphen; zero-width space
  /// and no-break space (BOM); word joiner; bidirectional marks, embeddings, isolates;
  /// interlinear annotation marks; tag characters. Kept: joiners after a letter or mark of a script that
  /// needs them and between emoji, variation selectors after an emoji, tags of a flag.
  /// Every decision looks at what is kept before it, so a second pass finds nothing. Linear.
  package static func apply(_ text: inout [UInt8]) -> Int {
    var editor = TextEditor()
    let properties = ScalarProperties()
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      var keptBefore: UInt32 = 0
      var i = 0
      while i < count {
        let run = UTF8Scanning.firstByte(
          below: 0x20, orAtLeast: 0x7F, in: base, from: i, count: count)
        if run > i { keptBefore = UInt32(base[run &- 1]) }
        i = run
        if i == count { break }
        let (scalar, length) = UTF8Scanning.decode(base + i)
        if !properties.has(ScalarProperties.invisible, scalar) {
          keptBefore = scalar
          i &+= length
          continue
        }
        let kept = keptLength(
          scalar, length, base, at: i, count: count, after: keptBefore, properties)
        if kept == 0 {
          editor.remove(i..<(i &+ length), of: buffer)
          i &+= length
        } else {
          keptBefore = scalar
          i &+= kept
        }
      }
      editor.finish(buffer)
    }
    return editor.commit(to: &text)
  }

  /// How many bytes from `start` on have a meaning here and stay, 0 when the scalar goes.
  private static func keptLength(
    _ scalar: UInt32, _ length: Int, _ base: UnsafePointer<UInt8>, at start: Int, count: Int,
    after previous: UInt32, _ properties: ScalarProperties
  ) -> Int {
    let next = start &+ length
    switch scalar {
    case 0x200C:
      return properties.has(ScalarProperties.joinerScript, previous) ? length : 0
    case 0x200D:
      if properties.has(ScalarProperties.joinerScript, previous) { return length }
      guard isEmoji(previous, properties) || previous == 0xFE0F, next < count else { return 0 }
      return isEmoji(UTF8Scanning.decode(base + next).scalar, properties) ? length : 0
    case 0x180B...0x180F:
      return properties.has(ScalarProperties.joinerScript, previous) ? length : 0
    case 0xFE0E, 0xFE0F:
      if isEmoji(previous, properties) { return length }
      return isKeycap(previous, base, next, count) ? length : 0
    case 0xE0020...0xE007E:
      return previous == 0x1F3F4 ? flagTags(base, from: start, count: count) : 0
    default:
      return 0
    }
  }

  private static func isEmoji(_ scalar: UInt32, _ properties: ScalarProperties) -> Bool {
    properties.has(ScalarProperties.emoji, scalar)
  }

  /// `#`, `*` or a digit, the selector, and U+20E3 behind it.
  private static func isKeycap(
    _ previous: UInt32, _ base: UnsafePointer<UInt8>, _ next: Int, _ count: Int
  ) -> Bool {
    guard previous == 0x23 || previous == 0x2A || (0x30...0x39).contains(previous) else {
      return false
    }
    return next < count && UTF8Scanning.decode(base + next).scalar == 0x20E3
  }

  /// The length of up to eight tag characters and their terminator, 0 when they don't end so.
  private static func flagTags(_ base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var i = start
    for _ in 0..<9 where i < count {
      let (scalar, length) = UTF8Scanning.decode(base + i)
      if scalar == 0xE007F { return i &+ length &- start }
      guard (0xE0020...0xE007E).contains(scalar) else { return 0 }
      i &+= length
    }
    return 0
  }
}
