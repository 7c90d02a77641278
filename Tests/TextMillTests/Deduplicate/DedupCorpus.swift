@testable import TextAlgorithms
@testable import TextMill

/// A corpus with copies and edited copies, and the truth about it by brute force.
struct DedupCorpus: TextSource {
  private(set) var texts: [[UInt8]] = []
  private(set) var ids: [[UInt8]] = []
  private var keys: [ContentHash] = []
  private var priorities: [UInt64] = []
  /// The first document's number of each part, of the corpus as cut last.
  private var bases: [Int] = []

  init(seed: UInt64, documents: Int) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    var words: [[String]] = []
    for _ in 0..<documents {
      var text: [String]
      if !words.isEmpty, random(3) > 0 {
        text = words[random(words.count)]
        for _ in 0..<random(4) { text[random(text.count)] = "edit\(random(1000))" }
      } else {
        text = (0..<(1 + random(120))).map { _ in "w\(random(5000))" }
      }
      words.append(text)
      add(text.joined(separator: " "), priority: UInt64(random(10)))
    }
  }

  mutating func add(_ text: String, priority: UInt64? = nil, key: UInt64? = nil) {
    let number = texts.count
    texts.append(Array(text.utf8))
    ids.append(Array("document:\(number)".utf8))
    let hash = ids[number].withUnsafeBufferPointer { ContentHash(of: $0) }
    keys.append(key.map { ContentHash(high: $0, low: 0) } ?? hash)
    priorities.append(priority ?? UInt64(number))
  }

  /// The similarity of two texts by definition.
  func jaccard(_ a: Int, _ b: Int) -> Double { Self.jaccard(shingles(a), shingles(b)) }

  static func jaccard(_ a: Set<[Substring]>, _ b: Set<[Substring]>) -> Double {
    let union = a.union(b).count
    return union == 0 ? 0 : Double(a.intersection(b).count) / Double(union)
  }

  func shingles(_ number: Int) -> Set<[Substring]> {
    let words = String(decoding: texts[number], as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    if words.isEmpty { return [] }
    return Set((0...max(0, words.count - 5)).map { Array(words[$0..<min($0 + 5, words.count)]) })
  }

  func texts(
    part: Int, ordinals: [Int], _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    for ordinal in ordinals {
      try texts[bases[part] + ordinal].withUnsafeBufferPointer { try body(ordinal, $0) }
    }
  }

  func writeSketches(
    _ options: DeduplicateOptions, partSizes: [Int], folder: String
  ) throws -> [String] {
    let writer = SketchWriter(options: options)
    var number = 0
    var paths: [String] = []
    for (part, size) in partSizes.enumerated() {
      for _ in 0..<size {
        writer.add(
          key: keys[number], priority: priorities[number], id: ids[number], text: texts[number])
        number += 1
      }
      paths.append("\(folder)/part-\(part)")
      try writer.finish(path: paths[part])
    }
    return paths
  }

  func finder(
    _ options: DeduplicateOptions, partSizes: [Int], threads: Int, folder: String
  ) throws -> DuplicateFinder {
    var corpus = self
    corpus.bases = partSizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    return try DuplicateFinder(
      sketches: writeSketches(options, partSizes: partSizes, folder: folder), texts: corpus,
      options: options, workFolder: folder, threads: threads)
  }

  /// The decisions, with places given as if the corpus were one part, in that order.
  func decide(
    _ options: DeduplicateOptions, partSizes: [Int]? = nil, threads: Int = 1
  ) throws -> (decisions: [Decision], counts: DeduplicateCounts) {
    let folder = try WorkFolder()
    defer { folder.remove() }
    let sizes = partSizes ?? [texts.count]
    let bases = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let finder = try finder(options, partSizes: sizes, threads: threads, folder: folder.path)
    let counts = try finder.find(
      shards: 1, shard: { _ in 0 }, path: { "\(folder.path)/decisions-\($0)" })
    var decisions = try DecisionFile(path: "\(folder.path)/decisions-0").decisions
    for i in decisions.indices {
      decisions[i].ordinal += bases[decisions[i].part]
      decisions[i].keptOrdinal += bases[decisions[i].keptPart]
      decisions[i].part = 0
      decisions[i].keptPart = 0
    }
    return (decisions.sorted { $0.ordinal < $1.ordinal }, counts)
  }
}
