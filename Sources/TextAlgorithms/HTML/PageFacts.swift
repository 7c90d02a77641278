/// Numbers about the page as a whole, the same in each of its rows: what kind of page it may be.
enum PageFacts {
  static let names = [
    "words", "blocks", "link", "pshare", "nodes", "wpb", "prices", "priceshare", "h1", "headings",
    "dates", "forms", "li", "td", "pre", "maxsame", "longshare", "mainshare", "articles",
    "punct", "questions", "users", "c_comment", "c_product", "c_post", "c_grid", "c_doc",
    "c_review", "og_article", "og_product", "og_website",
  ]
  private static let counted = ["comment", "product", "post", "grid", "doc", "review"].map {
    PageVocabulary.groupIndex($0)
  }
  private static let userGroup = PageWordLists.textGroups.firstIndex { $0.0 == "user" }!

  static func values(_ page: PageBlocks, _ texts: BlockTexts, _ arena: HTMLArena) -> [Float] {
    var byTag = [Int32](repeating: 0, count: 256)
    var (prices, dates, questions, users, h1, headings): (Int, Int, Int, Int, Int, Int) = (
      0, 0, 0, 0, 0, 0
    )
    var long: Int32 = 0
    for (index, block) in page.blocks.enumerated() {
      let fact = texts.facts[index]
      byTag[Int(block.tag.rawValue)] += block.words
      if fact.hasPrice { prices += 1 }
      if fact.hasDate { dates += 1 }
      if fact.hasQuestion { questions += 1 }
      if fact.groups >> UInt64(userGroup) & 1 == 1 { users += 1 }
      if block.tag == .h1 { h1 += 1 }
      if block.tag.headingLevel > 0 { headings += 1 }
      if block.words > 30, Float(block.linkWords) < 0.3 * Float(block.words) { long += block.words }
    }
    var groupCounts = [Int](repeating: 0, count: 64)
    var (forms, articles): (Int, Int) = (0, 0)
    var (most, main): (Int32, Int32) = (0, 0)
    for node in page.nodes {
      for group in counted where node.groups >> UInt64(group) & 1 == 1 { groupCounts[group] += 1 }
      if node.tag == .form { forms += 1 }
      if node.tag == .article { articles += 1 }
      if node.words > 0 { most = max(most, node.same) }
      if node.isMain { main = max(main, node.words) }
    }
    let root = page.nodes[0]
    func of(_ tags: HTMLTag...) -> Float {
      share(tags.reduce(0) { $0 + byTag[Int($1.rawValue)] }, root.words)
    }
    let size = logCount(page.nodes.count)
    var row: [Float] = [
      logCount(root.words), logCount(page.blocks.count), share(root.links, root.words), of(.p),
      size,
      logCount(Int(root.words) / max(1, page.blocks.count)), logCount(prices),
      Float(prices) / Float(max(1, page.blocks.count)), Float(h1), logCount(headings),
      logCount(dates), logCount(forms), of(.li), of(.td, .th), of(.pre), logCount(most),
      share(long, root.words), share(main, root.words), logCount(articles),
      share(root.punctuation, root.words), logCount(questions), logCount(users),
    ]
    for group in counted { row.append(logCount(groupCounts[group]) - size) }
    let kind = openGraphType(arena)
    row.append(kind.containsASCII("article") ? 1 : 0)
    row.append(kind.containsASCII("product") ? 1 : 0)
    row.append(kind.containsASCII("website") ? 1 : 0)
    return row
  }

  private static func openGraphType(_ arena: HTMLArena) -> ArraySlice<UInt8> {
    for node in arena.nodes.indices {
      if arena.nodes[node].tag == .body { break }
      if arena.nodes[node].tag == .meta, let name = arena.attribute(node, .property),
        name.equalsASCII("og:type"), let content = arena.attribute(node, .content)
      {
        return content.prefix(64)
      }
    }
    return []
  }
}
