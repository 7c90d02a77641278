/// Something that a reader did to records that it kept, and how often: no rejection, but worth a line
/// in the report ("role_inferred", "encoding_detected").
package struct ReadNote: Equatable, Sendable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// Counters by name, handed over in the order of the names.
struct ReadNotes {
  private var counts: [String: Int] = [:]

  mutating func add(_ name: String, _ count: Int = 1) {
    if count > 0 { counts[name, default: 0] += count }
  }

  /// The notes so far, sorted by name; the counters start again at 0.
  mutating func take() -> [ReadNote] {
    defer { counts = [:] }
    return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ReadNote(name: $0.key, count: $0.value) }
  }
}
