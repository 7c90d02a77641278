internal import CTables
internal import Glibc

/// The probability that a block is main content, by trees that are built in: the mean log-odds of models that differ
/// in their seed alone. Of a block that the first model is sure of the others aren't asked.
struct PageModel {
  private static let trees = DecisionTrees(tm_page_model()!, size: tm_page_model_size())
  /// The models in the file, of as many trees each; their leaves are parts of the mean.
  static let models = 3
  /// The first model's log-odds from which it is sure: on held-out pages two thirds of the blocks, and no score of
  /// a kind of page changed by more than 0.001.
  static let sure: Float = 2.5

  private var sums: [Float] = []
  private var others: [Float] = []
  /// The rows that the first model isn't sure of, and their numbers in the batch.
  private var open: [Float] = []
  private var openRows: [Int] = []

  /// Appends a probability for each row of `rows` to `scores`. Linear in the rows.
  mutating func score(_ rows: PageFeatures, into scores: inout [Float]) {
    let width = PageFeatures.width
    let first = PageModel.trees.count / PageModel.models
    // SAFETY: the rows are as wide as the model's columns, which a test checks.
    rows.values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      PageModel.trees.sum(base, count: rows.count, width: width, trees: 0..<first, into: &sums)
    }
    open.removeAll(keepingCapacity: true)
    openRows.removeAll(keepingCapacity: true)
    for (row, part) in sums.enumerated() {
      let odds = part * Float(PageModel.models)
      sums[row] = odds
      guard abs(odds) < PageModel.sure else { continue }
      sums[row] = part
      openRows.append(row)
      open.append(contentsOf: rows.values[row * width..<(row + 1) * width])
    }
    open.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      PageModel.trees.sum(
        base, count: openRows.count, width: width, trees: first..<PageModel.trees.count,
        into: &others)
    }
    for (row, rest) in zip(openRows, others) { sums[row] += rest }
    for sum in sums { scores.append(1 / (1 + expf(-sum))) }
  }

  static var highestColumn: Int { trees.highestColumn }
}
