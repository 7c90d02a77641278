/// Counts how often each piece of text occurs, for training.
///
/// Remembers pieces in the order of their first occurrence, so nothing depends on a hash.
package struct PieceCounter {
  struct Piece {
    var start: Int
    var length: Int
    var count: Int
  }

  /// Longer pieces are left out: hashes, encoded files and the like, of which there is nothing to learn.
  package static let longestPiece = 256

  package let pattern: SplitPattern
  private(set) var pieces: [Piece] = []
  /// The pieces' bytes, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Numbers of pieces plus one, by hash; at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

  package init(pattern: SplitPattern) { self.pattern = pattern }

  /// How many different pieces there are.
  package var pieceCount: Int { pieces.count }

  /// Adds the pieces of `text`, valid UTF-8. Linear.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    pattern.forEachPiece(text) { piece in
      if piece.count > 1, piece.count <= PieceCounter.longestPiece { count(piece) }
    }
  }

  private mutating func count(_ piece: UnsafeBufferPointer<UInt8>) {
    let hash = PieceCounter.hash(piece)
    var slot = hash & (slots.count &- 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) &- 1
      if isPiece(index, piece) {
        pieces[index].count &+= 1
        return
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    pieces.append(Piece(start: bytes.count, length: piece.count, count: 1))
    bytes.append(contentsOf: piece)
    slots[slot] = UInt32(pieces.count)
    if pieces.count * 2 > slots.count { grow() }
  }

  private func isPiece(_ index: Int, _ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = pieces[index]
    guard known.length == piece.count else { return false }
    for i in 0..<piece.count where bytes[known.start &+ i] != piece[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, piece) in pieces.enumerated() {
      let hash = bytes.withUnsafeBufferPointer {
        PieceCounter.hash(
          UnsafeBufferPointer(rebasing: $0[piece.start..<piece.start + piece.length]))
      }
      var slot = hash & (slots.count &- 1)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// FNV-1a with a final mix.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
