/// The folder of one run and the names of what is in it.
package struct RunDirectory: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Exists when, and only when, the run is complete.
  package var manifest: String { "\(path)/manifest.json" }
  package var report: String { "\(path)/report.json" }
  package var htmlReport: String { "\(path)/report.html" }
  package var card: String { "\(path)/README.md" }
  /// The folder of everything that is removed when the run is complete.
  var work: String { "\(path)/.work" }
  /// What this run was started with.
  var fingerprint: String { "\(work)/fingerprint.json" }

  private static func number(_ n: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }

  /// A part becomes several files when it holds more than a worker keeps in memory.
  func part(_ place: PartPlace) -> String { file(place, "part") }
  func sketch(_ place: PartPlace) -> String { file(place, "sketch") }
  /// Which blocks stand in the part's documents, when repeated ones are looked for.
  func blocks(_ place: PartPlace) -> String { file(place, "blocks") }
  /// The repeated blocks that were met in the part.
  func blockSamples(_ place: PartPlace) -> String { file(place, "samples") }
  func strippedRejects(_ place: PartPlace) -> String { file(place, "rejects") }
  /// The books of a part whose repeated blocks are out; written last.
  func strippedLedger(_ place: PartPlace) -> String { file(place, "json") }
  /// The repeated blocks of all parts.
  var repeatedBlocks: String { "\(work)/repeated-blocks" }

  private func file(_ place: PartPlace, _ ending: String) -> String {
    "\(work)/\(place.isStripped ? "strip" : "prepare")/\(RunDirectory.name(place)).\(ending)"
  }

  private static func name(_ place: PartPlace) -> String {
    "\(number(place.part))-\(number(place.file))"
  }

  func partRejects(_ n: Int) -> String { "\(work)/prepare/\(RunDirectory.number(n)).rejects" }
  /// The part's books; written last, so it says that the part is done.
  func partLedger(_ n: Int) -> String { "\(work)/prepare/\(RunDirectory.number(n)).json" }

  var decisions: String { "\(work)/deduplicate" }
  func shardDecisions(_ n: Int) -> String {
    "\(decisions)/\(RunDirectory.number(n)).decisions"
  }
  /// The barrier's books; written last.
  var deduplicateLedger: String { "\(work)/deduplicate.json" }

  func shardRejects(_ n: Int) -> String { "\(work)/package/\(RunDirectory.number(n)).rejects" }
  /// The shard's books and files; written last.
  func shardLedger(_ n: Int) -> String { "\(work)/package/\(RunDirectory.number(n)).json" }

  var rejects: String { "\(path)/rejects/rejects.jsonl" }
  /// What the repeated blocks say, of all parts.
  var repeatedBlockList: String { "\(path)/rejects/repeated-blocks.jsonl" }

  /// "data/train-00003-of-00016.jsonl.zst", relative to the run's folder.
  static func shardFile(
    _ folder: String, _ name: String, _ shard: Int, of shards: Int, ending: String
  ) -> String {
    "\(folder)/\(name)-\(number(shard))-of-\(number(shards)).\(ending)"
  }

  /// Everything that a run writes, for removal.
  static let contents = [
    "manifest.json", "README.md", "report.json", "report.html", "data", "retrieval", "metadata",
    "rejects", ".work",
  ]
}

/// One file that a part became.
struct PartPlace: Equatable, Sendable {
  var part: Int
  var file: Int
  /// Whether repeated blocks are out of its documents.
  var isStripped = false
}
