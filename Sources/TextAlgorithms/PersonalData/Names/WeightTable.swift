internal import CLanes

/// Rows of at most sixteen weights by hashes that aren't 0, in memory that lives as long as the table.
final class WeightTable: @unchecked Sendable {
  // SAFETY: written in `init` alone, freed in `deinit`.
  private let filter: UnsafeMutablePointer<UInt64>
  private let slots: UnsafeMutablePointer<UInt64>
  private let rows: UnsafeMutablePointer<Int16>
  private let table: tm_weights

  private static let lanes = 16

  /// - Parameters:
  ///   - hashes: One for each row; 0 where the row isn't taken.
  ///   - weights: The rows' weights, one row after the other.
  ///   - width: Weights of a row, at most sixteen.
  init(_ hashes: [UInt32], _ weights: [Int16], width: Int) {
    precondition(width <= Self.lanes && weights.count == hashes.count * width)
    var capacity = 64
    while capacity < hashes.count * 2 { capacity *= 2 }
    let words = Int(TM_WEIGHT_FILTER_BITS) / 64
    filter = .allocate(capacity: words)
    filter.initialize(repeating: 0, count: words)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    rows = .allocate(capacity: (hashes.count + 1) * Self.lanes)
    rows.initialize(repeating: 0, count: (hashes.count + 1) * Self.lanes)
    var number = 0
    for (place, hash) in hashes.enumerated() where hash != 0 {
      let bit = Int(hash % TM_WEIGHT_FILTER_BITS)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
      var slot = Int(hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt64(number) << 32 | UInt64(hash)
      for lane in 0..<width { rows[number * Self.lanes + lane] = weights[place * width + lane] }
      number += 1
    }
    table = tm_weights(filter: filter, slots: slots, slot_mask: capacity - 1, rows: rows)
  }

  deinit {
    filter.deallocate()
    slots.deallocate()
    rows.deallocate()
  }

  /// The sums of the rows of those hashes that have one, at most 128 hashes. Linear in the hashes.
  func sum(_ hashes: [UInt32]) -> SIMD16<Int32> {
    precondition(hashes.count <= 128)
    var sums = SIMD16<Int32>()
    // SAFETY: sixteen numbers of four bytes are what the function writes.
    withUnsafeMutableBytes(of: &sums) { bytes in
      withUnsafePointer(to: table) {
        tm_weight_sums(
          $0, hashes, hashes.count, bytes.baseAddress!.assumingMemoryBound(to: Int32.self))
      }
    }
    return sums
  }
}
