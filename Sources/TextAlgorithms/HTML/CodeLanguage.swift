/// The language of a code block, from the class names that highlighters leave.
enum CodeLanguage {
  private static let prefixes: [StaticString] = [
    "language-", "lang-", "highlight-source-", "sourcecode-", "brush:",
  ]

  /// The language's name as it stands after a known prefix on the element, its child or two parents; else empty.
  static func find(_ arena: HTMLArena, _ node: Int) -> [UInt8] {
    var places = [node]
    if node + 1 < Int(arena.nodes[node].end) { places.append(node + 1) }
    var up = Int(arena.nodes[node].parent)
    for _ in 0..<2 where up > 0 {
      places.append(up)
      up = Int(arena.nodes[up].parent)
    }
    for place in places {
      if let name = arena.attribute(place, .dataLang), isName(name) { return Array(name) }
      guard let classes = arena.attribute(place, .class) else { continue }
      for part in classes.split(whereSeparator: { $0 <= 0x20 || $0 == 0x3B }) {
        for prefix in prefixes where part.count > prefix.utf8CodeUnitCount {
          let name = part.dropFirst(prefix.utf8CodeUnitCount)
          if part.prefix(prefix.utf8CodeUnitCount).equalsASCII(prefix), isName(name) {
            return Array(name)
          }
        }
      }
    }
    return []
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty && name.count <= 24
      && name.allSatisfy {
        PageWords.isASCIIWord($0) || $0 == 0x2B || $0 == 0x23 || $0 == 0x2D || $0 == 0x2E
      }
  }
}
