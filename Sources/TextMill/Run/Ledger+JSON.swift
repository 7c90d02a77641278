package import TextAlgorithms

extension Ledger {
  /// The books as JSON: sources in their order, stages in theirs, reasons and tallies by name.
  package var json: JSONValue {
    let rows = (0..<sources).map { source in
      JSONValue.object(
        Stage.allCases.compactMap { stage in
          let account = self[source, stage]
          return account.isEmpty ? nil : .init(key: stage.rawValue, value: account.json)
        })
    }
    return .object([
      .init(key: "sources", value: .array(rows)),
      .init(key: "tallies", value: Ledger.json(tallies)),
    ])
  }

  package init?(json: JSONValue, sources: Int) {
    self.init(sources: sources)
    guard let rows = json["sources"]?.array, rows.count == sources else { return nil }
    for (source, row) in rows.enumerated() {
      for member in row.members ?? [] {
        guard let stage = Stage(rawValue: member.key) else { return nil }
        var account = Account()
        account.entered = member.value["in"]?.int ?? 0
        account.left = member.value["out"]?.int ?? 0
        account.rejected = Ledger.counts(member.value["rejected"])
        self[source, stage] = account
      }
    }
    for (name, count) in Ledger.counts(json["tallies"]) { tally(name, count) }
  }

  static func json(_ counts: [String: Int]) -> JSONValue {
    .object(
      counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { .init(key: $0.key, value: .int($0.value)) })
  }

  static func counts(_ json: JSONValue?) -> [String: Int] {
    var counts: [String: Int] = [:]
    for member in json?.members ?? [] { counts[member.key] = member.value.int ?? 0 }
    return counts
  }
}

extension Ledger.Account {
  package var json: JSONValue {
    .object([
      .init(key: "in", value: .int(entered)),
      .init(key: "out", value: .int(left)),
      .init(key: "rejected", value: Ledger.json(rejected)),
    ])
  }
}
