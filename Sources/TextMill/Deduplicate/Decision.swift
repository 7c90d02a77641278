package import TextAlgorithms

/// What deduplication decided about one document: why it is left out, or what it stands for.
package struct Decision: Equatable, Sendable {
  /// Why; the raw value is the byte in decision files.
  package enum Reason: UInt8, Sendable, CaseIterable {
    /// The document stays, and others were left out for it.
    case keeper = 0
    /// The same id was read again, and the other reading is preferred.
    case superseded = 1
    case exactDuplicate = 2
    case nearDuplicate = 3

    /// The reason as rejects and reports name it.
    package var name: String {
      switch self {
      case .keeper: "keeper"
      case .superseded: "superseded"
      case .exactDuplicate: "exact_duplicate"
      case .nearDuplicate: "near_duplicate"
      }
    }
  }

  package var key: ContentHash
  package var part: Int
  package var ordinal: Int
  package var reason: Reason
  /// The document that stays instead; for a keeper the document itself.
  package var keptKey: ContentHash
  package var keptPart: Int
  package var keptOrdinal: Int
  package var keptID: [UInt8]
  /// Similarity to the kept document; 1 for equal texts, for keepers and for superseded readings.
  package var similarity: Double
  /// For a keeper: how many documents the cluster has, itself included; else 0.
  package var clusterSize: Int

  package var isRemoval: Bool { reason != .keeper }
}
