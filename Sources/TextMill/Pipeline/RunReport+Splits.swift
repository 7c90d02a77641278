package import TextAlgorithms

extension RunReport {
  /// The split and language of a tally of examples, `split.train.en`; nil for other tallies.
  static func splitAndLanguage(_ name: String) -> (split: String, language: String)? {
    let parts = name.split(separator: ".")
    guard parts.count == 3, parts[0] == "split" else { return nil }
    return (String(parts[1]), String(parts[2]))
  }

  /// How many examples each split has, by language: whether the splits are alike.
  static func splits(_ tallies: [JSONValue.Member]) -> JSONValue {
    .object(
      Split.allCases.compactMap { split in
        let rows = tallies.compactMap { tally -> JSONValue.Member? in
          guard let place = splitAndLanguage(tally.key), place.split == split.rawValue else {
            return nil
          }
          return .init(key: place.language, value: tally.value)
        }
        if rows.isEmpty { return nil }
        let sum = rows.reduce(0) { $0 + ($1.value.int ?? 0) }
        return .init(
          key: split.rawValue,
          value: .object([
            .init(key: "examples", value: .int(sum)),
            .init(key: "languages", value: .object(rows)),
          ]))
      })
  }

  /// A line for each split.
  var splitLines: [String] {
    (json["splits"]?.members ?? []).map { split in
      let languages = (split.value["languages"]?.members ?? [])
        .map { "\($0.key) \($0.value.int ?? 0)" }.joined(separator: ", ")
      return RunReport.pad("examples: \(split.key)", 34)
        + "\(split.value["examples"]?.int ?? 0): \(languages)"
    }
  }
}
