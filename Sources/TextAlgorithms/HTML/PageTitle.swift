/// The words of a page's title, for comparison with its blocks.
enum PageTitle {
  static func words(_ arena: HTMLArena) -> WordSet {
    var hashes = WordSet()
    func add(_ text: [UInt8]) {
      text.withUnsafeBufferPointer {
        PageWords.forEach($0) { _, _, hash in
          hashes.insert(hash)
          return true
        }
      }
    }
    var isTitleSeen = false
    for node in arena.nodes.indices {
      let tag = arena.nodes[node].tag
      if tag == .title, !isTitleSeen {
        isTitleSeen = true
        add(arena.collapsedText(node, limit: 1000))
      } else if tag == .meta, let name = arena.attribute(node, .property),
        name.equalsASCII("og:title"), let content = arena.attribute(node, .content)
      {
        add(Array(content.prefix(1000)))
      } else if tag == .body {
        break
      }
    }
    return hashes
  }
}
