/// The rows of dataset files as texts to compare: all contents of a row joined by blank lines.
struct RowTexts: TextSource {
  let paths: [String]

  func texts(
    part: Int, ordinals: [Int],
    _ body: (_ ordinal: Int, _ text: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var next = 0
    var ordinal = 0
    try RowTexts.forEach(paths[part]) { text in
      defer { ordinal += 1 }
      guard next < ordinals.count, ordinals[next] == ordinal else { return }
      next += 1
      try text.withUnsafeBufferPointer { try body(ordinal, $0) }
    }
  }

  static func forEach(_ path: String, _ body: ([UInt8]) throws -> Void) throws {
    try DatasetReader.forEachLine(path) { line in
      var all: [UInt8] = []
      try DatasetTexts.forEach(line) { text in
        if !all.isEmpty { all += [0x0A, 0x0A] }
        all += text
      }
      try body(all)
    }
  }
}
