internal import CTables
internal import Glibc

/// The probability that a block is main content, by trees that are built in.
enum PageModel {
  private static let trees = DecisionTrees(tm_page_model()!, size: tm_page_model_size())

  /// Appends a probability for each row of `rows` to `scores`.
  static func score(_ rows: PageFeatures, sums: inout [Float], into scores: inout [Float]) {
    rows.values.withUnsafeBufferPointer { values in
      // SAFETY: the rows are as wide as the model's columns, which a test checks.
      guard let base = values.baseAddress else { return }
      trees.sum(base, count: rows.count, width: PageFeatures.width, into: &sums)
    }
    for sum in sums { scores.append(1 / (1 + expf(-sum))) }
  }

  static var highestColumn: Int { trees.highestColumn }
}
