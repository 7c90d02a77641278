internal import TextAlgorithms

/// Trains a byte-level byte-pair vocabulary on files and writes it as `.tiktoken`.
package struct TokenizerTraining: Sendable {
  /// What a training came to.
  package struct Summary: Equatable, Sendable {
    /// Bytes of text that were read.
    package var bytes = 0
    /// Different pieces.
    package var pieces = 0
    /// Tokens of the vocabulary; fewer than wanted when no pair occurs twice any more.
    package var tokens = 0
  }

  /// Files to learn from; `-` is standard input. A file whose first line begins with `{` is JSON Lines
  /// and its records' `text` is learned from, any other is plain text.
  package var inputs: [String]
  /// Tokens wanted, the 256 single bytes among them. Default: 16,384.
  package var size = 16_384
  /// The name of the split pattern. Default: o200k.
  package var pattern = SplitPattern.o200k.rawValue

  package init(inputs: [String]) { self.inputs = inputs }

  /// Reads everything, trains, and puts the vocabulary at `output`, which is replaced at once or not at all.
  ///
  /// Throws `.usage` for a size below 256, `.missingInput`, `.data` for the first line that is no valid
  /// UTF-8 or record, and what writing throws.
  package func run(output: String) throws(TextMillError) -> Summary {
    guard (256...1 << 20).contains(size) else {
      throw TextMillError(
        .usage, "a vocabulary of \(size) tokens is out of range",
        remedy: "Give a size from 256 to 1048576.")
    }
    var counter = PieceCounter(pattern: try Tokenizer.pattern(named: pattern))
    var summary = Summary()
    let reader = try LineBlockReader(paths: inputs)
    var holdsRecords = false
    while let block = try reader.next() {
      if block.firstLine == 1 {
        holdsRecords = block.bytes.first { $0 > 0x20 } == 0x7B
      }
      summary.bytes += try add(block, areRecords: holdsRecords, to: &counter)
    }
    let tokens = BytePairTrainer.train(counter, size: size)
    summary.pieces = counter.pieceCount
    summary.tokens = tokens.count
    try AtomicFile.write(Vocabulary.serialize(tokens), to: output)
    return summary
  }

  /// Counts the pieces of a block; returns how many bytes of text it held.
  private func add(
    _ block: LineBlock, areRecords: Bool, to counter: inout PieceCounter
  ) throws(TextMillError) -> Int {
    if !areRecords {
      let invalid = block.bytes.withUnsafeBufferPointer { UTF8Encoding.firstInvalid($0) }
      if let invalid {
        let line = block.firstLine + block.bytes[..<invalid].count { $0 == 0x0A }
        throw unusable(block, line, "invalid UTF-8")
      }
      block.bytes.withUnsafeBufferPointer { counter.add($0) }
      return block.bytes.count
    }
    var bytes = 0
    var problem: TextMillError?
    var scanner = JSONObjectScanner()
    block.forEachLine { line, number in
      if problem != nil { return }
      if UTF8Encoding.firstInvalid(line) != nil {
        problem = unusable(block, number, "invalid UTF-8")
        return
      }
      do throws(JSONError) { try scanner.scan(line) } catch {
        problem = unusable(block, number, "invalid JSON: \(error.message)")
        return
      }
      guard let text = JSONRecord(line: line, scanner: scanner).text("text") else {
        problem = unusable(block, number, "the record has no string member \"text\"")
        return
      }
      bytes += text.count
      text.withUnsafeBufferPointer { counter.add($0) }
    }
    if let problem { throw problem }
    return bytes
  }

  private func unusable(_ block: LineBlock, _ line: Int, _ what: String) -> TextMillError {
    TextMillError(
      .data, "\(block.name):\(line): \(what)", remedy: "Leave the line out, or mend it.")
  }
}
