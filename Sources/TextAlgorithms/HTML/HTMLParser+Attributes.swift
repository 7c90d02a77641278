internal import Glibc

// What stands in a tag behind its name.
extension HTMLParser {
  /// Reads attributes up to the tag's end and gives the known ones to `node`, or to none when that is negative.
  func attributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, of node: Int, _ state: inout State
  ) -> (end: Int, isSelfClosing: Bool) {
    var i = start
    var kept = 0
    while let attribute = HTMLSkipping.attribute(page, count, &i) {
      guard node >= 0, kept < HTMLParser.attributeLimit else { continue }
      let (name, length) = (attribute.name.lowerBound, attribute.name.count)
      let value = attribute.value
      let number = names.find(HTMLNameTable.key(page + name, length))
      if number > 0, let known = HTMLAttributeName(rawValue: number) {
        kept &+= 1
        keep(known, page, value.lowerBound, value.upperBound, node, &state)
      } else if length > 6, memcmp(page + name, "xmlns:", 6) == 0 {
        kept &+= 1
        keepNamespace(
          page, name &+ 6, name &+ length, value.lowerBound, value.upperBound, node, &state)
      } else if value.count > 2, page[value.lowerBound] == 0x7B || page[value.lowerBound] == 0x5B {
        kept &+= 1
        keepData(page, value.lowerBound, value.upperBound, node, &state)
      }
    }
    guard i <= count else { return (count, false) }
    return (i, i &- 1 > start && page[i &- 2] == 0x2F)
  }

  /// Gives the page's first `html` or `body` the attributes of a later one that it lacks.
  func addAttributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, to node: Int, _ state: inout State
  ) -> Int {
    let own = state.builder.beginAttributes(of: node)
    let end = attributes(page, count, start, of: node, &state).end
    state.builder.endAttributes(of: node, adding: own)
    return end
  }

  private func keep(
    _ name: HTMLAttributeName, _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ node: Int,
    _ state: inout State
  ) {
    var (place, length) = (start, 0)
    let isTooLong = (name == .src || name == .href) && end &- start > HTMLParser.addressLimit
    if end > start, !isTooLong {
      (place, length) = decode(page, start, end, in: .attribute, &state)
    }
    keep(name, place, length, node, &state)
  }

  private func keep(
    _ name: HTMLAttributeName, _ place: Int, _ length: Int, _ node: Int, _ state: inout State
  ) {
    state.builder.attributes.append(
      .init(
        name: name, start: Int32(truncatingIfNeeded: place),
        count: Int32(truncatingIfNeeded: length)))
    state.builder.nodes[node].attributeCount &+= 1
  }

  /// Keeps a namespace of XML as a prefix of RDFa, written like one.
  private func keepNamespace(
    _ page: UnsafePointer<UInt8>, _ name: Int, _ nameEnd: Int, _ start: Int, _ end: Int,
    _ node: Int, _ state: inout State
  ) {
    let place = state.decoded.count
    state.decoded.append(
      contentsOf: UnsafeBufferPointer(start: page + name, count: nameEnd &- name))
    state.decoded.append(contentsOf: [0x3A, 0x20])
    if end > start {
      state.decoded.append(
        contentsOf: UnsafeBufferPointer(start: page + start, count: end &- start))
    }
    keep(.prefix, state.base &+ place, state.decoded.count &- place, node, &state)
  }

  /// Keeps the value of an attribute without a number when it begins like JSON.
  private func keepData(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ node: Int, _ state: inout State
  ) {
    let before = state.decoded.count
    let (place, length) = decode(page, start, end, in: .attribute, &state)
    let isDecoded = place >= state.base
    func byte(_ i: Int) -> UInt8 {
      isDecoded ? state.decoded[place &- state.base &+ i] : page[place &+ i]
    }
    guard length > 2, byte(1) == 0x22 || byte(1) == 0x7B || byte(2) == 0x22 else {
      state.decoded.removeSubrange(before...)
      return
    }
    keep(.json, place, length, node, &state)
  }
}
