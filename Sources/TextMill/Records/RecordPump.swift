internal import Glibc
internal import TextAlgorithms

/// Runs a stage over JSON Lines from files or standard input, in input order, on any number of threads.
package struct RecordPump: Sendable {
  /// How many records came in, went on and were left out.
  package struct Counts: Equatable, Sendable {
    package var read = 0
    package var written = 0
    package var rejected = 0

    package init() {}
  }

  /// The stage's name in rejects.
  package var stage: String
  /// Paths of the inputs; empty: standard input.
  package var inputs: [String]
  package var threads: Int
  /// Where rejects go; nil: standard error, as lines for people.
  package var rejects: String?

  package init(stage: String, inputs: [String], threads: Int, rejects: String?) {
    self.stage = stage
    self.inputs = inputs
    self.threads = threads
    self.rejects = rejects
  }

  /// Reads all records, hands each to a stage of its worker, writes lines to standard output.
  ///
  /// Throws when an input can't be opened or an output can't be written; a bad record never throws.
  package func run<Stage: RecordStage>(
    makeStage: @escaping @Sendable () throws -> Stage
  ) throws -> Counts {
    let reader = try LineBlockReader(paths: inputs)
    let output = OutputStream(descriptor: STDOUT_FILENO, name: "standard output")
    let rejectStream = try rejects.map { try OutputStream(creating: $0) }
    let stageName = stage
    let asLines = rejectStream == nil
    var counts = Counts()
    try OrderedParallelMap.run(
      threads: threads,
      next: { try reader.next() },
      makeWorker: {
        var stage = try makeStage()
        return { block in
          RecordPump.process(block, with: &stage, stageName: stageName, rejectsAsLines: asLines)
        }
      },
      emit: { result in
        counts.read += result.counts.read
        counts.written += result.counts.written
        counts.rejected += result.counts.rejected
        try output.write(result.output)
        try (rejectStream ?? OutputStream(descriptor: STDERR_FILENO, name: "standard error"))
          .write(result.rejects)
      })
    try rejectStream?.close()
    return counts
  }

  struct BlockResult: Sendable {
    var output: [UInt8] = []
    var rejects: [UInt8] = []
    var counts = Counts()
  }

  static func process<Stage: RecordStage>(
    _ block: LineBlock, with stage: inout Stage, stageName: String, rejectsAsLines: Bool
  ) -> BlockResult {
    var result = BlockResult()
    result.output.reserveCapacity(block.bytes.count + block.bytes.count / 4)
    var scanner = JSONObjectScanner()
    // A line end is no part of a longer scalar, so lines of sound text are sound.
    let isSound = block.bytes.withUnsafeBufferPointer { UTF8Encoding.firstInvalid($0) == nil }
    block.forEachLine { line, number in
      result.counts.read += 1
      let mark = result.output.count
      do throws(RecordError) {
        if !isSound, let offset = UTF8Encoding.firstInvalid(line) {
          throw RecordError(
            stage: "read", reason: "invalid_utf8", message: "invalid UTF-8 at byte \(offset)")
        }
        do throws(JSONError) { try scanner.scan(line) } catch {
          throw RecordError(
            stage: "read", reason: "invalid_json",
            message: "invalid JSON: \(error.message) at byte \(error.offset)")
        }
        try stage.process(JSONRecord(line: line, scanner: scanner), into: &result.output)
        result.counts.written += 1
      } catch {
        result.output.removeSubrange(mark...)
        result.counts.rejected += 1
        RejectWriter.append(
          error, stage: stageName, file: block.name, line: number, raw: line,
          asLine: rejectsAsLines, to: &result.rejects)
      }
    }
    return result
  }
}
