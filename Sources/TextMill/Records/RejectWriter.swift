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
}
