internal import Glibc

/// Numbers about a page beyond its text, for guessing its kind: the words of its address and what it says it is.
enum PageTraits {
  static let names = addressNames + types.map { "type_" + $0.0 }

  private static let addressNames =
    ["url_depth"] + addressWords.map { "url_" + $0.0 } + ["url_root", "url_digits", "url_length"]

  private static let addressWords: [(String, [StaticString])] = [
    ("product", ["/product", "/p/", "/dp/", "/itm/", "/item", "/shop/", ".html"]),
    ("collection", ["/collection", "/c/", "/category", "/categories", "/shop", "/browse"]),
    (
      "forum",
      [
        "forum", "thread", "topic", "/t/", "question", "discuss", "community", "viewtopic", "/r/",
      ]
    ),
    ("blog", ["/blog", "/news", "/20", "/article", "/story", "/post"]),
    (
      "docs",
      [
        "docs.", "doc.", "/docs", "/doc/", "/wiki", "/guide", "/api", "manual", "reference",
        "tutorial", "help", "support", "learn",
      ]
    ),
    ("service", ["service", "solution", "pricing", "about", "platform", "feature"]),
  ]

  /// Groups of schema.org types.
  private static let types: [(String, [StaticString])] = [
    ("product", ["product", "productgroup", "individualproduct", "car"]),
    ("offer", ["offer", "aggregateoffer"]),
    ("article", ["article", "newsarticle", "blogposting", "report", "scholarlyarticle"]),
    ("recipe", ["recipe", "howto"]), ("doc", ["techarticle", "apireference"]),
    ("forum", ["discussionforumposting", "qapage", "question", "answer", "comment"]),
    ("faq", ["faqpage"]), ("list", ["itemlist", "collectionpage", "offercatalog", "listitem"]),
    ("review", ["review", "aggregaterating", "rating"]),
    ("service", ["service", "localbusiness", "professionalservice", "softwareapplication"]),
    ("organization", ["organization", "corporation"]), ("site", ["website"]),
    ("event", ["event", "jobposting", "course"]), ("video", ["videoobject"]),
    ("profile", ["profilepage", "person"]), ("blog", ["blog", "newsmediaorganization"]),
  ]

  /// `url` is the address that the page was found under; the one that it gives for itself goes before it.
  static func values(_ arena: HTMLArena, url: [UInt8]) -> [Float] {
    var address = url[...]
    var counts = [Float](repeating: 0, count: types.count)
    for node in arena.nodes.indices where arena.nodes[node].attributeCount > 0 {
      switch arena.nodes[node].tag {
      case .link:
        if arena.attribute(node, .rel)?.equalsASCII("canonical") == true,
          let href = arena.attribute(node, .href), href.count > 8
        {
          address = href.prefix(2000)
        }
      case .script:
        if arena.attribute(node, .type)?.containsASCII("ld+json") == true,
          node + 1 < Int(arena.nodes[node].end)
        {
          countTypes(arena.bytes[arena.textRange(node + 1)], &counts)
        }
      default:
        if let type = arena.attribute(node, .itemtype) { count(lastPart(type), &counts) }
      }
    }
    return addressRow(address) + counts.map { min(3, $0) }
  }

  private static func lastPart(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = address.lastIndex { $0 == 0x2F || $0 == 0x23 }
    return address[(start.map { $0 + 1 } ?? address.startIndex)...]
  }

  private static func count(_ name: ArraySlice<UInt8>, _ counts: inout [Float]) {
    guard name.count < 32, !name.isEmpty else { return }
    for (i, type) in types.enumerated() where type.1.contains(where: { name.equalsASCII($0) }) {
      counts[i] += 1
    }
  }

  /// Counts the values after each `"@type"`; an array's first value stands for it.
  private static func countTypes(_ json: ArraySlice<UInt8>, _ counts: inout [Float]) {
    json.withUnsafeBufferPointer { text in
      var i = 0
      while i < text.count,
        let found = memchr(text.baseAddress! + i, 0x40, text.count - i)
      {
        i = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - text.baseAddress! + 1
        guard i + 5 < text.count, text[i] == 0x74, text[i + 1] == 0x79, text[i + 2] == 0x70,
          text[i + 3] == 0x65, text[i + 4] == 0x22
        else { continue }
        var start = i + 5
        while start < text.count, start < i + 40,
          text[start] <= 0x20 || text[start] == 0x3A || text[start] == 0x5B || text[start] == 0x22
        {
          start += 1
        }
        var end = start
        while end < text.count, end < start + 40, text[end] != 0x22 { end += 1 }
        count(lastPart(Array(text[start..<end])[...]), &counts)
      }
    }
  }

  private static func addressRow(_ address: ArraySlice<UInt8>) -> [Float] {
    var rest = address
    for scheme: StaticString in ["https://", "http://"]
    where rest.prefix(scheme.utf8CodeUnitCount).equalsASCII(scheme) {
      rest = rest.dropFirst(scheme.utf8CodeUnitCount)
    }
    let path = rest.drop { $0 != 0x2F }
    let slashes = path.dropFirst().dropLast(path.last == 0x2F ? 1 : 0).filter { $0 == 0x2F }.count
    var row = [Float(slashes)]
    for (_, words) in addressWords {
      row.append(words.contains { rest.containsASCII($0) } ? 1 : 0)
    }
    row.append(path.count < 2 ? 1 : 0)
    row.append(Float(path.filter { $0 &- 0x30 < 10 }.count))
    row.append(log1pf(Float(path.count)))
    return row
  }
}
