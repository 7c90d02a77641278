/// What the split of one document depends on.
struct SplitFact: BitwiseCopyable, Comparable {
  /// The hash of the customer or conversation.
  var group: UInt64
  var seconds: UInt64
  var number: UInt32
  /// 1 when the document must be in test.
  var isFrozen: UInt32

  static func < (a: SplitFact, b: SplitFact) -> Bool { (a.group, a.number) < (b.group, b.number) }
}

/// A document as a member of a component of groups.
struct SplitMember: BitwiseCopyable, Comparable {
  var group: UInt64
  var seconds: UInt64
  /// The smallest number among the component's documents.
  var root: UInt32
  var isFrozen: UInt32

  static func < (a: SplitMember, b: SplitMember) -> Bool {
    (a.root, a.group, a.seconds, a.isFrozen) < (b.root, b.group, b.seconds, b.isFrozen)
  }
}

/// A component of groups that are divided together, the newest first.
struct SplitComponent: BitwiseCopyable, Comparable {
  var seconds: UInt64
  /// The smallest hash among its groups: its name.
  var group: UInt64
  var root: UInt32
  var count: UInt32

  static func < (a: SplitComponent, b: SplitComponent) -> Bool {
    if a.seconds != b.seconds { return a.seconds > b.seconds }
    return (a.group, a.root) < (b.group, b.root)
  }
}
