import Glibc
import TextAlgorithms

/// Prints the tree that the parser makes of standard input, a line a node, for comparison with other parsers.
func dumpTree() {
  var page: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = read(STDIN_FILENO, &block, block.count), count > 0 {
    page += block[..<count]
  }
  var arena = HTMLArena()
  var parser = PageParser(.html5)
  parser.parse(page, into: &arena)
  for node in arena.nodes.indices.dropFirst() {
    let depth = Int(arena.nodes[node].depth)
    let text =
      arena.nodes[node].tag == .text
      ? "\"" + String(decoding: arena.collapsedText(node), as: UTF8.self) + "\""
      : "<\(arena.nodes[node].tag.name)>"
    print(String(repeating: "  ", count: depth - 1) + text)
  }
}
