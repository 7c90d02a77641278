internal import CTables
internal import Glibc

/// The probability that a block is main content, by trees that are built in: the mean log-odds of three models that
/// differ in their seed alone. Blocks leave when the trees that they passed are sure of them.
struct PageModel {
  private static let trees = WideTrees(
    DecisionTrees(tm_page_model()!, size: tm_page_model_size()))

  /// So many trees, what their sum is of the log-odds of the models that they belong to, from which log-odds on a block
  /// leaves, and how much greater these mostly become by the other trees.
  private struct Stage {
    let end: Int
    let part: Float
    let sure: Float
    let growth: Float
  }

  /// On held-out pages half of the blocks leave at the first stage and one in four comes to the last; the scores of all
  /// kinds of page stay within 0.001 of those by all trees.
  private static let stages: [Stage] = [
    .init(end: 80, part: 3, sure: 2, growth: 1.8), .init(end: 160, part: 3, sure: 2, growth: 1.3),
    .init(end: 400, part: 3, sure: 2.5, growth: 1), .init(end: 800, part: 1.5, sure: 2, growth: 1),
    .init(end: 1200, part: 1, sure: 0, growth: 1),
  ]

  private var sums: [Float] = []
  /// The numbers of the rows that no trees were sure of.
  private var open: [Int] = []

  /// Appends a probability for each row of `rows` to `scores`. Linear in the rows.
  mutating func score(_ rows: PageFeatures, into scores: inout [Float]) {
    let start = scores.count
    scores.append(contentsOf: repeatElement(0, count: rows.count))
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: rows.count))
    open.removeAll(keepingCapacity: true)
    open.append(contentsOf: 0..<rows.count)
    var passed = 0
    for stage in PageModel.stages where !open.isEmpty {
      PageModel.trees.add(
        passed..<stage.end, rows.values, width: PageFeatures.width, open: open, to: &sums)
      passed = stage.end
      open.removeAll { row in
        let odds = sums[row] * stage.part
        guard abs(odds) >= stage.sure else { return false }
        scores[start + row] = 1 / (1 + expf(-odds * stage.growth))
        return true
      }
    }
  }

  static var highestColumn: Int { trees.highestColumn }
  /// Trees in the file, and trees that are asked at most.
  static var counts: (held: Int, asked: Int) { (trees.count, stages.last?.end ?? 0) }
}
