internal import Glibc

// Texts and attributes, written so that libxml2 reads them as they are meant.
extension LibXMLMarkup {
  mutating func appendText(_ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    guard end > start else { return }
    if isInHead, (start..<end).contains(where: { page[$0] > 0x20 }) { endHead() }
    appendEscaped(page, start, end, in: .text)
  }

  /// Appends a text or value with its references resolved and `&`, `<`, `"` and zeros written so that they pass.
  mutating func appendEscaped(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, in place: HTMLCharacterReferences.Place
  ) {
    let source = UnsafeBufferPointer(start: page + start, count: end &- start)
    if memchr(page + start, 0x26, end &- start) == nil {
      let isPlain =
        !hasZeros && memchr(page + start, 0x3C, end &- start) == nil
        && (place == .text || memchr(page + start, 0x22, end &- start) == nil)
      return isPlain ? bytes.append(contentsOf: source) : escape(source)
    }
    decoded.removeAll(keepingCapacity: true)
    references.append(source, place, to: &decoded)
    decoded.withUnsafeBufferPointer { escape($0) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for i in text.indices {
      let byte = text[i]
      guard byte < 0x3D, byte == 0x26 || byte == 0x3C || byte == 0x22 || byte == 0 else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<i]))
      copied = i &+ 1
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(0x20)
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// Hands the attributes of `html` and `body` on once more, as libxml2 drops those of tags that aren't the first.
  mutating func markAgain(_ tag: HTMLTag, _ start: Int) {
    guard pageTags < 64, bytes.count - 1 > start, tag == .body || !isInHead else { return }
    pageTags += 1
    let attributes = Array(bytes[start..<bytes.count - 1])
    let name = tag == .body ? LibXMLMarkup.bodyMark : LibXMLMarkup.htmlMark
    bytes.append(0x3C)
    bytes.append(contentsOf: name)
    bytes.append(contentsOf: attributes)
    bytes.append(contentsOf: "></".utf8)
    bytes.append(contentsOf: name)
    bytes.append(0x3E)
  }

  /// Appends the attributes up to the tag's end that the arena keeps; where it ends, beyond `count` when it doesn't.
  mutating func attributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int
  ) -> (end: Int, isSelfClosing: Bool) {
    var kept = 0
    var i = start
    while let attribute = HTMLSkipping.attribute(page, count, &i) {
      guard kept < LibXMLMarkup.attributeLimit else { continue }
      let nameLength = attribute.name.count
      let number = names.find(HTMLNameTable.key(page + attribute.name.lowerBound, nameLength))
      let value = attribute.value
      let isKept =
        number > 0 || nameLength > 6 && memcmp(page + attribute.name.lowerBound, "xmlns:", 6) == 0
        || value.count > 2 && (page[value.lowerBound] == 0x7B || page[value.lowerBound] == 0x5B)
      guard isKept, attribute.name.allSatisfy({ page[$0] &- 0x21 < 0x5E && page[$0] != 0x3C })
      else { continue }
      kept &+= 1
      bytes.append(0x20)
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: page + attribute.name.lowerBound, count: nameLength))
      let isTooLong =
        value.count > HTMLParser.addressLimit
        && (number == HTMLAttributeName.src.rawValue || number == HTMLAttributeName.href.rawValue)
      bytes.append(contentsOf: "=\"".utf8)
      if !isTooLong { appendEscaped(page, value.lowerBound, value.upperBound, in: .attribute) }
      bytes.append(0x22)
    }
    return (i, i > start && i <= count && page[i &- 2] == 0x2F)
  }
}
