/// Gradient-boosted trees over rows of numbers, in the layout of the training script.
///
/// A count of trees, a bias, each tree's first node, then nodes of 8 bytes in preorder: a value, a column, the distance
/// to the right child. A distance of 0 is a leaf. A row goes left, to the next node, where x <= value.
struct DecisionTrees: @unchecked Sendable {
  private struct Node {
    var value: Float
    var column: UInt16
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

  /// The sums of the leaves of some of the trees that each row of `width` numbers reaches. Trees outside, rows inside: a
  /// tree stays in cache.
  func sum(
    _ rows: UnsafePointer<Float>, count rowCount: Int, width: Int, trees: Range<Int>,
    into sums: inout [Float]
  ) {
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(bias, count: rowCount))
    sums.withUnsafeMutableBufferPointer { sums in
      for tree in trees {
        let root = nodes + Int(offsets[tree])
        var row = 0
        while row &+ 4 <= rowCount {
          let start = rows + row &* width
          let (a, b, c, d) = leaves(root, start, width)
          sums[row] += a
          sums[row &+ 1] += b
          sums[row &+ 2] += c
          sums[row &+ 3] += d
          row &+= 4
        }
        while row < rowCount {
          sums[row] += leaf(root, rows + row &* width)
          row &+= 1
        }
      }
    }
  }

  /// The sum of the leaves of every `step`th tree, from `first` on: one class of several.
  func sum(_ row: [Float], from first: Int, step: Int) -> Float {
    row.withUnsafeBufferPointer { row in
      stride(from: first, to: count, by: step).reduce(bias) {
        $0 + leaf(nodes + Int(offsets[$1]), row.baseAddress!)
      }
    }
  }

  @inline(__always)
  private func leaf(_ root: UnsafePointer<Node>, _ row: UnsafePointer<Float>) -> Float {
    var node = root
    while node.pointee.right != 0 { node += step(node, row) }
    return node.pointee.value
  }

  /// Four rows at a time, whose paths don't wait for one another; a row that arrived stays.
  @inline(__always)
  private func leaves(
    _ root: UnsafePointer<Node>, _ rows: UnsafePointer<Float>, _ width: Int
  ) -> (Float, Float, Float, Float) {
    var (a, b, c, d) = (root, root, root, root)
    let (rowB, rowC, rowD) = (rows + width, rows + 2 &* width, rows + 3 &* width)
    while a.pointee.right | b.pointee.right | c.pointee.right | d.pointee.right != 0 {
      a += step(a, rows)
      b += step(b, rowB)
      c += step(c, rowC)
      d += step(d, rowD)
    }
    return (a.pointee.value, b.pointee.value, c.pointee.value, d.pointee.value)
  }

  @inline(__always)
  private func step(_ node: UnsafePointer<Node>, _ row: UnsafePointer<Float>) -> Int {
    let right = Int(node.pointee.right)
    let left = right == 0 ? 0 : 1
    return row[Int(node.pointee.column)] <= node.pointee.value ? left : right
  }

  /// The highest column any tree looks at, for the check that model and features belong together.
  var highestColumn: Int {
    (0..<nodeCount).reduce(0) { max($0, Int(nodes[$1].column)) }
  }
}
