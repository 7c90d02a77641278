/// That a block stands in a document, or, with `block` 0, that a document is there at all.
struct BlockRecord: BitwiseCopyable, Comparable {
  /// A hash of what is counted together: a source, and for pages the host.
  var site: UInt64
  /// The block's hash.
  var block: UInt64
  /// The leading bits of the document's key.
  var document: UInt64

  static func < (a: BlockRecord, b: BlockRecord) -> Bool {
    if a.site != b.site { return a.site < b.site }
    return a.block != b.block ? a.block < b.block : a.document < b.document
  }
}
