internal import TextAlgorithms

// The plain records that the finder sorts on disk. Each order is total on the fields that differ.

/// A document in its group: documents of equal id, of equal content, or all.
struct GroupedDocument: BitwiseCopyable, Comparable {
  var group: ContentHash
  var priority: UInt64
  var key: ContentHash
  var number: UInt32

  static func < (a: Self, b: Self) -> Bool {
    if a.group != b.group { return a.group < b.group }
    if a.priority != b.priority { return a.priority < b.priority }
    return a.key != b.key ? a.key < b.key : a.number < b.number
  }
}

/// Two documents, by rank, that a common band proposes; `later` is the one that could be removed.
struct ProposedPair: BitwiseCopyable, Comparable {
  private var ranks: UInt64

  init(later: UInt32, earlier: UInt32) { ranks = UInt64(later) << 32 | UInt64(earlier) }

  var later: UInt32 { UInt32(truncatingIfNeeded: ranks >> 32) }
  var earlier: UInt32 { UInt32(truncatingIfNeeded: ranks) }

  static func < (a: Self, b: Self) -> Bool { a.ranks < b.ranks }
}

/// A proposed pair among the documents that proposals connect with it.
struct CandidatePair: BitwiseCopyable, Comparable {
  var component: UInt32
  var later: UInt32
  var earlier: UInt32

  static func < (a: Self, b: Self) -> Bool {
    if a.component != b.component { return a.component < b.component }
    return a.later != b.later ? a.later < b.later : a.earlier < b.earlier
  }
}

/// A document whose shingles a batch of verification needs.
struct BatchMember: BitwiseCopyable, Comparable {
  var number: UInt32
  var rank: UInt32
  var batch: UInt32

  static func < (a: Self, b: Self) -> Bool {
    a.number != b.number ? a.number < b.number : a.batch < b.batch
  }
}

/// Two documents, by rank, whose similarity reaches the threshold; the best come first.
struct SimilarPair: BitwiseCopyable, Comparable {
  var later: UInt32
  var earlier: UInt32
  var similarity: Double

  static func < (a: Self, b: Self) -> Bool {
    if a.later != b.later { return a.later < b.later }
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.earlier < b.earlier
  }
}

/// A document that is left out for another, in the order of those that stay.
struct Removal: BitwiseCopyable, Comparable {
  var kept: UInt32
  var number: UInt32
  var similarity: Double
  var reason: UInt8

  static func < (a: Self, b: Self) -> Bool {
    a.kept != b.kept ? a.kept < b.kept : a.number < b.number
  }
}

/// A decision in the order of documents.
struct NumberedDecision: BitwiseCopyable, Comparable {
  var number: UInt32
  var kept: UInt32
  var similarity: Double
  var clusterSize: UInt32
  var reason: UInt8

  static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A decision in the order in which it is delivered.
struct ShardedDecision: BitwiseCopyable, Comparable {
  var shard: UInt32
  var key: ContentHash
  var decision: NumberedDecision

  static func < (a: Self, b: Self) -> Bool {
    if a.shard != b.shard { return a.shard < b.shard }
    return a.key != b.key ? a.key < b.key : a.decision < b.decision
  }
}
