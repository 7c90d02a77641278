/// The texts of parts in files: texts one after the other, then where each begins and the last ends.
struct SpilledTexts: TextSource {
  let folder: String
  /// How many texts each part has.
  let counts: [Int]

  static func path(folder: String, part: Int) -> String { "\(folder)/texts-\(part)" }

  func texts(
    part: Int, ordinals: [Int], _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let path = Self.path(folder: folder, part: part)
    let file = try BinaryFile(reading: path)
    let size = try BinaryFile.size(of: path)
    let count = counts[part] + 1
    let offsets: [UInt64] = try file.values(at: size - 8 * count, count: count)
    for ordinal in ordinals {
      let start = Int(offsets[ordinal])
      let text: [UInt8] = try file.values(at: start, count: Int(offsets[ordinal + 1]) - start)
      try text.withUnsafeBufferPointer { try body(ordinal, $0) }
    }
  }
}
