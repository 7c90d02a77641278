/// The split of every document: a byte each.
struct SplitAssignment: Sendable {
  private var bases: [Int] = []
  private var splits: [UInt8] = []

  /// Everything is training data.
  init() {}

  /// `counts`: the documents of each part; `splits`: by number over all parts.
  init(counts: [Int], splits: [UInt8]) {
    var base = 0
    for count in counts {
      bases.append(base)
      base += count
    }
    self.splits = splits
  }

  func split(part: Int, ordinal: Int) -> Split {
    splits.isEmpty ? .train : Split.allCases[Int(splits[bases[part] + ordinal])]
  }
}
