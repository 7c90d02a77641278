package import TextAlgorithms

/// What `redact` looks for and what it puts in its place.
package struct RedactOptions: Equatable, Sendable {
  /// What stands in the text afterwards.
  package enum Mode: String, CaseIterable, Sendable {
    /// A typed, numbered placeholder such as `[EMAIL_1]`.
    case placeholder
    /// A typed pseudonym such as `[EMAIL_0c45d1aa98e2]`, the same for the same value wherever it stands: a keyed hash
    /// (HMAC-SHA-256).
    case pseudonym
    /// Nothing.
    case remove
  }

  /// What is redacted.
  package var kinds: [PersonalDataKind]
  /// Values that stay: a whole value, or a domain (`shop.example` or `@shop.example`) whose addresses stay.
  package var allow: [String]
  package var mode: Mode
  /// Patterns of the user's own; what they match goes before all but what the record states.
  package var rules: [RedactRule]
  /// The environment variable that holds the key of pseudonyms. The key itself is never part of options, so that
  /// nothing can write it down.
  package var keyVariable: String?

  /// The names that `kinds(named:)` knows, parted by commas.
  package static let kindNames = PersonalDataKind.allCases.filter { $0 != .custom }.map(\.name)
    .joined(separator: ", ")

  /// The kinds of a list parted by commas (`all`: those that are on by default), or the first name that is no kind.
  package static func kinds(named list: String) -> Result<[PersonalDataKind], UnknownKind> {
    if list == "all" { return .success(PersonalDataKind.standard) }
    var kinds: [PersonalDataKind] = []
    for name in list.split(separator: ",") {
      guard let kind = PersonalDataKind(name: String(name)) else {
        return .failure(UnknownKind(name: String(name)))
      }
      kinds.append(kind)
    }
    return .success(kinds)
  }

  /// A name that is no kind of personal data.
  package struct UnknownKind: Error, Equatable, Sendable {
    package var name: String
  }

  package init(
    kinds: [PersonalDataKind] = PersonalDataKind.standard, allow: [String] = [],
    mode: Mode = .placeholder, rules: [RedactRule] = [], keyVariable: String? = nil
  ) {
    self.kinds = kinds
    self.allow = allow
    self.mode = mode
    self.rules = rules
    self.keyVariable = keyVariable
  }
}
