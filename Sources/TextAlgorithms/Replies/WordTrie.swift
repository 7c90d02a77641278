/// Words as a tree of bytes, matched at a place in O(length of the longest word).
///
/// Built once at start and never freed: one lives in the shared tables for the whole run.
struct WordTrie: @unchecked Sendable {
  // SAFETY: the nodes are written before the trie is shared, and never after.
  private struct Node {
    var byte: UInt8
    var isWord = false
    var payload: UInt16 = 0
    var child: Int32 = -1
    var sibling: Int32 = -1
  }

  struct Match {
    let end: Int
    let payload: UInt16
  }

  private let nodes: UnsafeMutableBufferPointer<Node>
  private let roots: UnsafeMutablePointer<Int32>
  private let isReversed: Bool

  /// The words with their payloads; the payloads of equal words are joined by OR.
  init(_ words: [(word: [UInt8], payload: UInt16)], isReversed: Bool = false) {
    var tree: [Node] = [Node(byte: 0)]
    for (word, payload) in words where !word.isEmpty {
      var at = 0
      for byte in isReversed ? word.reversed() : word {
        var next = tree[at].child
        while next >= 0, tree[Int(next)].byte != byte { next = tree[Int(next)].sibling }
        if next < 0 {
          next = Int32(tree.count)
          var node = Node(byte: byte)
          node.sibling = tree[at].child
          tree.append(node)
          tree[at].child = next
        }
        at = Int(next)
      }
      tree[at].isWord = true
      tree[at].payload |= payload
    }
    nodes = .allocate(capacity: tree.count)
    _ = nodes.initialize(from: tree)
    roots = .allocate(capacity: 256)
    roots.initialize(repeating: -1, count: 256)
    var first = tree[0].child
    while first >= 0 {
      roots[Int(tree[Int(first)].byte)] = first
      first = tree[Int(first)].sibling
    }
    self.isReversed = isReversed
  }

  init(_ words: [[UInt8]]) { self.init(words.map { ($0, 0) }) }

  /// Can a word start with this byte?
  @inline(__always)
  func mayStart(_ byte: UInt8) -> Bool { roots[Int(byte)] >= 0 }

  /// Hands over the words that start here, the shortest first, until `visit` says true.
  @inline(__always)
  func visit(_ view: TextView, at start: Int, _ visit: (Match) -> Bool) {
    guard start < view.count else { return }
    var at = roots[Int(view[start])]
    var i = start + 1
    while at >= 0 {
      let node = nodes[Int(at)]
      if node.isWord, visit(Match(end: i, payload: node.payload)) { return }
      if i >= view.count { return }
      let byte = view[i]
      at = node.child
      while at >= 0, nodes[Int(at)].byte != byte { at = nodes[Int(at)].sibling }
      i += 1
    }
  }

  /// The longest word that starts here and, where asked for, ends with no word going on.
  @inline(__always)
  func longest(_ view: TextView, at start: Int, wholeWord: Bool) -> Match? {
    var best: Match?
    visit(view, at: start) {
      if !wholeWord || view.endsWord($0.end) { best = $0 }
      return false
    }
    return best
  }

  /// Where a word first stands that starts at the start of a word (in East Asian text: anywhere).
  @inline(__always)
  func firstIndex(
    in view: TextView, from: Int = 0, wholeWord: Bool
  ) -> (start: Int, match: Match)? {
    var i = from
    while i < view.count {
      let byte = view[i]
      if roots[Int(byte)] >= 0, byte >= 0xE3 || view.startsWord(i),
        let match = longest(view, at: i, wholeWord: wholeWord)
      {
        return (i, match)
      }
      i += 1
    }
    return nil
  }

  @inline(__always)
  func isIn(_ view: TextView, wholeWord: Bool) -> Bool {
    firstIndex(in: view, wholeWord: wholeWord) != nil
  }

  /// In a reversed trie: does a word end here, or may one whose beginning stands before the view?
  func mayEnd(_ view: TextView, at end: Int) -> Bool {
    precondition(isReversed)
    guard end > 0 else { return true }
    var i = end - 1
    var at = roots[Int(view[i])]
    while at >= 0 {
      let node = nodes[Int(at)]
      if node.isWord || i == 0 { return true }
      i -= 1
      let byte = view[i]
      at = node.child
      while at >= 0, nodes[Int(at)].byte != byte { at = nodes[Int(at)].sibling }
    }
    return false
  }

  /// In a reversed trie: hands over the words that end here as (start, payload), the shortest first.
  @inline(__always)
  func visitEnding(_ view: TextView, at end: Int, _ visit: (Int, UInt16) -> Bool) {
    precondition(isReversed)
    guard end > 0 else { return }
    var i = end - 1
    var at = roots[Int(view[i])]
    while at >= 0 {
      let node = nodes[Int(at)]
      if node.isWord, visit(i, node.payload) { return }
      if i == 0 { return }
      i -= 1
      let byte = view[i]
      at = node.child
      while at >= 0, nodes[Int(at)].byte != byte { at = nodes[Int(at)].sibling }
    }
  }
}
