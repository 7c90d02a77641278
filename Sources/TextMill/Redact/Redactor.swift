package import TextAlgorithms

/// Replaces personal data and secrets by placeholders that are the same throughout a record.
///
/// One instance per worker. `begin` starts a record; every text redacted until the next `begin` shares its
/// identities and its numbers. What it leaves in a text its own scan doesn't find again: it scans the result
/// until nothing turns up.
package final class Redactor {
  package let options: RedactOptions
  /// How many places of each kind were replaced so far, by the kind's raw value.
  package private(set) var counts = [Int](repeating: 0, count: PersonalDataKind.allCases.count)

  /// The counts since the last call, which start anew.
  package func takeCounts() -> [Int] {
    defer { counts = [Int](repeating: 0, count: counts.count) }
    return counts
  }

  private let scanner: PersonalDataScanner
  private let allow: AllowList
  private var numbers = PlaceholderNumbers()
  private var customers = 0
  private var hasIdentities = false

  package init(_ options: RedactOptions = RedactOptions()) {
    self.options = options
    scanner = PersonalDataScanner(kinds: options.kinds, oracle: PhoneLibrary.answer)
    allow = AllowList(options.allow)
  }

  /// Starts a record with what it states about its people.
  package func begin(_ identities: Identities) {
    numbers.removeAll()
    if hasIdentities { scanner.removeIdentities() }
    hasIdentities = !identities.isEmpty
    customers = identities.customer.count
    for (i, value) in (identities.customer + identities.agent).enumerated() {
      scanner.add(Array(value.utf8), identity: i)
    }
  }

  /// Replaces what is found in valid UTF-8 text; returns what was replaced, in order.
  package func redact(_ text: inout [UInt8]) -> [Redaction] {
    var spans = rescan(text)
    guard !spans.isEmpty else { return [] }
    let before = numbers
    var (output, redactions) = replace(text, spans)
    // What stood between two findings may look different beside a placeholder.
    for _ in 0..<Self.mostPasses {
      let more = rescan(output)
      if more.isEmpty { break }
      let mapped = more.map { finding in
        var finding = finding
        finding.range = Self.source(of: finding.range, redactions)
        return finding
      }
      spans.removeAll { span in mapped.contains { $0.range.overlaps(span.range) } }
      spans = (spans + mapped).sorted { $0.range.lowerBound < $1.range.lowerBound }
      numbers = before
      (output, redactions) = replace(text, spans)
    }
    for redaction in redactions { counts[Int(redaction.kind.rawValue)] += 1 }
    text = output
    return redactions
  }

  private static let mostPasses = 8

  /// What a scan finds in `text` now, allowed values apart.
  package func rescan(_ text: [UInt8]) -> [PersonalFinding] {
    let found = text.withUnsafeBufferPointer { scanner.scan($0) }
    if allow.isEmpty { return found }
    return found.filter { !allow.allows($0.kind, text[$0.range]) }
  }

  private func replace(
    _ text: [UInt8], _ spans: [PersonalFinding]
  ) -> ([UInt8], [Redaction]) {
    var output: [UInt8] = []
    var redactions: [Redaction] = []
    output.reserveCapacity(text.count)
    redactions.reserveCapacity(spans.count)
    var at = 0
    for span in spans {
      let placeholder =
        options.mode == .remove
        ? [] : numbers.placeholder(span, value: text[span.range], customers: customers)
      output.append(contentsOf: text[at..<span.range.lowerBound])
      output.append(contentsOf: placeholder)
      at = span.range.upperBound
      redactions.append(Redaction(kind: span.kind, range: span.range, replacement: placeholder))
    }
    output.append(contentsOf: text[at...])
    return (output, redactions)
  }

  /// Where a range of the output was in the text as it came.
  private static func source(of range: Range<Int>, _ redactions: [Redaction]) -> Range<Int> {
    var shift = 0
    var start: Int?
    for redaction in redactions {
      let place = redaction.range.lowerBound - shift
      if start == nil, range.lowerBound < place { start = range.lowerBound + shift }
      if range.upperBound <= place { break }
      shift += redaction.range.count - redaction.replacement.count
    }
    let end = range.upperBound + shift
    return (start ?? range.lowerBound + shift)..<end
  }
}
