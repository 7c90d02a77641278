package import TextAlgorithms

/// One place of the text as it came that was replaced.
package struct Redaction: Equatable, Sendable {
  package var kind: PersonalDataKind
  /// Byte offsets in the text as it came.
  package var range: Range<Int>
  /// What stands there now.
  package var replacement: [UInt8]
}
