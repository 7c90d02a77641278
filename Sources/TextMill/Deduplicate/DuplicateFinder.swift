internal import Glibc
package import TextAlgorithms

/// Finds the duplicates among the documents of many sketch files: the barrier between passes.
///
/// Identity first (one id read twice), then equal contents, then near duplicates: equal bands
/// propose pairs, the texts of proposed documents are read back, and their true similarity decides.
/// Documents are walked in the order of (priority, key); each is removed only by one that stays and
/// whose similarity reaches the threshold: similarity isn't transitive, and neither is removal.
///
/// The decisions are a function of the documents' ids, priorities and texts and of the options: not
/// of threads, budgets, or how documents are cut into parts (ties of equal keys and priorities aside,
/// which the order of parts decides). At most nine bytes a document stay in memory; the rest are
/// sorted files in the work folder, which are removed.
package final class DuplicateFinder {
  let options: DeduplicateOptions
  let texts: any TextSource
  let workFolder: String
  let threads: Int
  let files: [SketchFile]
  let numbers: DocumentNumbers
  var counts = DeduplicateCounts()

  /// Documents that are left out already, and the order of the others. Empty until needed.
  var ranks: [UInt32] = []

  /// Bytes of records that a sorter keeps in memory.
  static let sorterBudget = 8 << 20
  /// Rank of a document that is left out before near duplicates are looked for.
  static let excluded = UInt32.max

  /// `sketches`: the files of the parts in their order, written with the same options. Everything is
  /// written below `workFolder`, which exists.
  package init(
    sketches: [String], texts: any TextSource, options: DeduplicateOptions, workFolder: String,
    threads: Int
  ) throws(TextMillError) {
    try options.validate()
    self.options = options
    self.texts = texts
    self.workFolder = workFolder
    self.threads = threads
    var files: [SketchFile] = []
    for path in sketches {
      files.append(try SketchFile(path: path, fingerprint: options.sketchFingerprint))
    }
    self.files = files
    numbers = DocumentNumbers(counts: files.map(\.documents))
    guard numbers.count < Int(UInt32.max) else {
      throw TextMillError(
        .usage, "there are more than 4,294,967,294 documents",
        remedy: "Deduplicate the sources in several runs.")
    }
    counts.documents = numbers.count
  }

  /// Decides, and writes the decisions of each shard to `path(shard)`, for shards 0..<shards.
  ///
  /// `shard` names the shard of a key. Each file holds the removals and the keepers with removals,
  /// sorted by (key, part, ordinal); a shard without any has a file too.
  package func find(
    shards: Int, shard: (ContentHash) -> Int, path: (Int) -> String
  ) throws -> DeduplicateCounts {
    let early = try removeEqual()
    let near = try removeNear()
    let all = try attribute(early, near)
    try deliver(all, shards: shards, shard: shard, path: path)
    return counts
  }

  func sorter<Record: BitwiseCopyable & Comparable>(
    _ name: String, of: Record.Type = Record.self
  ) -> ExternalSorter<Record> {
    ExternalSorter(path: "\(workFolder)/\(name)", budget: Self.sorterBudget)
  }

  /// Calls `body` with every document of every part, in order.
  func forEachDocument(_ body: (UInt32, SketchRecord) throws -> Void) throws {
    for (part, file) in files.enumerated() {
      let base = numbers.base(of: part)
      try file.forEachDocument { ordinal, record in
        try body(UInt32(base + ordinal), record)
      }
    }
  }
}
