package import TextAlgorithms

/// Divides the documents: those that share a conversation, a customer or a duplicate cluster, over any
/// number of steps, are in one split.
///
/// A component is named by the smallest hash among its groups, and the hash of the name decides, so that
/// membership is the same from run to run; a component that holds a frozen document is test. Documents that
/// were left out as duplicates join components too: their customers must not straddle either. Five bytes a
/// document stay in memory; the rest are sorted files.
struct SplitPass {
  let configuration: Configuration
  let run: RunDirectory
  let parts: [PartFileReader]
  let shards: Int
  let frozen: FrozenDocuments?

  private static let budget = 8 << 20

  /// The assignment, and the number and size of the components as books.
  func run(threads: Int) throws -> (splits: SplitAssignment, ledger: Ledger) {
    var ledger = Ledger(sources: configuration.sources.count)
    guard configuration.write.training != nil, let options = configuration.split, options.divides
    else { return (SplitAssignment(), ledger) }
    let folder = "\(run.work)/split"
    FileSystem.remove(folder)
    try FileSystem.makeFolder(folder)
    defer { FileSystem.remove(folder) }
    let numbers = DocumentNumbers(counts: parts.map(\.count))
    let facts = try facts(options, numbers, threads: threads, folder)
    var sets = try join(facts, options, numbers)
    let members = ExternalSorter<SplitMember>(path: "\(folder)/members", budget: Self.budget)
    try facts.sorted().visit { fact in
      try members.append(
        SplitMember(
          group: fact.group, seconds: fact.seconds, root: sets.find(fact.number),
          isFrozen: fact.isFrozen))
    }
    var splits = [UInt8](repeating: 0, count: sets.count)
    try decide(members, options, folder, &splits, &ledger)
    for number in splits.indices {
      let root = Int(sets.find(UInt32(truncatingIfNeeded: number)))
      splits[number] = splits[root]
    }
    return (SplitAssignment(counts: parts.map(\.count), splits: splits), ledger)
  }

  /// Reads every prepared document once.
  private func facts(
    _ options: SplitConfiguration, _ numbers: DocumentNumbers, threads: Int, _ folder: String
  ) throws -> ExternalSorter<SplitFact> {
    let sorter = ExternalSorter<SplitFact>(path: "\(folder)/facts", budget: Self.budget)
    var next = parts.indices.makeIterator()
    try OrderedParallelMap.run(
      threads: min(threads, max(1, parts.count)),
      next: { next.next() },
      makeWorker: {
        { part in
          var facts: [SplitFact] = []
          for shard in parts[part].segments.indices {
            try Interruption.check()
            try parts[part].segment(shard).withUnsafeBufferPointer { segment in
              PartFileReader.forEachRecord(in: segment) { key, bytes in
                var decoder = DocumentDecoder(bytes)
                let document = decoder.document()
                let number = numbers.base(of: part) + facts.count
                facts.append(
                  SplitFact(
                    group: Split.group(of: document, options: options),
                    seconds: KeepOrder.seconds(document),
                    number: UInt32(truncatingIfNeeded: number),
                    isFrozen: frozen?.contains(key) == true ? 1 : 0))
              }
            }
          }
          return facts
        }
      },
      emit: { try sorter.append(contentsOf: $0) })
    return sorter
  }

  /// Joins the documents of a group, and what was left out with what stayed for it.
  private func join(
    _ facts: ExternalSorter<SplitFact>, _ options: SplitConfiguration, _ numbers: DocumentNumbers
  ) throws -> DisjointSets {
    var sets = DisjointSets(count: numbers.count)
    var last: SplitFact?
    try facts.sorted().visit { fact in
      if let last, last.group == fact.group { sets.union(last.number, fact.number) }
      last = fact
    }
    let joinsClusters = options.by.contains(.cluster)
    for shard in 0..<shards {
      for decision in try DecisionFile(path: run.shardDecisions(shard)).decisions
      where decision.isRemoval && (joinsClusters || decision.reason == .superseded) {
        sets.union(
          UInt32(numbers.base(of: decision.part) + decision.ordinal),
          UInt32(numbers.base(of: decision.keptPart) + decision.keptOrdinal))
      }
    }
    return sets
  }

  /// Sets the splits of the components' roots.
  private func decide(
    _ members: ExternalSorter<SplitMember>, _ options: SplitConfiguration, _ folder: String,
    _ splits: inout [UInt8], _ ledger: inout Ledger
  ) throws {
    let components = ExternalSorter<SplitComponent>(
      path: "\(folder)/components", budget: Self.budget)
    var current: SplitComponent?
    var isFrozen = false
    var largest: UInt32 = 0
    func close() throws {
      guard let component = current else { return }
      largest = max(largest, component.count)
      if isFrozen {
        splits[Int(component.root)] = UInt8(Split.test.number)
      } else if options.time == .newest {
        try components.append(component)
      } else {
        splits[Int(component.root)] = UInt8(split(of: component, options).number)
      }
      ledger.tally("split.groups", 1)
    }
    try members.sorted().visit { member in
      if current?.root != member.root {
        try close()
        current = SplitComponent(seconds: 0, group: member.group, root: member.root, count: 0)
        isFrozen = false
      }
      if var component = current {
        component.seconds = max(component.seconds, member.seconds)
        component.count += 1
        current = component
      }
      if member.isFrozen == 1 { isFrozen = true }
    }
    try close()
    ledger.tally("split.largest_group", Int(largest))
    var taken = 0
    func count(_ share: Double) -> Int { Int((share * Double(splits.count)).rounded()) }
    let test = count(options.test)
    let validation = test + count(options.validation)
    try components.sorted().visit { component in
      let split: Split = taken < test ? .test : taken < validation ? .validation : .train
      splits[Int(component.root)] = UInt8(split.number)
      taken += Int(component.count)
    }
  }

  private func split(of component: SplitComponent, _ options: SplitConfiguration) -> Split {
    guard case .from(let day) = options.time else {
      return Split(group: component.group, options: options)
    }
    if component.seconds >= KeepOrder.seconds(day) { return .test }
    var options = options
    options.test = 0
    return Split(group: component.group, options: options)
  }
}
