package import TextAlgorithms

/// The books of a run or of a piece of it: per source and stage, what came in, went on and was left out.
///
/// Books of pieces add up; the sum doesn't depend on how the input was cut.
package struct Ledger: Equatable, Sendable {
  /// One stage's books for one source.
  package struct Account: Equatable, Sendable {
    package var entered = 0
    package var left = 0
    /// By reason.
    package var rejected: [String: Int] = [:]

    package var rejectedTotal: Int { rejected.values.reduce(0, +) }
    package var balances: Bool { entered == left + rejectedTotal }
    package var isEmpty: Bool { entered == 0 && left == 0 && rejected.isEmpty }
  }

  /// Index: source × stage.
  private(set) var accounts: [Account]
  /// Named tallies that aren't documents: redactions by kind, repaired texts, tokens.
  package private(set) var tallies: [String: Int] = [:]
  package let sources: Int

  package init(sources: Int) {
    self.sources = sources
    accounts = Array(repeating: Account(), count: sources * Stage.allCases.count)
  }

  private static let order = Dictionary(
    uniqueKeysWithValues: Stage.allCases.enumerated().map { ($1, $0) })

  package subscript(source: Int, stage: Stage) -> Account {
    get { accounts[source * Stage.allCases.count + Ledger.order[stage]!] }
    set { accounts[source * Stage.allCases.count + Ledger.order[stage]!] = newValue }
  }

  /// Books documents that a stage took and handed on.
  package mutating func pass(_ source: Int, _ stage: Stage, _ count: Int = 1) {
    self[source, stage].entered += count
    self[source, stage].left += count
  }

  /// Books documents that a stage took and left out for a reason.
  package mutating func reject(_ source: Int, _ stage: Stage, _ reason: String, _ count: Int = 1) {
    self[source, stage].entered += count
    self[source, stage].rejected[reason, default: 0] += count
  }

  /// Adds to a named tally.
  package mutating func tally(_ name: String, _ count: Int = 1) {
    if count != 0 { tallies[name, default: 0] += count }
  }

  /// Adds the books of another piece of the same run.
  package mutating func add(_ other: Ledger) {
    for i in accounts.indices {
      accounts[i].entered += other.accounts[i].entered
      accounts[i].left += other.accounts[i].left
      accounts[i].rejected.merge(other.accounts[i].rejected, uniquingKeysWith: +)
    }
    tallies.merge(other.tallies, uniquingKeysWith: +)
  }

  /// The sum over all sources.
  package func total(_ stage: Stage) -> Account {
    var sum = Account()
    for source in 0..<sources {
      let account = self[source, stage]
      sum.entered += account.entered
      sum.left += account.left
      sum.rejected.merge(account.rejected, uniquingKeysWith: +)
    }
    return sum
  }

  /// Where the books don't balance, given the stages that ran in their order: inside a stage, or between
  /// a stage and the next one. The last stages run side by side: each takes what deduplicate leaves.
  package func imbalances(stages: [Stage], names: [String]) -> [String] {
    var found: [String] = []
    for source in 0..<sources {
      var before: (Stage, Int)?
      for stage in stages {
        let account = self[source, stage]
        if !account.balances {
          found.append(
            "\(names[source]): \(stage.rawValue) took \(account.entered), left \(account.left) and "
              + "rejected \(account.rejectedTotal)")
        }
        if let before, account.entered != before.1 {
          found.append(
            "\(names[source]): \(before.0.rawValue) left \(before.1), \(stage.rawValue) took "
              + "\(account.entered)")
        }
        if stage != .converse, stage != .chunk { before = (stage, account.left) }
      }
    }
    return found
  }
}
