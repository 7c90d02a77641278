internal import TextAlgorithms

/// `trim-reply`: replaces `text` by what its author newly wrote and adds `removed`.
///
/// `removed` lists `{"kind", "start", "end"}` in Unicode scalars of the input's text, half open, in
/// order. The text without these spans, less the white space at its two ends, is the output's text.
package struct TrimReplyStage: RecordStage {
  private var trimmer: ReplyTrimmer
  private let room = TextRoom()

  package init(_ options: TrimReplyOptions = TrimReplyOptions()) {
    trimmer = ReplyTrimmer(options: options.trimmer)
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let (text, value) = try record.requiredText("text", in: room)
    let removed = trimmer.removedSpans(of: text)
    if let value, removed.isEmpty, !TrimReplyStage.hasSpaceAtEnds(text) {
      record.appendLine(
        movingToEnd: "text", value: value, without: "removed", end: ",\"removed\":[]}\n", to: &out)
      return
    }
    out.append(0x7B)
    let start = out.count
    record.appendPassing(except: ["text", "removed"], to: &out)
    if out.count > start { out.append(0x2C) }
    out.appendASCII("\"text\":")
    JSONString.append(ReplyTrimmer.keep(Array(text), without: removed), to: &out)
    out.appendASCII(",\"removed\":[")
    var position = ScalarPosition()
    for (i, span) in removed.enumerated() {
      if i > 0 { out.append(0x2C) }
      out.appendASCII("{\"kind\":\"")
      out.append(contentsOf: span.kind.rawValue.utf8)
      out.appendASCII("\",\"start\":")
      out.appendDecimal(position.advance(to: span.range.lowerBound, in: text))
      out.appendASCII(",\"end\":")
      out.appendDecimal(position.advance(to: span.range.upperBound, in: text))
      out.append(0x7D)
    }
    out.appendASCII("]}\n")
  }

  private static func hasSpaceAtEnds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return ASCIISpace.contains(first) || ASCIISpace.contains(last)
  }
}

/// A place in a text, counted in bytes and in scalars at once.
private struct ScalarPosition {
  private var byte = 0
  private var scalar = 0

  /// Goes on to a byte that isn't before the last, and says how many scalars lie before it.
  mutating func advance(to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    for i in byte..<end where text[i] & 0xC0 != 0x80 { scalar += 1 }
    byte = end
    return scalar
  }
}
