/// The priorities that a `BlockCounter` kept for the sketches.
package enum BlockPriorities {
  /// Those of a part's documents, in their order.
  package static func read(_ path: String) throws(TextMillError) -> [UInt64] {
    try BlockFile(path: path).priorities()
  }
}
