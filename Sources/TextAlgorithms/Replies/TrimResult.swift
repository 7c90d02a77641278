/// What is left of a message, and what went.
///
/// Law: `text` is the message without the removed ranges, less the spaces, tabs and line ends at its
/// two ends.
package struct TrimResult: Equatable, Sendable {
  package var text: [UInt8]
  /// In order, without overlap.
  package var removed: [RemovedSpan]
}
