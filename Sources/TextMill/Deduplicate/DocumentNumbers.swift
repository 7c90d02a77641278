/// Numbers the documents of all parts from 0 on, in the order of the parts.
struct DocumentNumbers: Sendable {
  /// The number of each part's first document, and the number of all.
  private let bases: [Int]

  init(counts: [Int]) {
    var bases = [0]
    for count in counts { bases.append(bases[bases.count - 1] + count) }
    self.bases = bases
  }

  var count: Int { bases[bases.count - 1] }

  func base(of part: Int) -> Int { bases[part] }

  /// Where a number's document stands. Logarithmic in the number of parts.
  func place(of number: UInt32) -> (part: Int, ordinal: Int) {
    let number = Int(number)
    var low = 0
    var high = bases.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= number { low = middle } else { high = middle }
    }
    return (low, number - bases[low])
  }
}
