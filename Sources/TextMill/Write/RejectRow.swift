internal import TextAlgorithms

/// Rows of the rejects: one object a left-out record, every key in every row.
enum RejectRow {
  /// `keepsRaw`: the bytes of a bad record are shown, and not only their number and SHA-256.
  static func append(_ rejection: Rejection, keepsRaw: Bool, to out: inout [UInt8]) {
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
    if keepsRaw, let raw = rejection.raw {
      let text = raw.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
      JSONString.append(text, to: &out)
    } else {
      out.appendASCII("null")
    }
    out.appendKey("raw_bytes")
    if let raw = rejection.raw { out.appendDecimal(raw.count) } else { out.appendASCII("null") }
    out.appendMember("raw_sha256", rejection.raw.map { SHA256.hexadecimal(SHA256.hash($0)) })
    out.append(0x7D)
    out.append(0x0A)
  }
}
