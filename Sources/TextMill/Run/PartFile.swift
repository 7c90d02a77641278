/// The file that a prepared part becomes: its documents sorted by (shard, key), one compressed segment a
/// shard, and an index of the segments at the end.
///
/// A segment is records one after the other: length (4 bytes), key (16 bytes), document. All numbers are
/// little-endian. The position of a record in the whole file is its ordinal.
enum PartFile {
  static let magic: UInt64 = 0x3130_5452_4150_4D54  // "TMPART01"

  /// One segment's place.
  struct Segment: Equatable, Sendable {
    var offset: Int
    var stored: Int
    var size: Int
    var count: Int
  }

  static func append(_ value: UInt64, to out: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
  }

  static func append(_ value: UInt32, to out: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
  }
}
