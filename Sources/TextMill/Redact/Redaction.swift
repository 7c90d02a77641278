package import TextAlgorithms

/// One place of the text as it came that was replaced.
package struct Redaction: Equatable, Sendable {
  package var kind: PersonalDataKind
  /// The kind's name, or that of the user's rule.
  package var name: String
  package var detector: PersonalFinding.Detector
  /// Byte offsets in the text as it came.
  package var range: Range<Int>
  /// What stands there now.
  package var replacement: [UInt8]
  /// Whether it goes on with the address before it, whose placeholder stands for both.
  package var continues: Bool
}
