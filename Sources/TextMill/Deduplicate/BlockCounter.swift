package import TextAlgorithms

/// Collects which blocks stand in the documents of one part file, and writes it as one file.
///
/// Used by one worker. Holds 24 bytes a block until `finish`. The file is a function of what was added.
package final class BlockCounter {
  private let options: DeduplicateOptions.RepeatedBlocks
  private var records: [BlockRecord] = []
  private var priorities: [UInt64] = []

  package init(_ options: DeduplicateOptions.RepeatedBlocks) { self.options = options }

  /// Adds the next document of the part: the texts that it consists of, its site and its key's leading bits.
  ///
  /// `priority` is kept for the sketches, which are made when the blocks are out.
  package func add(texts: [[UInt8]], site: String, document: UInt64, priority: UInt64) {
    let site = BlockCounter.site(site)
    priorities.append(priority)
    records.append(BlockRecord(site: site, block: 0, document: document))
    for text in texts {
      text.withUnsafeBufferPointer { text in
        for block in RepeatableBlocks.scan(text, minWords: options.minWords) {
          records.append(BlockRecord(site: site, block: block.hash, document: document))
        }
      }
    }
  }

  /// Writes what was added to `path`, sorted and without repetition, and forgets it.
  package func finish(path: String) throws(TextMillError) {
    records.sort()
    var kept: [BlockRecord] = []
    for record in records where record != kept.last { kept.append(record) }
    let file = try BinaryFile(creating: path)
    try file.write([BlockCounter.magic, UInt64(priorities.count), UInt64(kept.count)])
    try file.write(priorities)
    try file.write(kept)
    try file.flush()
    records.removeAll(keepingCapacity: true)
    priorities.removeAll(keepingCapacity: true)
  }

  static let magic: UInt64 = 0x3130_4B4C_424D_5454  // "TTMBLK01"

  /// The hash that stands for a site's name.
  static func site(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { ContentHash(of: $0).high }
  }
}
