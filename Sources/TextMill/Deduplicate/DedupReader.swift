internal import TextAlgorithms

/// Reads records of `textmill dedup` part by part into sketches and spilled texts; one worker's.
final class DedupReader {
  /// What a part left behind.
  struct Result: Sendable {
    var documents = 0
    var read = 0
    var rejects: [UInt8] = []
  }

  private let folder: String
  private let rejectsAsLines: Bool
  private let writer: SketchWriter
  private var scanner = JSONObjectScanner()
  private var text: [UInt8] = []

  init(options: DeduplicateOptions, folder: String, rejectsAsLines: Bool) {
    self.folder = folder
    self.rejectsAsLines = rejectsAsLines
    writer = SketchWriter(options: options)
  }

  static func sketchPath(folder: String, part: Int) -> String { "\(folder)/sketch-\(part)" }

  /// Handles the lines of one part.
  func read(_ blocks: [LineBlock], part: Int) throws -> Result {
    let texts = try BinaryFile(creating: SpilledTexts.path(folder: folder, part: part))
    var offsets: [UInt64] = [0]
    var result = Result()
    var problem: TextMillError?
    for block in blocks {
      block.forEachLine { line, number in
        result.read += 1
        do throws(RecordError) {
          let id = try scan(line)
          let ordinal = UInt64(writer.count)
          text.withUnsafeBufferPointer { text in
            writer.add(
              key: ContentHash(high: UInt64(part), low: ordinal),
              priority: UInt64(part) << 32 | ordinal, id: id, text: text)
            do throws(TextMillError) { try texts.write(UnsafeRawBufferPointer(text)) } catch {
              problem = problem ?? error
            }
          }
          offsets.append(UInt64(texts.size))
        } catch {
          RejectWriter.append(
            error, stage: "deduplicate", file: block.name, line: number, raw: line,
            asLine: rejectsAsLines, to: &result.rejects)
        }
      }
    }
    if let problem { throw problem }
    try texts.write(offsets)
    try texts.flush()
    result.documents = writer.count
    try writer.finish(path: Self.sketchPath(folder: folder, part: part))
    return result
  }

  /// Puts the record's text into `text` and returns its id as it stands in the line.
  private func scan(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(RecordError) -> UnsafeBufferPointer<UInt8> {
    if let offset = UTF8Encoding.firstInvalid(line) {
      throw RecordError(
        stage: "read", reason: "invalid_utf8", message: "invalid UTF-8 at byte \(offset)")
    }
    do throws(JSONError) { try scanner.scan(line) } catch {
      throw RecordError(
        stage: "read", reason: "invalid_json",
        message: "invalid JSON: \(error.message) at byte \(error.offset)")
    }
    guard let member = scanner.member("text", in: line), member.kind == .string else {
      throw RecordError(
        reason: "missing_field", message: "the record has no string member \"text\"")
    }
    guard let id = scanner.member("id", in: line), id.kind == .string || id.kind == .number else {
      throw RecordError(reason: "missing_field", message: "the record has no member \"id\"")
    }
    text.removeAll(keepingCapacity: true)
    JSONObjectScanner.appendText(of: member, in: line, to: &text)
    return UnsafeBufferPointer(rebasing: line[id.value])
  }
}
