internal import TextAlgorithms

/// Rows of the rejects: one object a left-out record, every key in every row.
enum RejectRow {
  static func append(_ rejection: Rejection, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendMember("stage", rejection.stage)
    out.appendMember("reason", rejection.reason)
    out.appendMember("id", rejection.id)
    out.appendMember("source", rejection.source.source)
    out.appendMember("path", rejection.source.path)
    out.appendMember("record", rejection.source.record)
    out.appendMember("offset", rejection.source.offset)
    out.appendMember("evidence", rejection.evidence)
    out.appendKey("raw")
    if let raw = rejection.raw {
      let text = raw.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
      JSONString.append(text, to: &out)
    } else {
      out.appendASCII("null")
    }
    out.append(0x7D)
    out.append(0x0A)
  }
}
