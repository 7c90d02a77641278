internal import TextAlgorithms

/// Writes what a stage command leaves out: a JSON line for a file, a line of text for a person.
enum RejectWriter {
  static func append(
    _ error: RecordError, stage: String, file: String, line: Int, raw: UnsafeBufferPointer<UInt8>,
    asLine: Bool, to out: inout [UInt8]
  ) {
    if asLine {
      out.append(contentsOf: "\(file):\(line): error: \(error.message)\n".utf8)
      return
    }
    out.append(0x7B)
    out.appendMember("stage", error.stage.isEmpty ? stage : error.stage)
    out.appendMember("reason", error.reason)
    out.appendMember("message", error.message)
    out.appendMember("file", file)
    out.appendMember("line", line)
    let kept = UnsafeBufferPointer(rebasing: raw.prefix(Rejection.rawLimit))
    out.appendMember("raw", UTF8Encoding.repaired(kept).text)
    out.append(0x7D)
    out.append(0x0A)
  }
  /// The same for what a reader or a stage behind it leaves out.
  ///
  /// A reader that doesn't count its records (number 0) is shown by the byte offset.
  static func append(_ rejection: Rejection, asLine: Bool, to out: inout [UInt8]) {
    let place = rejection.source
    let message = rejection.evidence.map { "\(rejection.reason): \($0)" } ?? rejection.reason
    if asLine {
      let number = place.record > 0 ? ":\(place.record)" : "@\(place.offset)"
      out.append(contentsOf: "\(place.path)\(number): error: \(message)\n".utf8)
      return
    }
    out.append(0x7B)
    out.appendMember("stage", rejection.stage)
    out.appendMember("reason", rejection.reason)
    out.appendMember("message", message)
    out.appendMember("file", place.path)
    out.appendMember("line", place.record)
    out.appendMember("offset", place.offset)
    out.appendMember("id", rejection.id)
    let raw = rejection.raw.map { $0.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text } }
    out.appendMember("raw", raw ?? [])
    out.append(0x7D)
    out.append(0x0A)
  }
}
