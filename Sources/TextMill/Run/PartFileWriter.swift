/// Collects the documents of one part and writes them as a `PartFile`.
struct PartFileWriter {
  /// A document in the buffer.
  struct Entry {
    var key: DocumentKey
    var start: Int
    var count: Int
    /// The number of the document in the part as read, for ties.
    var number: Int
    var priority: UInt64
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []
  private let shards: Int

  init(shards: Int) { self.shards = shards }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  mutating func add(_ document: Document, key: DocumentKey, priority: UInt64) {
    let start = bytes.count
    DocumentCoding.append(document, to: &bytes)
    entries.append(
      Entry(
        key: key, start: start, count: bytes.count - start, number: entries.count,
        priority: priority))
  }

  /// Sorts the documents by key, and so by shard; equal keys keep the order of reading.
  mutating func sort() {
    entries.sort { ($0.key, $0.number) < ($1.key, $1.number) }
  }

  /// Calls `body` with each document, in the order of the entries.
  func forEachDocument(_ body: (Entry, Document) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      for entry in entries {
        var decoder = DocumentDecoder(
          UnsafeBufferPointer(rebasing: bytes[entry.start..<(entry.start + entry.count)]))
        try body(entry, decoder.document())
      }
    }
  }

  /// Writes the sorted documents; returns the number in each segment.
  func write(to path: String) throws(TextMillError) {
    let file = try AtomicFile(path)
    var index: [UInt8] = []
    var next = 0
    var segment: [UInt8] = []
    for shard in 0..<shards {
      segment.removeAll(keepingCapacity: true)
      let first = next
      while next < entries.count, entries[next].key.shard(of: shards) == shard {
        let entry = entries[next]
        PartFile.append(UInt32(entry.count), to: &segment)
        PartFile.append(entry.key.high, to: &segment)
        PartFile.append(entry.key.low, to: &segment)
        bytes.withUnsafeBufferPointer {
          segment.append(contentsOf: $0[entry.start..<(entry.start + entry.count)])
        }
        next += 1
      }
      let stored = segment.withUnsafeBytes { Zstandard.compress($0, level: -10) }
      PartFile.append(UInt64(file.count), to: &index)
      PartFile.append(UInt64(stored.count), to: &index)
      PartFile.append(UInt64(segment.count), to: &index)
      PartFile.append(UInt64(next - first), to: &index)
      try file.write(stored)
    }
    PartFile.append(UInt64(shards), to: &index)
    PartFile.append(PartFile.magic, to: &index)
    try file.write(index)
    try file.commit()
  }
}
