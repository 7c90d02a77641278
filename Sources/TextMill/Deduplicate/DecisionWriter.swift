/// Writes the decisions of one shard as a file: a header, records in order, and the kept ids.
struct DecisionWriter {
  static let magic: UInt64 = 0x3149_4344_4B53_4D54
  static let headerSize = 16

  private var records: [DecisionRecord] = []
  private var ids: [UInt8] = []

  mutating func add(_ decision: Decision) {
    records.append(
      DecisionRecord(
        key: decision.key, keptKey: decision.keptKey, similarity: decision.similarity,
        part: UInt32(decision.part), ordinal: UInt32(decision.ordinal),
        keptPart: UInt32(decision.keptPart), keptOrdinal: UInt32(decision.keptOrdinal),
        idOffset: UInt64(ids.count), idLength: UInt32(decision.keptID.count),
        clusterSize: UInt32(decision.clusterSize), reason: UInt32(decision.reason.rawValue)))
    ids.append(contentsOf: decision.keptID)
  }

  func finish(path: String) throws(TextMillError) {
    let file = try BinaryFile(creating: path)
    try file.write([Self.magic, UInt64(records.count)])
    try file.write(records)
    try file.write(ids)
    try file.flush()
  }
}
