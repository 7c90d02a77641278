internal import TextAlgorithms

/// The mails of one conversation, while they are put on a line.
struct MailThreadGroup {
  let context: ReaderContext
  var key: [UInt8] = []
  private var mails: [[UInt8]] = []
  private var bytes = 0

  init(context: ReaderContext) { self.context = context }

  /// A mail's line with the mark of its sender before it: 1 an agent, 0 none, 2 unknown.
  mutating func add(_ payload: [UInt8]) {
    bytes += payload.count
    // Over the limit the conversation is rejected; its first mail tells the place.
    if bytes > context.options.recordLimit, !mails.isEmpty { return }
    mails.append(payload)
  }

  /// The line of this conversation; the group is empty then.
  mutating func takeLine() -> [UInt8]? {
    defer { self = MailThreadGroup(context: context) }
    guard let first = mails.first else { return nil }
    // Escapes make a text longer than it was read.
    if bytes > 2 * context.options.recordLimit
      || bytes > context.options.recordLimit && mails.count > 1
    {
      let place = (try? JSONValue(parsing: Array(first.dropFirst()))) ?? .null
      return HelpdeskJoin.line(
        Rejection(
          stage: "read", reason: "record_too_large", source: MailLine.location(place, context),
          evidence: "a thread of over \(context.options.recordLimit) bytes"))
    }
    var line: [UInt8] = [0x7B]
    line.appendKey("parts")
    line.append(0x5B)
    for (i, mail) in mails.enumerated() {
      if i > 0 { line.append(0x2C) }
      line += [0x5B, mail[0] + 0x30, 0x2C] + mail.dropFirst() + [0x5D]
    }
    return line + [0x5D, 0x7D, 0x0A]
  }
}
