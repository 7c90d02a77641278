package import TextAlgorithms

/// The n-grams of evaluation texts, with the line that each stands on. Immutable; threads share it.
///
/// Twelve bytes an n-gram. Texts of fewer words than an n-gram, but of eight at least, are n-grams of
/// their own length; shorter ones say too little.
package final class EvaluationIndex: Sendable {
  /// Where an evaluation text stands.
  struct Place: Equatable {
    var file: String
    /// 1-based.
    var line: Int
  }

  /// The n-grams of one length: hashes in order, each once, and the lines of their first places.
  struct Grams: Sendable {
    var length: Int
    var hashes: [UInt64]
    var lines: [UInt32]
  }

  /// By length, the longest first.
  let grams: [Grams]
  /// How many texts were too short.
  package let skipped: Int
  /// SHA-256 of the files' bytes in their order, for the run's fingerprint.
  package let sha256: String
  private let files: [String]
  /// By number of a line over all files.
  private let firstLines: [Int]

  static let fewestWords = 8

  /// Reads the files: lines of text, or of JSON, whose strings are texts each; compressed ones too.
  package init(_ options: DecontaminateConfiguration) throws {
    var builder = EvaluationBuilder(ngram: options.ngram)
    var firstLines: [Int] = []
    let sum = SHA256()
    for file in options.files {
      firstLines.append(builder.line)
      try DatasetReader.forEachLine(file.path) { line in
        sum.update(UnsafeRawBufferPointer(line))
        sum.update([0x0A])
        builder.add(line)
      }
      sum.update([0x00])
    }
    grams = builder.grams()
    skipped = builder.skipped
    sha256 = SHA256.hexadecimal(sum.finish())
    files = options.files.map(\.name)
    self.firstLines = firstLines
  }

  func place(of line: UInt32) -> Place {
    let number = Int(line)
    let file = (firstLines.lastIndex { $0 <= number }) ?? 0
    return Place(file: files[file], line: number - firstLines[file] + 1)
  }
}

extension EvaluationIndex.Grams {
  /// The line of the first evaluation text that holds the n-gram; nil when none does. Logarithmic.
  func line(of hash: UInt64) -> UInt32? {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash ? lines[low] : nil
  }
}
