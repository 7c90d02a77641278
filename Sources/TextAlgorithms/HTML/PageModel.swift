internal import CTables
internal import Glibc

/// The probability that a block is main content, by gradient-boosted trees that are built in.
///
/// The file: a count of trees, a bias, each tree's first node, then nodes of 8 bytes in preorder: a value, a
/// column, the distance to the right child. Column 65535 is a leaf. A row goes left where x <= value.
enum PageModel {
  private struct Node {
    var value: Float
    var column: UInt16
    var right: UInt16
  }

  /// Puts a probability for each row into `scores`. Trees run outside, rows inside, so a tree stays in cache.
  static func score(_ rows: PageFeatures, into scores: inout [Float]) {
    // SAFETY: the embedded file is made by the training script in this layout, aligned to 16 bytes, and each
    // path ends in a leaf; columns are below the width of a row, which a test checks.
    let base = UnsafeRawPointer(tm_page_model()!)
    let trees = Int(base.load(as: UInt32.self))
    let bias = base.load(fromByteOffset: 4, as: Float.self)
    let offsets = (base + 8).assumingMemoryBound(to: UInt32.self)
    let nodes = (base + 8 + trees * 4).assumingMemoryBound(to: Node.self)
    scores = [Float](repeating: bias, count: rows.count)
    rows.values.withUnsafeBufferPointer { values in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let values = values.baseAddress else { return }
        for tree in 0..<trees {
          let root = nodes + Int(offsets[tree])
          for row in 0..<rows.count {
            scores[row] += leaf(root, values + row * PageFeatures.width)
          }
        }
        for row in 0..<rows.count { scores[row] = 1 / (1 + expf(-scores[row])) }
      }
    }
  }

  @inline(__always)
  private static func leaf(_ root: UnsafePointer<Node>, _ row: UnsafePointer<Float>) -> Float {
    var node = root
    while node.pointee.column != .max {
      node += row[Int(node.pointee.column)] <= node.pointee.value ? 1 : Int(node.pointee.right)
    }
    return node.pointee.value
  }

  /// The highest column any tree looks at, for the check that model and features belong together.
  static var highestColumn: Int {
    let base = UnsafeRawPointer(tm_page_model()!)
    let first = 8 + Int(base.load(as: UInt32.self)) * 4
    var highest = 0
    for at in stride(from: first, to: tm_page_model_size(), by: 8) {
      let column = base.load(fromByteOffset: at + 4, as: UInt16.self)
      if column != .max { highest = max(highest, Int(column)) }
    }
    return highest
  }
}
