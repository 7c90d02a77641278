internal import Glibc
package import TextAlgorithms

/// Collects the sketches of one part's documents and writes them as one file.
///
/// Used by one worker. Holds about 60 + 12 · bands bytes a document until `finish()`. The file's
/// bytes are a function of what was added.
package final class SketchWriter {
  private let options: DeduplicateOptions
  private let scheme: BandScheme?
  private var shingler: Shingler
  private var sketcher: FastSimilaritySketch
  private var sketch: [UInt32]
  private var records: [SketchRecord] = []
  private var hashes: [UInt64] = []
  private var ordinals: [UInt32] = []
  private var ids: [UInt8] = []

  package init(options: DeduplicateOptions) {
    self.options = options
    let near = options.near
    scheme = near.map { BandScheme(bands: $0.bands, rows: $0.rows, similarity: $0.similarity) }
    shingler = Shingler(length: near?.ngram ?? 5, numbers: near?.numbers ?? .keep)
    let slots = scheme?.hasher.slots ?? 1
    sketcher = FastSimilaritySketch(slots: slots)
    sketch = Array(repeating: 0, count: slots)
  }

  /// How many documents were added since the last `finish()`.
  package var count: Int { records.count }

  /// Adds the next document of the part; its ordinal is the number of those before.
  ///
  /// `key` is a hash of the id, `priority` is smaller for what is kept first, `text` is valid UTF-8.
  package func add(
    key: ContentHash, priority: UInt64, id: UnsafeBufferPointer<UInt8>,
    text: UnsafeBufferPointer<UInt8>
  ) {
    let ordinal = UInt32(truncatingIfNeeded: records.count)
    var record = SketchRecord(
      key: key, priority: priority, content: ContentHash(of: text),
      idOffset: UInt64(ids.count), idLength: UInt32(truncatingIfNeeded: id.count), shingles: 0)
    ids.append(contentsOf: id)
    if let scheme {
      let shingles = shingler.shingles(of: text)
      record.shingles = UInt32(clamping: shingles.count)
      if !shingles.isEmpty {
        sketch.withUnsafeMutableBufferPointer { sketch in
          sketcher.sketch(shingles, into: sketch)
          let bands = scheme.append(
            of: UnsafeBufferPointer(sketch), count: shingles.count, to: &hashes)
          ordinals.append(contentsOf: repeatElement(ordinal, count: bands))
        }
      }
    }
    records.append(record)
  }

  /// Adds a document, with its id and text as arrays.
  package func add(key: ContentHash, priority: UInt64, id: [UInt8], text: [UInt8]) {
    id.withUnsafeBufferPointer { id in
      text.withUnsafeBufferPointer { add(key: key, priority: priority, id: id, text: $0) }
    }
  }

  /// Writes the part's file to `path` and is ready for the next part.
  package func finish(path: String) throws(TextMillError) {
    let file = try BinaryFile(creating: path)
    let (index, entries) = sortedEntries()
    try file.write([
      SketchLayout.magic, options.sketchFingerprint, UInt64(records.count), UInt64(hashes.count),
      UInt64(ids.count),
    ])
    try file.write(index)
    try file.write(records)
    try file.write(entries)
    try file.write(ids)
    try file.flush()
    records.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    ordinals.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
  }

  /// The entries as bytes, sorted by (hash, ordinal), and where each partition begins.
  private func sortedEntries() -> (index: [UInt32], entries: [UInt8]) {
    var index = [UInt32](repeating: 0, count: SketchLayout.partitions + 1)
    for hash in hashes { index[SketchLayout.partition(of: hash) + 1] += 1 }
    for partition in 0..<SketchLayout.partitions { index[partition + 1] += index[partition] }
    var next = index
    var sorted = [BandEntry](
      repeating: BandEntry(hash: 0, document: 0), count: hashes.count)
    for (hash, ordinal) in zip(hashes, ordinals) {
      let partition = SketchLayout.partition(of: hash)
      sorted[Int(next[partition])] = BandEntry(hash: hash, document: ordinal)
      next[partition] += 1
    }
    for partition in 0..<SketchLayout.partitions {
      sorted[Int(index[partition])..<Int(index[partition + 1])].sort()
    }
    let size = SketchLayout.entrySize
    let bytes = [UInt8](unsafeUninitializedCapacity: sorted.count * size) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      // SAFETY: the buffer has room for an entry of twelve bytes for each of `sorted`.
      for (i, entry) in sorted.enumerated() {
        raw.storeBytes(of: entry.hash, toByteOffset: i * size, as: UInt64.self)
        raw.storeBytes(of: entry.document, toByteOffset: i * size + 8, as: UInt32.self)
      }
      count = sorted.count * size
    }
    return (index, bytes)
  }
}
