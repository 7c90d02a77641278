package import TextAlgorithms

/// What `redact` looks for and what it puts in its place.
package struct RedactOptions: Equatable, Sendable {
  /// What stands in the text afterwards.
  package enum Mode: String, CaseIterable, Sendable {
    /// A typed, numbered placeholder such as `[EMAIL_1]`.
    case placeholder
    /// Nothing.
    case remove
  }

  /// What is redacted.
  package var kinds: [PersonalDataKind]
  /// Values that stay: a whole value, or a domain (`shop.example` or `@shop.example`) whose addresses stay.
  package var allow: [String]
  package var mode: Mode

  package init(
    kinds: [PersonalDataKind] = PersonalDataKind.standard, allow: [String] = [],
    mode: Mode = .placeholder
  ) {
    self.kinds = kinds
    self.allow = allow
    self.mode = mode
  }
}
