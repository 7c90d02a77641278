internal import TextAlgorithms

/// What a page's head and headings say of it.
struct PageFactsReader {
  private(set) var title: String?
  private(set) var heading: String?
  private(set) var canonical: String?
  private(set) var language: String?
  /// The content of `meta` elements by name or property in lower case; the first of each counts.
  private(set) var meta: [String: String] = [:]
  /// The page in other languages: the language and the address of each, in the page's order, at most 100.
  private(set) var alternates: [(language: String, address: String)] = []
  /// The first `time` element's date in an article, for pages that say no other.
  private(set) var firstTime: String?

  init(_ arena: HTMLArena) {
    for node in arena.nodes.indices {
      let tag = arena.nodes[node].tag
      if tag == .meta {
        readMeta(arena, node)
      } else if tag == .title {
        title = title ?? PageFactsReader.text(arena, node)
      } else if tag == .h1 {
        heading = heading ?? PageFactsReader.text(arena, node)
      } else if tag == .html, language == nil {
        language = PageFactsReader.language(
          arena.attributeText(node, .lang) ?? arena.attributeText(node, .xmlLang))
      } else if tag == .link {
        readLink(arena, node)
      } else if tag == .time, firstTime == nil {
        firstTime = arena.attributeText(node, .datetime)
      }
    }
    language = language ?? PageFactsReader.language(meta["og:locale"] ?? meta["language"])
  }

  private mutating func readMeta(_ arena: HTMLArena, _ node: Int) {
    let key = arena.attributeText(node, .property) ?? arena.attributeText(node, .name)
    let name = (key ?? arena.attributeText(node, .itemprop) ?? "").lowercased()
    if !name.isEmpty, meta[name] == nil, meta.count < 1000,
      let content = arena.attributeText(node, .content)?.trimmed, !content.isEmpty
    {
      meta[name] = content
    }
  }

  private mutating func readLink(_ arena: HTMLArena, _ node: Int) {
    guard let rel = arena.attributeText(node, .rel)?.lowercased(),
      let address = arena.attributeText(node, .href)?.trimmed, !address.isEmpty
    else { return }
    let relations = Microdata.words(rel)
    if relations.contains("canonical"), canonical == nil { canonical = address }
    if relations.contains("alternate"), alternates.count < 100,
      let language = arena.attributeText(node, .hreflang)?.trimmed, !language.isEmpty
    {
      alternates.append((language, address))
    }
  }

  /// What the page asks of crawlers, such as "noindex, follow", in lower case.
  var robots: String? { (meta["robots"] ?? meta["googlebot"])?.lowercased() }

  /// What the page says of itself beside a document's own members, for its metadata.
  var metadata: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let robots { members.append(.init(key: "robots", value: .string(robots))) }
    if !alternates.isEmpty {
      let values = alternates.map { alternate in
        JSONValue.object([
          .init(key: "language", value: .string(alternate.language)),
          .init(key: "url", value: .string(alternate.address)),
        ])
      }
      members.append(.init(key: "hreflang", value: .array(values)))
    }
    return members
  }

  /// The page's name: what it is shared as, its main heading, or its title.
  var name: String? { meta["og:title"] ?? heading ?? title }

  /// The canonical address if it is a whole one, else the one that the page was found under.
  func address(foundUnder url: String?) -> String? {
    if let canonical, canonical.hasPrefix("http://") || canonical.hasPrefix("https://") {
      return canonical
    }
    return url ?? meta["og:url"]
  }

  private static func text(_ arena: HTMLArena, _ node: Int) -> String? {
    let text = arena.collapsedText(node, limit: 2000)
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The two letters of "de-AT" or "en_US".
  private static func language(_ tag: String?) -> String? {
    guard let first = tag?.trimmed.split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
      first.utf8.count == 2, first.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
    else { return nil }
    return first.lowercased()
  }
}
