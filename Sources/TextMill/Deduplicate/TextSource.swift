/// Gives the texts of documents back for verification.
package protocol TextSource: Sendable {
  /// Calls `body` with the text of each of the `ordinals` (ascending) of a part, in that order.
  ///
  /// The texts are those that were sketched. Called from several threads at once, for different
  /// parts; each part is asked for at most once by a finder.
  func texts(
    part: Int, ordinals: [Int],
    _ body: (_ ordinal: Int, _ text: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws
}
