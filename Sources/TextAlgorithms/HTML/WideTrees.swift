internal import CLanes

/// Trees over rows of numbers, asked for sixteen rows at once: each split takes leaves away, whatever the order.
///
/// At most 32 leaves a tree and `TM_TREE_COLUMNS` columns in all.
struct WideTrees: @unchecked Sendable {
  let count: Int
  /// The highest column any tree looks at, for the check that model and features belong together.
  let highestColumn: Int
  /// Pointers into memory that lives as long as the process, and isn't written to again.
  private let forest: tm_forest

  init(_ source: DecisionTrees) {
    count = source.count
    highestColumn = source.highestColumn
    var used = Set<Int>()
    for tree in 0..<count {
      for node in source.nodes(of: tree) where node.right != 0 { used.insert(Int(node.column)) }
    }
    let columns = used.sorted()
    precondition(columns.count <= TM_TREE_COLUMNS, "a model of too many columns")
    let places = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var splits: [tm_split] = []
    var trees: [tm_tree] = []
    var leaves: [Float] = []
    for tree in 0..<count {
      let nodes = source.nodes(of: tree)
      let firstLeaf = leaves.count
      // Leaves before a node, as preorder meets them from left to right.
      var before = 0
      let leavesBefore = nodes.map { node in
        defer { before += node.right == 0 ? 1 : 0 }
        return before
      }
      precondition(before <= 32, "a tree of too many leaves")
      let firstSplit = splits.count
      for (place, node) in nodes.enumerated() {
        guard node.right != 0 else {
          leaves.append(node.value)
          continue
        }
        let left = leavesBefore[place]..<leavesBefore[place + Int(node.right)]
        let bits = left.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
        splits.append(
          tm_split(value: node.value, column: UInt32(places[Int(node.column)]!), left: bits))
      }
      trees.append(
        tm_tree(
          first_split: UInt32(firstSplit), split_end: UInt32(splits.count),
          first_leaf: UInt32(firstLeaf)))
    }
    forest = tm_forest(
      splits: WideTrees.kept(splits), trees: WideTrees.kept(trees),
      leaves: WideTrees.kept(leaves), columns: WideTrees.kept(columns.map(UInt32.init)),
      column_count: columns.count)
  }

  private static func kept<Element>(_ array: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
    memory.initialize(from: array, count: array.count)
    return UnsafePointer(memory)
  }

  /// Adds the leaves that the rows `open` of `rows`, `width` numbers each, reach in some trees to their `sums`.
  /// Linear in the open rows and in the nodes of the trees.
  func add(
    _ trees: Range<Int>, _ rows: [Float], width: Int, open: [Int], to sums: inout [Float]
  ) {
    precondition(highestColumn < width && trees.upperBound <= count)
    guard let last = open.max() else { return }
    precondition(last < sums.count && (last + 1) * width <= rows.count)
    // SAFETY: rows, sums and trees are long enough, by the conditions above; `size_t` is as wide as `Int`.
    withUnsafePointer(to: forest) { forest in
      rows.withUnsafeBufferPointer { rows in
        open.withUnsafeBufferPointer { open in
          sums.withUnsafeMutableBufferPointer { sums in
            tm_tree_sums(
              forest, trees.lowerBound, trees.upperBound, rows.baseAddress, width,
              UnsafeRawPointer(open.baseAddress!).assumingMemoryBound(to: size_t.self), open.count,
              sums.baseAddress)
          }
        }
      }
    }
  }
}
