/// The shape of a sketch file: a header, a table of documents in their order, band entries sorted by
/// (hash, ordinal) with an index by the hash's leading bits, and the documents' ids.
///
/// All numbers are little-endian as in memory. An entry is a hash of 8 bytes and an ordinal of 4.
enum SketchLayout {
  static let magic: UInt64 = 0x3148_4354_4B53_4D54
  static let headerSize = 40
  /// Partitions that the entries are indexed by: the leading ten bits of the hash.
  static let partitionBits = 10
  static let partitions = 1 << partitionBits
  static let indexSize = (partitions + 1) * 4
  static let entrySize = 12
  static let tableStart = headerSize + indexSize

  @inline(__always)
  static func partition(of hash: UInt64) -> Int { Int(hash >> UInt64(64 - partitionBits)) }
}
