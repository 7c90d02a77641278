internal import TextAlgorithms

extension DuplicateFinder {
  /// In a run of equal bands up to this length all pairs are proposed.
  static let fullRun = 64
  /// In a longer run each document is paired with this many of the first, and with its neighbour.
  static let leaders = 32
  /// In a run of more than this many documents there are fewer leaders, so that time stays bounded.
  static let longRun = 4096
  static let fewLeaders = 8
  /// Band entries that a worker holds at once.
  static let entriesAtOnce = 1 << 19

  /// Pairs of documents (by rank) that have a band in common; a pair may come more than once.
  func propose() throws -> ExternalSorter<ProposedPair> {
    let shared = SharedSorter<ProposedPair>(
      path: "\(workFolder)/proposed", budget: Self.sorterBudget, dropsRepeats: true)
    var groups = partitionGroups().makeIterator()
    let files = files
    let bases = files.indices.map { numbers.base(of: $0) }
    let ranks = ranks
    try OrderedParallelMap.run(
      threads: threads, next: { groups.next() },
      makeWorker: {
        var entries: [BandEntry] = []
        return { (group: Range<Int>) in
          try Interruption.check()
          entries.removeAll(keepingCapacity: true)
          for (part, file) in files.enumerated() {
            try file.forEachEntry(in: group) { entry in
              let rank = ranks[bases[part] + Int(entry.document)]
              if rank != DuplicateFinder.excluded {
                entries.append(BandEntry(hash: entry.hash, document: rank))
              }
            }
          }
          entries.sort()
          try DuplicateFinder.pairs(in: entries, shared)
        }
      }, emit: { (_: Void) in })
    return shared.finished()
  }

  /// Ranges of partitions with about as many entries as a worker may hold.
  private func partitionGroups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var size = 0
    for partition in 0..<SketchLayout.partitions {
      let more = files.reduce(0) { $0 + $1.entryCount(in: partition..<(partition + 1)) }
      if size > 0, size + more > Self.entriesAtOnce {
        groups.append(start..<partition)
        start = partition
        size = 0
      }
      size += more
    }
    if size > 0 { groups.append(start..<SketchLayout.partitions) }
    return groups
  }

  /// Proposes pairs within each run of equal hashes; `entries` are sorted by (hash, rank).
  private static func pairs(
    in entries: [BandEntry], _ shared: SharedSorter<ProposedPair>
  ) throws {
    var pairs: [ProposedPair] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      let length = end - start
      let leaders = length <= fullRun ? length : length <= longRun ? Self.leaders : fewLeaders
      for later in start..<end {
        let last = min(later, start + leaders)
        for earlier in start..<last {
          append(entries[later].document, entries[earlier].document, to: &pairs)
        }
        if later > last { append(entries[later].document, entries[later - 1].document, to: &pairs) }
      }
      if pairs.count > 1 << 16 { try shared.take(&pairs) }
      start = end
    }
    try shared.take(&pairs)
  }

  private static func append(_ later: UInt32, _ earlier: UInt32, to pairs: inout [ProposedPair]) {
    if later != earlier {
      pairs.append(ProposedPair(later: later, earlier: earlier))
    }
  }
}
