/// What the scanner asks a telephone library, at last, about a candidate.
package enum PhoneQuestion: UInt8, Sendable {
  /// Is it a valid number in international form?
  case international
  /// Is it valid in the United States?
  case unitedStates
  /// Is it valid in one of the usual regions?
  case anyRegion
  /// Is it grouped exactly as one of the usual regions writes a valid number of its own?
  case nationalShape
}

/// Answers a question about a number (its bytes: digits with their punctuation). Must be pure.
package typealias PhoneOracle = (PhoneQuestion, [UInt8]) -> Bool
