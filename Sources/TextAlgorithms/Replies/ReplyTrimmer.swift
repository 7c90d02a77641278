/// Finds what the author of a message newly wrote.
///
/// Four passes over the lines: facts of each line, cuts by structure (quotes, attributions, header
/// blocks, forwards, helpdesk markers), wrapped rests of quoted lines, and the tails of what is left
/// (mobile and list footers, `-- ` signatures, disclaimers, and a small learned model for the rest).
/// Linear in the length of the message. One per worker, and not copied to another; the word tables
/// are shared.
package struct ReplyTrimmer {
  /// What to do with a forwarded mail at the end.
  package enum Forwards: String, Sendable, CaseIterable {
    /// It stays when nothing of the author's own stands above it.
    case alone
    case keep
    case drop
  }

  /// Which signatures are taken off.
  package enum Signatures: String, Sendable, CaseIterable {
    /// Also those that nothing but their form shows.
    case full
    /// Only those behind `-- `, of mobile programs, of lists and disclaimers.
    case delimited
    case none
  }

  /// What is taken off a message.
  package struct Options: Equatable, Sendable {
    package var forwards: Forwards = .alone
    package var signatures: Signatures = .full

    package init() {}
  }

  private let tables = ReplyTables.shared
  private let options: Options
  private let lines = ReplyLineBuffer()

  package init(options: Options = Options()) { self.options = options }

  /// The new part of a message of valid UTF-8, and the spans that aren't in it.
  package mutating func trim(_ text: [UInt8]) -> TrimResult {
    let spans = removedSpans(of: text)
    return TrimResult(text: ReplyTrimmer.keep(text, without: spans), removed: spans)
  }

  /// The spans of a message of valid UTF-8 that aren't in its new part, in order.
  package mutating func removedSpans(of text: [UInt8]) -> [RemovedSpan] {
    text.withUnsafeBufferPointer { removedSpans(of: $0) }
  }

  /// The same for bytes that stay until the call ends.
  package mutating func removedSpans(of text: UnsafeBufferPointer<UInt8>) -> [RemovedSpan] {
    if text.isEmpty { return [] }
    // SAFETY: the text outlives the message, which ends with the call.
    return ReplyMessage(text, tables, options, in: lines).removedSpans()
  }

  /// The text without the spans, which are in order, and without white space at its ends; itself when nothing goes.
  package static func keep(_ text: [UInt8], without spans: [RemovedSpan]) -> [UInt8] {
    if text.isEmpty { return text }
    if spans.isEmpty {
      // Most texts stay as they are, and are not copied.
      guard ASCIISpace.contains(text[0]) || ASCIISpace.contains(text[text.count - 1]) else {
        return text
      }
      guard let first = text.firstIndex(where: { !ASCIISpace.contains($0) }),
        let last = text.lastIndex(where: { !ASCIISpace.contains($0) })
      else { return [] }
      return Array(text[first...last])
    }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = 0
    for span in spans {
      out.append(contentsOf: text[at..<span.range.lowerBound])
      at = span.range.upperBound
    }
    out.append(contentsOf: text[at...])
    let end = out.lastIndex { !ASCIISpace.contains($0) } ?? -1
    out.removeSubrange((end + 1)...)
    if let first = out.first, ASCIISpace.contains(first) {
      out.removeSubrange(..<(out.firstIndex { !ASCIISpace.contains($0) } ?? out.count))
    }
    return out
  }
}
