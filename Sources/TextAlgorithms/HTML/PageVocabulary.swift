/// What class names, roles and tags say about an element, as bit sets and small numbers.
enum PageVocabulary {
  static let classGroups = HashMasks(PageWordLists.classGroups)
  static let textGroups = HashMasks(PageWordLists.textGroups)
  static let stopWords = HashMasks([("stop", PageWordLists.stopWords)])
  static let classGroupCount = PageWordLists.classGroups.count
  static let textGroupCount = PageWordLists.textGroups.count

  /// Elements whose distance above a block is a feature; the six heading levels are one.
  static let landmarks: [StaticString] = [
    "nav", "header", "footer", "aside", "main", "article", "section", "form", "table", "ul", "ol",
    "dl", "figure", "blockquote", "details", "button", "a", "pre", "p", "li", "h1", "td", "th",
    "noscript",
  ]
  private static let landmarkOfTag: [Int8] = {
    var table = [Int8](repeating: -1, count: 256)
    for (i, name) in landmarks.enumerated() { table[Int(HTMLTag.named(name).rawValue)] = Int8(i) }
    for level in 0..<6 { table[Int(HTMLTag.h1.rawValue) + level] = Int8(headingLandmark) }
    return table
  }()
  static let headingLandmark = 20
  static let mainLandmark = 4
  static let articleLandmark = 5

  static func groupIndex(_ name: String) -> Int {
    PageWordLists.classGroups.firstIndex { $0.0 == name }!
  }

  private static let roles: [(StaticString, HTMLTag)] = [
    ("navigation", .nav), ("banner", .header), ("contentinfo", .footer), ("complementary", .aside),
    ("main", .main), ("article", .article), ("button", .button), ("list", .ul),
  ]

  static func node(
    _ arena: HTMLArena, _ index: Int, parent: Int32, depth: Int32, position: Int32
  ) -> PageNode {
    let tag = arena.nodes[index].tag
    var role = tag
    var groups: UInt64 = 0
    var hidden: UInt8 = 0
    var hasItemProperty = false
    var signature = UInt64(tag.rawValue) &+ 0x51_7CC1
    let first = Int(arena.nodes[index].attributeStart)
    for i in first..<first + Int(arena.nodes[index].attributeCount) {
      let attribute = arena.attributes[i]
      let start = Int(attribute.start)
      let value = arena.bytes[start..<start + Int(attribute.count)]
      switch attribute.name {
      case .class:
        groups |= tokenGroups(value)
        signature = hashClasses(value, signature)
      case .id, .testID, .ariaLabel: groups |= tokenGroups(value)
      case .role:
        groups |= tokenGroups(value)
        if let known = roles.first(where: { value.equalsASCII($0.0) }) { role = known.1 }
      case .itemprop:
        groups |= tokenGroups(value)
        hasItemProperty = true
      case .hidden: hidden = 1
      case .style:
        if value.containsASCII("none"), value.containsASCII("display") { hidden = 1 }
        if value.containsASCII("visibility"), value.containsASCII("hidden") { hidden = 1 }
      case .ariaHidden: if hidden == 0, value.equalsASCII("true") { hidden = 2 }
      default: break
      }
    }
    return PageNode(
      tag: tag, arenaNode: Int32(index), parent: parent, depth: depth, groups: groups,
      landmark: landmarkOfTag[Int(role.rawValue)], hidden: hidden, hasItemProperty: hasItemProperty,
      isMain: role == .main || role == .article || tag == .main || tag == .article,
      signature: signature, position: position)
  }

  /// The groups of the words in a class list: letters, also parted where a small one meets a capital.
  private static func tokenGroups(_ value: ArraySlice<UInt8>) -> UInt64 {
    let table = classGroups
    return value.withUnsafeBufferPointer { bytes in
      var groups: UInt64 = 0
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var length = 0
      var wasSmall = false
      for i in 0..<min(300, bytes.count) {
        let byte = bytes[i]
        let isSmall = byte &- 0x61 < 26
        let isLetter = isSmall || byte &- 0x41 < 26
        if length > 0, !isLetter || (wasSmall && !isSmall) {
          groups |= table[hash]
          hash = 0xCBF2_9CE4_8422_2325
          length = 0
        }
        if isLetter {
          hash = (hash ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01B3
          length &+= 1
        }
        wasSmall = isSmall
      }
      return length > 0 ? groups | table[hash] : groups
    }
  }

  private static func hashClasses(_ value: ArraySlice<UInt8>, _ seed: UInt64) -> UInt64 {
    value.withUnsafeBufferPointer { bytes in
      var hash = seed
      var classes = 0
      var inside = false
      for byte in bytes {
        if byte <= 0x20 {
          inside = false
          continue
        }
        if !inside {
          classes &+= 1
          if classes > 2 { break }
          inside = true
          hash = (hash ^ 0x20) &* 0x100_0000_01B3
        }
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      return hash
    }
  }
}
