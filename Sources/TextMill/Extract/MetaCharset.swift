/// The encoding that a page declares in its first bytes.
///
/// The prescan of the HTML standard (13.2.3.2 "Determining the character encoding"), over 64 KiB where
/// browsers look at 1 and find the rest when they parse, and the XML declaration before it. Comments, quotes and other tags are read as tags
/// are, so that nothing inside them counts.
struct MetaCharset {
  /// The label that is declared; nil for none, and for labels that mean no encoding.
  static func find(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1 << 16)
    if head.starts(with: Array("<?xml".utf8)), let name = xmlEncoding(Array(head.prefix(200))) {
      return name
    }
    var scan = MetaCharset(bytes: Array(head))
    return scan.prescan()
  }

  private let bytes: [UInt8]
  private var at = 0
  /// The tag at hand has no end.
  private var isCut = false

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static func xmlEncoding(_ head: [UInt8]) -> String? {
    guard let end = head.firstIndex(of: 0x3E) else { return nil }
    return charset(after: Array("encoding".utf8), in: Array(head[..<end]))
  }

  private mutating func prescan() -> String? {
    while at < bytes.count {
      if matches("<!--") {
        at += 2
        while at < bytes.count, !matches("-->") { at += 1 }
        at += 3
      } else if matches("<meta"), at + 5 < bytes.count,
        isSpace(bytes[at + 5]) || bytes[at + 5] == 0x2F
      {
        at += 6
        if let found = meta() { return found }
      } else if isTag {
        at += 1
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
        while attribute() != nil {}
      } else if matches("<!") || matches("</") || matches("<?") {
        while at < bytes.count, bytes[at] != 0x3E { at += 1 }
        at += 1
      } else {
        at += 1
      }
    }
    return nil
  }

  /// A start or end tag.
  private var isTag: Bool {
    guard at + 1 < bytes.count, bytes[at] == 0x3C else { return false }
    let first = bytes[at + 1] == 0x2F && at + 2 < bytes.count ? bytes[at + 2] : bytes[at + 1]
    return (0x61...0x7A).contains(first | 0x20)
  }

  /// What the attributes of a meta element declare.
  private mutating func meta() -> String? {
    var names: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var found: String?
    while let (name, value) = attribute() {
      guard names.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": isContentType = value == "content-type"
      case "content" where found == nil:
        if let charset = MetaCharset.charset(after: Array("charset".utf8), in: Array(value.utf8)) {
          found = charset
          needsContentType = true
        }
      case "charset":
        found = value
        needsContentType = false
      default: continue
      }
    }
    guard !isCut, let found, let needsContentType, !needsContentType || isContentType,
      EncodingNames.isKnown(found)
    else { return nil }
    // ASCII can be read here, so it can't be UTF-16.
    return EncodingNames.canonical(found).hasPrefix("UTF-16") ? "utf-8" : found
  }

  /// The next attribute of the tag at hand, in lower case; nil at its end, which is passed.
  private mutating func attribute() -> (name: String, value: String)? {
    while at < bytes.count, isSpace(bytes[at]) || bytes[at] == 0x2F { at += 1 }
    isCut = at >= bytes.count
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x3E {
      at += 1
      return nil
    }
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x2F, bytes[at] != 0x3E,
      bytes[at] != 0x3D || at == start
    {
      at += 1
    }
    let name = text(start..<at)
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x3D else { return (name, "") }
    at += 1
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    isCut = at >= bytes.count
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x22 || bytes[at] == 0x27 {
      let quote = bytes[at]
      let first = at + 1
      at = first
      while at < bytes.count, bytes[at] != quote { at += 1 }
      isCut = at >= bytes.count
      guard at < bytes.count else { return nil }
      at += 1
      return (name, text(first..<(at - 1)))
    }
    let first = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
    isCut = at >= bytes.count
    return isCut ? nil : (name, text(first..<at))
  }

  private func text(_ range: Range<Int>) -> String {
    let lower = bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var slice = lower[...]
    if let first = slice.first, isSpace(first) || isSpace(slice.last!) {
      // Only a charset is ever trimmed; other values with outer space mean something else.
      let inner = slice.drop(while: isSpace)
      let last = inner.lastIndex { !isSpace($0) }
      let trimmed = last.map { inner[...$0] } ?? []
      let label = String(decoding: trimmed, as: UTF8.self)
      if EncodingNames.isKnown(label) { slice = trimmed }
    }
    return String(decoding: slice, as: UTF8.self)
  }

  /// The value behind `key`, space, `=`: in quotes, or up to space or a semicolon.
  private static func charset(after key: [UInt8], in bytes: [UInt8]) -> String? {
    var i = 0
    while i + key.count < bytes.count {
      guard zip(bytes[i...], key).allSatisfy({ $0 | 0x20 == $1 }) else {
        i += 1
        continue
      }
      i += key.count
      let rest = bytes[i...].drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      let value = rest.dropFirst().drop { $0 <= 0x20 }
      guard let first = value.first else { return nil }
      let isQuoted = first == 0x22 || first == 0x27
      let label =
        isQuoted
        ? value.dropFirst().prefix { $0 != first } : value.prefix { $0 > 0x20 && $0 != 0x3B }
      if isQuoted, label.endIndex == value.endIndex { return nil }
      return label.isEmpty || label.count > 40 ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }

  private func matches(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for i in 0..<count {
      let byte = bytes[at + i]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != mark.utf8Start[i] { return false }
    }
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
