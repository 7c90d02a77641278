/// Reads and extracts one part of an export after the other; one thread's.
final class ExportWorker {
  /// What a part came to.
  struct Result: Sendable {
    /// Files with the lines that come first, in their order.
    var spilled: [String] = []
    var output: [UInt8] = []
    var rejects: [UInt8] = []
    var counts = RecordPump.Counts()
  }

  /// Lines beyond this many bytes wait in a file: a mail box of any size is one part.
  private static let spillSize = 16 << 20

  private let plan: InputPlan
  private var readers: [(any PartReader)?]
  private var extractors: [DocumentExtractor]
  private let rejectsAsLines: Bool
  private let spill: String

  /// `extractors` has one for each source; `spill` is a folder.
  init(
    plan: InputPlan, extractors: [DocumentExtractor], rejectsAsLines: Bool, spill: String
  ) {
    self.plan = plan
    self.extractors = extractors
    readers = Array(repeating: nil, count: plan.readers.count)
    self.rejectsAsLines = rejectsAsLines
    self.spill = spill
  }

  /// Reads the part of this number.
  func read(_ number: Int) throws -> Result {
    let part = plan.parts[number]
    let reader = readers[part.source] ?? plan.readers[part.source].makePartReader()
    readers[part.source] = reader
    var result = Result()
    try reader.read(part) { record in
      try Interruption.check()
      result.counts.read += 1
      switch record {
      case .rejection(let rejection):
        reject(rejection, &result)
      case .document(var document):
        if let refusal = extractors[part.source].extract(&document) {
          let rejection = Rejection(
            stage: Stage.extract.rawValue, reason: refusal.rawValue, source: document.source,
            id: document.id)
          reject(rejection, &result)
        } else {
          result.counts.written += 1
          DocumentLine.append(document, to: &result.output)
        }
      }
      if result.output.count > Self.spillSize {
        let path = "\(spill)/lines-\(number)-\(result.spilled.count)"
        let file = try BinaryFile(creating: path)
        try file.write(result.output)
        try file.flush()
        result.spilled.append(path)
        result.output.removeAll(keepingCapacity: true)
      }
    }
    return result
  }

  private func reject(_ rejection: Rejection, _ result: inout Result) {
    result.counts.rejected += 1
    RejectWriter.append(rejection, asLine: rejectsAsLines, to: &result.rejects)
  }
}
