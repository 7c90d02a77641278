package import TextAlgorithms

/// A pattern of the user's own: what it matches is redacted as a kind of its own.
package struct RedactRule: Equatable, Sendable {
  /// The kind's name, in small letters and low lines.
  package let kind: String
  /// The pattern as it was written; `LinearPattern` says what it may hold.
  package let pattern: String
  let compiled: LinearPattern

  /// Why a rule isn't one.
  package enum Problem: Error, Equatable, Sendable { case badKind, badPattern }

  package init(kind: String, pattern: String) throws(Problem) {
    let name = Array(kind.utf8)
    // As long as a placeholder's label may be, of signs that it may have.
    guard (3...24).contains(name.count), name.first != 0x5F, name.last != 0x5F,
      name.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F })
    else { throw .badKind }
    guard let compiled = LinearPattern(Array(pattern.utf8)) else { throw .badPattern }
    self.kind = kind
    self.pattern = pattern
    self.compiled = compiled
  }

  package static func == (one: RedactRule, two: RedactRule) -> Bool {
    one.kind == two.kind && one.pattern == two.pattern
  }
}
