/// One step of normalization, named as in the configuration; each is idempotent by itself.
package enum NormalizationStep: String, CaseIterable, Sendable {
  /// UTF-8 that was read in a wrong code page is put right, where the line shows it.
  case encoding
  /// Leftover HTML character references become their characters; not among the defaults.
  case entities
  /// Unicode normalization form C.
  case nfc
  /// All line ends become LF.
  case lineEnds = "line_ends"
  /// One kind of space, no trailing blanks, no towers of blank lines.
  case spaces
  /// Controls, zero-width and bidirectional marks, stray selectors go.
  case invisible

  /// What the command does when nothing is said.
  package static let defaults: [NormalizationStep] = [
    .encoding, .nfc, .lineEnds, .spaces, .invisible,
  ]
}
