/// Emphasis, links and marks of colour inside a line of wiki markup. Linear: each mark looks for its end
/// once, and one that has none is remembered.
enum WikiInline {
  static func markdown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { "*_-+{[!\\^~".utf8.contains($0) }) else { return text }
    var out: [UInt8] = []
    var unclosed: Set<UInt8> = []
    var i = 0
    /// The place of `mark` behind `start`; nil, and remembered, when there is none.
    func find(_ mark: [UInt8], from start: Int, name: UInt8) -> Int? {
      if unclosed.contains(name) { return nil }
      var at = start
      while at + mark.count <= bytes.count {
        if bytes[at] == mark[0], bytes[at...].starts(with: mark) { return at }
        at += 1
      }
      unclosed.insert(name)
      return nil
    }
    /// The end of a macro's mark, which is short: what is no macro isn't passed over.
    func macroEnd(from start: Int) -> Int? {
      bytes[start..<min(bytes.count, start + 256)].firstIndex(of: 0x7D)
    }
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x5C, i + 1 < bytes.count {
        // Two of them end a line; one takes the meaning from what follows.
        out.append(bytes[i + 1] == 0x5C ? 0x0A : bytes[i + 1])
        i += 2
        continue
      }
      if byte == 0x7B {
        if bytes[i...].starts(with: "{{".utf8), let end = find([0x7D, 0x7D], from: i + 2, name: 0) {
          out += [0x60] + bytes[(i + 2)..<end] + [0x60]
          i = end + 2
          continue
        }
        if let end = macroEnd(from: i + 1), isMacro(bytes[(i + 1)..<end]) {
          i = end + 1
          continue
        }
      }
      if byte == 0x5B, let end = find([0x5D], from: i + 1, name: 0x5D), end > i + 1 {
        out += link(bytes[(i + 1)..<end])
        i = end + 1
        continue
      }
      if byte == 0x21, isOpening(bytes, i), let end = find([0x21], from: i + 1, name: 0x21),
        isImage(bytes[(i + 1)..<end])
      {
        i = end + 1
        continue
      }
      if let mark = emphasis(byte), isOpening(bytes, i),
        let end = find([byte], from: i + 1, name: byte), isClosing(bytes, end), end > i + 1
      {
        let inner = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
        // Inner marks of other kinds are few; the text inside is passed over once more.
        out += Array(mark.utf8) + Array(inner.utf8) + Array(mark.utf8)
        i = end + 1
        continue
      }
      out.append(byte)
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func emphasis(_ byte: UInt8) -> String? {
    switch byte {
    case 0x2A: "**"
    case 0x5F: "*"
    case 0x2D: "~~"
    case 0x2B: ""
    default: nil
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// A mark opens behind no word and before no space.
  private static func isOpening(_ bytes: [UInt8], _ i: Int) -> Bool {
    i + 1 < bytes.count && bytes[i + 1] > 0x20 && bytes[i + 1] != bytes[i]
      && (i == 0 || !isWord(bytes[i - 1]) && bytes[i - 1] != bytes[i])
  }

  private static func isClosing(_ bytes: [UInt8], _ i: Int) -> Bool {
    bytes[i - 1] > 0x20 && (i + 1 == bytes.count || !isWord(bytes[i + 1]))
  }

  private static func isMacro(_ name: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: name.prefix { $0 != 0x3A }, as: UTF8.self)
    return ["color", "panel", "quote", "anchor", "info", "note", "warning", "tip"].contains(word)
  }

  private static func isImage(_ name: ArraySlice<UInt8>) -> Bool {
    name.contains(0x2E) && !name.prefix { $0 != 0x7C }.contains(0x20)
  }

  /// `text|address`, an address alone, or `~somebody`.
  private static func link(_ inside: ArraySlice<UInt8>) -> [UInt8] {
    if inside.first == 0x7E { return [0x40] + inside.dropFirst() }
    let parts = inside.split(separator: 0x7C, omittingEmptySubsequences: false)
    let address = parts.count > 1 ? parts[1] : parts[0]
    let isAddress = [":", "/"].contains { mark in address.contains(mark.utf8.first!) }
    guard isAddress else { return parts.count > 1 ? Array(parts[0]) : [0x5B] + inside + [0x5D] }
    if parts.count == 1 { return [0x3C] + address + [0x3E] }
    return [0x5B] + parts[0] + [0x5D, 0x28] + address + [0x29]
  }
}
