internal import TextAlgorithms

/// A mail as a line of JSON, while it waits for the others of its conversation.
enum MailLine {
  static func bytes(_ mail: Mail) -> [UInt8] {
    var out: [UInt8] = [0x7B]
    // The sender stands first: it is looked for in every line.
    out.appendMember("from", mail.from ?? "")
    out.appendMember("path", mail.location.path)
    out.appendMember("record", mail.location.record)
    out.appendMember("offset", mail.location.offset)
    out.appendMember("id", mail.id)
    out.appendMember("subject", mail.subject)
    out.appendMember("sent", mail.sentAt)
    append("sender", mail.sender, to: &out)
    append("recipients", mail.recipients, to: &out)
    append("to", mail.to, to: &out)
    append("labels", mail.labels, to: &out)
    out.appendKey("relations")
    JSONValue.object(mail.relations).append(to: &out)
    out.appendMember("attachments", mail.attachments)
    out.appendKey("html")
    out.appendASCII(mail.isHTML ? "true" : "false")
    out.appendKey("automatic")
    out.appendASCII(mail.isAutomatic ? "true" : "false")
    out.appendMember("text", mail.text)
    return out + [0x7D]
  }

  private static func append(_ key: StaticString, _ values: [String], to out: inout [UInt8]) {
    out.appendKey(key)
    JSONValue.array(values.map { .string($0) }).append(to: &out)
  }

  /// The sender's address of such a line.
  static func sender(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    let value = line.dropFirst(#"{"from":"#.utf8.count)
    var extent = JSONExtent()
    guard let end = extent.end(in: line, from: value.startIndex) else { return nil }
    return
      (try? JSONValue(
        parsing: UnsafeBufferPointer(rebasing: line[value.startIndex..<end])))?.string
  }

  static func location(_ mail: JSONValue, _ context: ReaderContext) -> SourceLocation {
    context.location(
      path: mail["path"]?.string ?? "", record: mail["record"]?.int ?? 0,
      offset: mail["offset"]?.int ?? 0)
  }
}
