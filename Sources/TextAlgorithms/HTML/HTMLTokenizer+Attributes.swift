internal import Glibc

// What stands in a tag behind its name.
extension HTMLTokenizer {
  /// Reads attributes up to the tag's end, to which `place` moves: beyond `count` where there is none. True for `/>`.
  @inline(__always)
  mutating func readAttributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ place: inout Int
  ) -> Bool {
    let start = place
    let limit = attributes.count + HTMLTokenizer.attributeLimit
    while let attribute = HTMLSkipping.attribute(page, count, &place) {
      guard attributes.count < limit else { continue }
      let (name, length) = (page + attribute.name.lowerBound, attribute.name.count)
      let value = attribute.value
      let number = names.find(HTMLNameTable.key(name, length))
      if number > 0, let known = HTMLAttributeName(rawValue: number) {
        keep(known, page, value)
      } else if length > 6, memcmp(name, "xmlns:", 6) == 0 {
        keepNamespace(UnsafeBufferPointer(start: name + 6, count: length &- 6), page, value)
      } else if value.count > 2, page[value.lowerBound] == 0x7B || page[value.lowerBound] == 0x5B {
        keepData(page, value)
      }
    }
    return place <= count && place &- 1 > start && page[place &- 2] == 0x2F
  }

  @inline(__always)
  private mutating func keep(
    _ name: HTMLAttributeName, _ page: UnsafePointer<UInt8>, _ value: Range<Int>
  ) {
    let isTooLong = (name == .src || name == .href) && value.count > HTMLTokenizer.addressLimit
    if value.isEmpty || isTooLong { return append(name, value.lowerBound, 0) }
    let (place, length) = decode(page, value.lowerBound, value.upperBound, in: .attribute)
    append(name, place, length)
  }

  @inline(__always)
  private mutating func append(_ name: HTMLAttributeName, _ place: Int, _ length: Int) {
    attributes.append(
      .init(
        name: name, start: Int32(truncatingIfNeeded: place),
        count: Int32(truncatingIfNeeded: length)))
  }

  /// Keeps a namespace of XML as a prefix of RDFa, written like one.
  private mutating func keepNamespace(
    _ name: UnsafeBufferPointer<UInt8>, _ page: UnsafePointer<UInt8>, _ value: Range<Int>
  ) {
    let place = decoded.count
    decoded.append(contentsOf: name)
    decoded.append(contentsOf: [0x3A, 0x20])
    decoded.append(
      contentsOf: UnsafeBufferPointer(start: page + value.lowerBound, count: value.count))
    append(.prefix, base &+ place, decoded.count &- place)
  }

  /// Keeps the value of an attribute without a number when it begins like JSON.
  private mutating func keepData(_ page: UnsafePointer<UInt8>, _ value: Range<Int>) {
    let before = decoded.count
    let (place, length) = decode(page, value.lowerBound, value.upperBound, in: .attribute)
    let isDecoded = place >= base
    func byte(_ i: Int) -> UInt8 {
      isDecoded ? decoded[place &- base &+ i] : page[place &+ i]
    }
    guard length > 2, byte(1) == 0x22 || byte(1) == 0x7B || byte(2) == 0x22 else {
      decoded.removeSubrange(before...)
      return
    }
    append(.json, place, length)
  }
}
