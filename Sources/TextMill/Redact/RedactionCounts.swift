package import TextAlgorithms

/// How many places were replaced, by what they are called and what found them; no values.
package struct RedactionCounts: Equatable, Sendable {
  private var counts: [String: [Int]] = [:]

  package init() {}

  package mutating func add(_ redaction: Redaction) {
    counts[redaction.name, default: Self.none][Int(redaction.detector.rawValue)] += 1
  }

  private static let none = [Int](repeating: 0, count: PersonalFinding.Detector.allCases.count)

  /// The places of a kind.
  package subscript(_ kind: PersonalDataKind) -> Int { counts[kind.name]?.reduce(0, +) ?? 0 }

  /// Lines of a report, sorted: `person` is the sum, `person.model` what the model found of it; a kind that only rules
  /// found has the first alone.
  package var lines: [(name: String, count: Int)] {
    var lines: [(name: String, count: Int)] = []
    for (name, row) in counts.sorted(by: { $0.key < $1.key }) {
      lines.append((name, row.reduce(0, +)))
      let isPlain = row[Int(PersonalFinding.Detector.rule.rawValue)] == row.reduce(0, +)
      if isPlain { continue }
      for detector in PersonalFinding.Detector.allCases where row[Int(detector.rawValue)] > 0 {
        lines.append(("\(name).\(detector)", row[Int(detector.rawValue)]))
      }
    }
    return lines
  }
}
