/// Disjoint sets of the numbers 0..<count, four bytes each.
///
/// A set is named by its smallest member, so the outcome doesn't depend on the order of unions.
package struct DisjointSets: Sendable {
  private var parents: [UInt32]

  package init(count: Int) {
    precondition(count <= Int(UInt32.max))
    parents = (0..<UInt32(truncatingIfNeeded: count)).map { $0 }
  }

  package var count: Int { parents.count }

  /// The smallest member of the set of `member`. Nearly constant on average; halves paths.
  package mutating func find(_ member: UInt32) -> UInt32 {
    var at = member
    while parents[Int(at)] != at {
      let above = parents[Int(parents[Int(at)])]
      parents[Int(at)] = above
      at = above
    }
    return at
  }

  /// Joins the sets of `a` and `b`.
  package mutating func union(_ a: UInt32, _ b: UInt32) {
    let a = find(a)
    let b = find(b)
    if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
  }
}
