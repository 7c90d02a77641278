internal import TextAlgorithms

/// The messages of a conversation from all places that an export keeps them in.
enum HelpdeskParts {
  /// Those inside the conversation's record in their order, then the others by their ids. Of several
  /// with the same id the newest stays, where the first stood; the others are counted.
  static func merge(
    _ inside: [JSONValue], _ outside: [JSONValue], id: String = "id", updated: String,
    notes: inout ReadNotes
  ) -> [JSONValue] {
    let outside = outside.map { (id: $0.id(id) ?? "", bytes: $0.bytes, value: $0) }.sorted { a, b in
      let (x, y) = (Array(a.id.utf8), Array(b.id.utf8))
      return x != y
        ? ExternalSort.precedes(x, y) : a.bytes.lexicographicallyPrecedes(b.bytes)
    }
    var merged: [JSONValue] = []
    var places: [String: Int] = [:]
    for part in inside + outside.map(\.value) {
      guard let own = part.id(id) else {
        merged.append(part)
        continue
      }
      guard let place = places[own] else {
        places[own] = merged.count
        merged.append(part)
        continue
      }
      notes.add("message_repeated")
      if isNewer(part, than: merged[place], by: updated) { merged[place] = part }
    }
    return merged
  }

  /// By time; of equal age the longer record, which says more, then by bytes.
  private static func isNewer(_ a: JSONValue, than b: JSONValue, by key: String) -> Bool {
    let (x, y) = (a.time(key) ?? "", b.time(key) ?? "")
    if x != y { return x > y }
    let (p, q) = (a.bytes, b.bytes)
    return p.count != q.count ? p.count > q.count : q.lexicographicallyPrecedes(p)
  }
}
