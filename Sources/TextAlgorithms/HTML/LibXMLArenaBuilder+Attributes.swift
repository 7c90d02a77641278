internal import CLibXML2
internal import Glibc

// What the tags say: names and values, as libxml2 hands them over.
extension LibXMLArenaBuilder {
  typealias Values = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  /// Appends a tag's attributes, names and values in turn up to a nil, as the arena's last.
  mutating func appendAttributes(_ values: Values) {
    var i = 0
    while let name = values[i] {
      let number = HTMLNameTable.attributes.find(name)
      if let value = values[i + 1] {
        append(number, name, UnsafeBufferPointer(start: value, count: strlen(value)))
      } else {
        append(number, name, .init(start: nil, count: 0))
      }
      i += 2
    }
  }

  private mutating func append(
    _ number: UInt8, _ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    let start = arena.bytes.count
    var known = HTMLAttributeName(rawValue: number) ?? .none
    if number == 0 {
      if strncasecmp(name, "xmlns:", 6) == 0 {
        // A namespace of XML is a prefix of RDFa, written like one.
        known = .prefix
        arena.bytes.append(
          contentsOf: UnsafeBufferPointer(start: name + 6, count: strlen(name) - 6))
        arena.bytes.append(contentsOf: [0x3A, 0x20])
      } else if HTMLAttributeName.isData(value) {
        known = .json
      } else {
        return
      }
    }
    arena.bytes.append(contentsOf: value)
    arena.attributes.append(
      .init(
        name: known, start: Int32(truncatingIfNeeded: start),
        count: Int32(truncatingIfNeeded: arena.bytes.count - start)))
  }

  /// Gives the page's first `html` or `body` the attributes of a later one that it lacks.
  mutating func addAttributes(_ values: Values?, toFirst tag: HTMLTag) {
    guard let values, let node = firstElement(tag) else { return }
    let own = Int(arena.nodes[node].attributeStart)
    let ownEnd = own + Int(arena.nodes[node].attributeCount)
    let names = Set(arena.attributes[own..<ownEnd].map(\.name))
    let start = arena.attributes.count
    appendAttributes(values)
    let new = arena.attributes[start...].filter { !names.contains($0.name) }
    arena.attributes.removeSubrange(start...)
    guard !new.isEmpty else { return }
    arena.attributes += Array(arena.attributes[own..<ownEnd]) + new
    arena.nodes[node].attributeStart = Int32(truncatingIfNeeded: start)
    arena.nodes[node].attributeCount = UInt16(
      truncatingIfNeeded: arena.attributes.count - start)
  }
}
