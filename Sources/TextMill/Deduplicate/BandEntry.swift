/// The hash of one band of a document's sketch.
struct BandEntry: BitwiseCopyable, Comparable {
  var hash: UInt64
  /// The ordinal in the part, or the number of the document among those of all parts.
  var document: UInt32

  static func < (a: BandEntry, b: BandEntry) -> Bool {
    a.hash != b.hash ? a.hash < b.hash : a.document < b.document
  }
}
