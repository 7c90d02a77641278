/// Gradient-boosted trees over rows of numbers, in the layout of the training script.
///
/// A count of trees, a bias, each tree's first node, then nodes of 8 bytes in preorder: a value, a column, the distance
/// to the right child. A distance of 0 is a leaf. A row goes left, to the next node, where x <= value.
struct DecisionTrees: @unchecked Sendable {
  struct Node {
    var value: Float
    var column: UInt16
    /// How many nodes further on the right child is; 0: a leaf.
    var right: UInt16
  }

  let count: Int
  private let bias: Float
  private let offsets: UnsafePointer<UInt32>
  private let nodes: UnsafePointer<Node>
  private let nodeCount: Int

  /// `file` is one that the training script wrote, aligned to 4 bytes, and lives as long as the process.
  init(_ file: UnsafePointer<UInt8>, size: Int) {
    // SAFETY: the layout is the script's; each path ends in a leaf; a test checks the columns.
    let base = UnsafeRawPointer(file)
    count = Int(base.load(as: UInt32.self))
    bias = base.load(fromByteOffset: 4, as: Float.self)
    offsets = (base + 8).assumingMemoryBound(to: UInt32.self)
    nodes = (base + 8 + count * 4).assumingMemoryBound(to: Node.self)
    nodeCount = (size - 8 - count * 4) / 8
  }

  /// The sum of the leaves of every `step`th tree, from `first` on: one class of several.
  func sum(_ row: [Float], from first: Int, step: Int) -> Float {
    row.withUnsafeBufferPointer { row in
      stride(from: first, to: count, by: step).reduce(bias) {
        $0 + leaf(nodes + Int(offsets[$1]), row.baseAddress!)
      }
    }
  }

  private func leaf(_ root: UnsafePointer<Node>, _ row: UnsafePointer<Float>) -> Float {
    var node = root
    while node.pointee.right != 0 {
      let isLeft = row[Int(node.pointee.column)] <= node.pointee.value
      node += isLeft ? 1 : Int(node.pointee.right)
    }
    return node.pointee.value
  }

  /// A tree's nodes in preorder.
  func nodes(of tree: Int) -> UnsafeBufferPointer<Node> {
    let end = tree + 1 < count ? Int(offsets[tree + 1]) : nodeCount
    return UnsafeBufferPointer(
      rebasing: UnsafeBufferPointer(start: nodes, count: end)[Int(offsets[tree])...])
  }

  /// The highest column any tree looks at, for the check that model and features belong together.
  var highestColumn: Int {
    (0..<nodeCount).reduce(0) { max($0, Int(nodes[$1].column)) }
  }
}
