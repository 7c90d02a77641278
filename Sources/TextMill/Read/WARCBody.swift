internal import TextAlgorithms

/// The content of an HTTP response: its body without transfer and content codings.
struct WARCBody {
  /// Why there is no content.
  struct Flaw: Error, Equatable {
    var reason: String
    var evidence: String
  }

  private(set) var content: [UInt8]
  /// What was done about codings that didn't hold, by the names of notes.
  private(set) var notes: [String] = []

  /// `body` is what stands behind `head`; the content is never longer than `limit`.
  init(_ body: UnsafeBufferPointer<UInt8>, head: HTTPHead, limit: Int) throws(Flaw) {
    let isChunked = head.list("transfer-encoding").contains("chunked")
    if isChunked {
      let decoded = ChunkedBody.decode(body)
      content = decoded.content
      if decoded.isPlain, !body.isEmpty { notes.append("chunking_absent") }
      if decoded.isTruncated { notes.append("body_truncated") }
      if decoded.brokenAt != nil { notes.append("chunking_broken") }
    } else {
      content = Array(body)
    }
    let codings = head.list("content-encoding")
    // Each coding costs the whole body: more than a few are hostile.
    for coding in codings.suffix(4).reversed() where !content.isEmpty {
      switch ContentCoding.decode(content, coding: coding, limit: limit) {
      case .content(let decoded): content = decoded
      case .partial(let decoded):
        content = decoded
        notes.append("body_truncated")
      case .notCoded:
        // Crawlers that store decoded bodies often leave the field as it was.
        guard WARCBody.isText(content) else {
          throw Flaw(reason: "corrupt_content", evidence: coding)
        }
        notes.append("coding_absent")
      case .tooLarge:
        throw Flaw(reason: "record_too_large", evidence: "over \(limit) bytes behind \(coding)")
      case .unknown: throw Flaw(reason: "content_encoding_unknown", evidence: coding)
      }
    }
  }

  /// Whether the first bytes can be text in some encoding that keeps ASCII.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(512).allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
