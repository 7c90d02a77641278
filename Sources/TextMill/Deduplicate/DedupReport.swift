internal import TextAlgorithms

/// Writes what `textmill dedup` says about each document of a part.
enum DedupReport {
  /// One line for each of the `ids` (JSON values), in their order.
  static func lines(ids: [[UInt8]], decisions: DecisionFile) -> [UInt8] {
    var removals = decisions.decisions.filter(\.isRemoval)[...]
    var out: [UInt8] = []
    for (ordinal, id) in ids.enumerated() {
      out.append(contentsOf: "{\"id\":".utf8)
      out.append(contentsOf: id)
      out.append(contentsOf: ",\"cluster\":".utf8)
      if let removal = removals.first, removal.ordinal == ordinal {
        removals.removeFirst()
        out.append(contentsOf: removal.keptID)
        out.append(contentsOf: ",\"keep\":false,\"duplicate_of\":".utf8)
        out.append(contentsOf: removal.keptID)
        out.append(contentsOf: ",\"similarity\":\(removal.similarity)}\n".utf8)
      } else {
        out.append(contentsOf: id)
        out.append(contentsOf: ",\"keep\":true,\"duplicate_of\":null,\"similarity\":null}\n".utf8)
      }
    }
    return out
  }
}
