internal import TextAlgorithms

/// Turns the texts of proposed documents into what verification compares; one worker's.
final class ShingleSpiller {
  private let near: DeduplicateOptions.Near
  private let store: BatchStore
  /// Words that a batch's buffer holds before they are written.
  private let flushAt: Int
  private var shingler: Shingler
  private var sketcher: FastSimilaritySketch
  private var buffers: [UInt32: [UInt64]] = [:]
  private var set: [UInt64] = []

  init(near: DeduplicateOptions.Near, store: BatchStore, flushAt: Int) {
    self.near = near
    self.store = store
    self.flushAt = flushAt
    shingler = Shingler(length: near.ngram, numbers: near.numbers)
    sketcher = FastSimilaritySketch(slots: near.bands * near.rows)
  }

  /// Spills the documents of one part; `members` are sorted by (number, batch).
  func spill(_ members: [BatchMember], base: Int, part: Int, texts: any TextSource) throws {
    var ordinals: [Int] = []
    for member in members where ordinals.last != Int(member.number) - base {
      ordinals.append(Int(member.number) - base)
    }
    var next = 0
    try texts.texts(part: part, ordinals: ordinals) { ordinal, text in
      measure(text)
      while next < members.count, Int(members[next].number) - base == ordinal {
        try append(members[next])
        next += 1
      }
    }
    guard next == members.count else {
      throw TextMillError(
        .internalFault, "part \(part) gave back fewer texts than it was asked for",
        remedy: "Report this with the version and the configuration.")
    }
    for batch in buffers.keys { try flush(batch) }
    buffers.removeAll()
  }

  private func measure(_ text: UnsafeBufferPointer<UInt8>) {
    let shingles = shingler.shingles(of: text)
    set.removeAll(keepingCapacity: true)
    if near.verify {
      set.append(contentsOf: shingles)
      let count = set.withUnsafeMutableBufferPointer { ShingleSet.make($0) }
      set.removeSubrange(count...)
    } else {
      set.append(contentsOf: repeatElement(0, count: (sketcher.slots + 1) / 2))
      set.withUnsafeMutableBytes { raw in
        let slots = raw.bindMemory(to: UInt32.self)
        sketcher.sketch(
          shingles, into: UnsafeMutableBufferPointer(rebasing: slots[..<sketcher.slots]))
      }
    }
  }

  private func append(_ member: BatchMember) throws {
    buffers[member.batch, default: []].append(UInt64(member.rank) << 32 | UInt64(set.count))
    buffers[member.batch, default: []].append(contentsOf: set)
    if let buffer = buffers[member.batch], buffer.count >= flushAt { try flush(member.batch) }
  }

  private func flush(_ batch: UInt32) throws {
    guard var words = buffers.removeValue(forKey: batch), !words.isEmpty else { return }
    try store.take(&words, batch: Int(batch))
  }
}
