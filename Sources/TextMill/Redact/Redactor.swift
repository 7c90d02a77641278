package import TextAlgorithms

/// Replaces personal data and secrets by placeholders that are the same throughout a record.
///
/// One instance per worker. `begin` starts a record; every text redacted until the next `begin` shares its
/// identities and its numbers. What it leaves in a text its own scan doesn't find again: it scans the result
/// until nothing turns up.
package final class Redactor {
  package let options: RedactOptions
  /// How many places were replaced so far, by kind and detector.
  package private(set) var counts = RedactionCounts()

  /// The counts since the last call, which start anew.
  package func takeCounts() -> RedactionCounts {
    defer { counts = RedactionCounts() }
    return counts
  }

  private let scanner: PersonalDataScanner
  private let allow: AllowList
  private var numbers: PlaceholderNumbers
  /// What the record states.
  private var identities: [String] = []
  private var customers = 0

  /// - Parameters:
  ///   - key: The key of pseudonyms; nil: the value of the options' variable, or an empty one.
  ///   - model: A file of weights of names, for measuring; nil: the program's own.
  package init(
    _ options: RedactOptions = RedactOptions(), key: [UInt8]? = nil, model: [UInt8]? = nil
  ) {
    self.options = options
    let usesNames = options.kinds.contains {
      $0 == .person || $0 == .address || $0 == .location || $0 == .organization
    }
    let isThorough = options.kinds.contains(.location) || options.kinds.contains(.organization)
    scanner = PersonalDataScanner(
      kinds: options.kinds + (options.rules.isEmpty ? [] : [.custom]), oracle: PhoneLibrary.answer,
      names: usesNames ? NameFinder(isThorough: isThorough, model: model) : nil,
      patterns: options.rules.map(\.compiled))
    allow = AllowList(options.allow)
    let isKeyed = options.mode == .pseudonym
    numbers = PlaceholderNumbers(
      hash: isKeyed ? HMAC(key: key ?? PseudonymKey.value(options.keyVariable) ?? []) : nil,
      rules: options.rules)
  }

  /// Starts a record with what it states about its people.
  package func begin(_ identities: Identities) {
    numbers.removeAll()
    scanner.removeIdentities()
    customers = identities.customer.count
    self.identities = identities.customer + identities.agent
    for (i, value) in self.identities.enumerated() {
      scanner.add(Array(value.utf8), identity: i)
    }
  }

  /// Replaces what is found in valid UTF-8 text; returns what was replaced, in order.
  package func redact(_ text: inout [UInt8]) -> [Redaction] {
    guard let done = text.withUnsafeBufferPointer({ redacted($0) }) else { return [] }
    text = done.text
    return done.redactions
  }

  /// Valid UTF-8 text with what is found in it replaced, and what was replaced, in order; nil when nothing is found.
  package func redacted(
    _ source: UnsafeBufferPointer<UInt8>
  ) -> (text: [UInt8], redactions: [Redaction])? {
    let found = scanner.scan(source)
    guard !found.isEmpty else { return nil }
    let text = Array(source)
    var spans = allowed(found, text)
    guard !spans.isEmpty else { return nil }
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
    for redaction in redactions where !redaction.continues { counts.add(redaction) }
    return (output, redactions)
  }

  private static let mostPasses = 8

  /// What a scan finds in `text` now, allowed values apart.
  package func rescan(_ text: [UInt8]) -> [PersonalFinding] {
    allowed(text.withUnsafeBufferPointer { scanner.scan($0) }, text)
  }

  /// The findings but for values that stay.
  private func allowed(_ found: [PersonalFinding], _ text: [UInt8]) -> [PersonalFinding] {
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
    for (i, span) in spans.enumerated() {
      // One placeholder for an address, where its first part was.
      let continues =
        span.continues && i > 0 && spans[i - 1].range.upperBound == span.range.lowerBound
      var placeholder: [UInt8] = []
      if options.mode != .remove, !continues {
        var end = i
        while end + 1 < spans.count, spans[end + 1].continues,
          spans[end + 1].range.lowerBound == spans[end].range.upperBound
        {
          end += 1
        }
        placeholder = numbers.placeholder(
          span, value: text[span.range.lowerBound..<spans[end].range.upperBound],
          identities: identities,
          customers: customers)
      }
      output.append(contentsOf: text[at..<span.range.lowerBound])
      output.append(contentsOf: placeholder)
      at = span.range.upperBound
      redactions.append(
        Redaction(
          kind: span.kind, name: numbers.name(span), detector: span.detector, range: span.range,
          replacement: placeholder, continues: continues))
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
