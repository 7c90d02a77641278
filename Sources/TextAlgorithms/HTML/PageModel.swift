internal import CTables
internal import Glibc

/// The probability that a block is main content, by trees that are built in: the mean log-odds of models that differ
/// in their seed alone. A block that the first model, or its first trees, are sure of has their score.
struct PageModel {
  private static let trees = DecisionTrees(tm_page_model()!, size: tm_page_model_size())
  /// The models in the file, of as many trees each; their leaves are parts of the mean.
  static let models = 3
  /// How many of the first model's trees are its first, from which log-odds on these are sure, and how much greater they
  /// mostly become by the other trees. On held-out pages four blocks in ten end here, and the score stays.
  static let (early, earlySure, earlyScale): (Int, Float, Float) = (40, 2.3, 1.8)
  /// The first model's log-odds from which it is sure: on held-out pages two thirds of the blocks.
  static let sure: Float = 2.5

  private var sums: [Float] = []
  private var more: [Float] = []
  /// The numbers of the rows that no trees were sure of, and what is in them.
  private var openRows: [Int] = []
  private var isEarly: [Bool] = []
  private var open: [Float] = []

  /// Appends a probability for each row of `rows` to `scores`. Linear in the rows.
  mutating func score(_ rows: PageFeatures, into scores: inout [Float]) {
    let first = PageModel.trees.count / PageModel.models
    let early = min(first, PageModel.early)
    // SAFETY: the rows are as wide as the model's columns, which a test checks.
    rows.values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      PageModel.trees.sum(
        base, count: rows.count, width: PageFeatures.width, trees: 0..<early, into: &sums)
    }
    let scale = Float(PageModel.models)
    openRows.removeAll(keepingCapacity: true)
    isEarly.removeAll(keepingCapacity: true)
    for (row, sum) in sums.enumerated() {
      isEarly.append(abs(sum * scale) >= PageModel.earlySure)
      if !isEarly[row] { openRows.append(row) }
    }
    add(early..<first, of: rows)
    openRows.removeAll { abs(sums[$0] * scale) >= PageModel.sure }
    let start = scores.count
    for (sum, isEarly) in zip(sums, isEarly) {
      scores.append(sum * scale * (isEarly ? PageModel.earlyScale : 1))
    }
    add(first..<PageModel.trees.count, of: rows)
    for row in openRows { scores[start + row] = sums[row] }
    for i in start..<scores.count { scores[i] = 1 / (1 + expf(-scores[i])) }
  }

  /// Adds the leaves of some trees to the sums of the rows that are open.
  private mutating func add(_ range: Range<Int>, of rows: PageFeatures) {
    let width = PageFeatures.width
    open.removeAll(keepingCapacity: true)
    for row in openRows { open.append(contentsOf: rows.values[row * width..<(row + 1) * width]) }
    // SAFETY: as above.
    open.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      PageModel.trees.sum(base, count: openRows.count, width: width, trees: range, into: &more)
    }
    for (row, part) in zip(openRows, more) { sums[row] += part }
  }

  static var highestColumn: Int { trees.highestColumn }
}
