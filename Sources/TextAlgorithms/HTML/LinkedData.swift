/// The JSON-LD blocks of a page as trees, repaired where they are almost JSON.
package struct LinkedData {
  /// The blocks in the page's order.
  package private(set) var blocks: [JSONValue] = []
  /// Blocks that could only be read after a repair.
  package private(set) var repaired = 0
  /// Blocks that couldn't be read at all.
  package private(set) var unreadable = 0

  package init(_ arena: HTMLArena) {
    for node in arena.nodes.indices where arena.nodes[node].tag == .script {
      guard node + 1 < Int(arena.nodes[node].end),
        arena.attribute(node, .type)?.containsASCII("ld+json") == true
      else { continue }
      let text = Array(arena.bytes[arena.textRange(node + 1)])
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      if let value = try? JSONValue(parsing: text) {
        blocks.append(value)
      } else if let value = try? JSONValue(parsing: JSONRepair.repaired(text)) {
        blocks.append(value)
        repaired += 1
      } else {
        unreadable += 1
      }
    }
  }
}
