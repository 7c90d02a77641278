internal import TextAlgorithms

/// One decision in a decision file.
struct DecisionRecord: BitwiseCopyable {
  var key: ContentHash
  var keptKey: ContentHash
  var similarity: Double
  var part: UInt32
  var ordinal: UInt32
  var keptPart: UInt32
  var keptOrdinal: UInt32
  var idOffset: UInt64
  var idLength: UInt32
  var clusterSize: UInt32
  var reason: UInt32
  /// Keeps the bytes of a file defined to the last one.
  var padding: UInt32 = 0
}
