internal import CTables
internal import Glibc

/// How much a page looks like each of seven kinds, by trees that are built in; the scores add up to 1.
enum PageKind {
  static let names = [
    "article", "collection", "documentation", "forum", "listing", "product", "service",
  ]
  /// The place of products in `names`.
  static let product = 5
  private static let trees = DecisionTrees(tm_page_kind_model()!, size: tm_page_kind_model_size())

  static func scores(_ traits: [Float]) -> [Float] {
    let sums = names.indices.map { trees.sum(traits, from: $0, step: names.count) }
    let top = sums.max() ?? 0
    let shares = sums.map { expf($0 - top) }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  static var highestColumn: Int { trees.highestColumn }
}
