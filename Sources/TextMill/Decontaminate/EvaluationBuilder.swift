internal import TextAlgorithms

/// Collects the n-grams of evaluation texts, line by line.
struct EvaluationBuilder {
  private let ngram: Int
  private let words = GramHasher(length: 1)
  /// By length.
  private var hashers: [GramHasher?]
  private var found: [[(hash: UInt64, line: UInt32)]]
  /// The number of lines so far, over all files.
  private(set) var line = 0
  private(set) var skipped = 0

  init(ngram: Int) {
    self.ngram = ngram
    hashers = Array(repeating: nil, count: ngram + 1)
    found = Array(repeating: [], count: ngram + 1)
  }

  /// Adds a line: a text, or an object or array of JSON whose strings are texts.
  mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    if line.first == 0x7B || line.first == 0x5B, let value = try? JSONValue(parsing: line) {
      value.forEachString { add(text: Array($0.utf8)) }
    } else if UTF8Encoding.firstInvalid(line) == nil {
      add(text: Array(line))
    } else {
      skipped += 1
    }
    self.line += 1
  }

  private mutating func add(text: [UInt8]) {
    let count = words.hashes(of: text).count
    guard count >= min(ngram, EvaluationIndex.fewestWords) else {
      skipped += 1
      return
    }
    let length = min(count, ngram)
    let hasher = hashers[length] ?? GramHasher(length: length)
    hashers[length] = hasher
    let number = UInt32(clamping: line)
    for hash in hasher.hashes(of: text) { found[length].append((hash, number)) }
  }

  /// The n-grams by length, the longest first, each with the first line that holds it.
  func grams() -> [EvaluationIndex.Grams] {
    found.indices.reversed().compactMap { length in
      let pairs = found[length].sorted { ($0.hash, $0.line) < ($1.hash, $1.line) }
      if pairs.isEmpty { return nil }
      var grams = EvaluationIndex.Grams(length: length, hashes: [], lines: [])
      for pair in pairs where grams.hashes.last != pair.hash {
        grams.hashes.append(pair.hash)
        grams.lines.append(pair.line)
      }
      return grams
    }
  }
}
