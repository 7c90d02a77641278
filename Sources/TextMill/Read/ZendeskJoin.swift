internal import TextAlgorithms

/// Brings tickets and their comments together where an export keeps them in different files.
///
/// The result is JSON Lines of `{"_path", "_record", "_offset", "_comments", "ticket"}` in the order of
/// the tickets' ids; comments without a ticket make a line without one; `{"_note", "_count"}` counts.
struct ZendeskJoin {
  private static let ticketMark = UInt8(ascii: "t")
  private static let commentMark = UInt8(ascii: "c")

  let context: ReaderContext
  private var sorter: ExternalSort
  private var unread = 0
  private var rejections: [[UInt8]] = []

  init(_ context: ReaderContext, workFolder: String) {
    self.context = context
    sorter = ExternalSort(prefix: "\(workFolder)/zendesk-\(context.index)")
  }

  /// A ticket as it stands at `location`.
  mutating func add(ticket bytes: UnsafeBufferPointer<UInt8>, at location: SourceLocation) throws {
    var scanner = JSONObjectScanner()
    if let defect = JSONLineCheck.scan(bytes, with: &scanner) {
      return add(
        Rejection(
          stage: "read", reason: defect.reason, source: location, evidence: defect.evidence))
    }
    let id = try JSONValue(parsing: bytes)["id"]?.scalarText
    try sorter.add(
      key: Array((id ?? "").utf8),
      payload: [ZendeskJoin.ticketMark] + ZendeskJoin.payload("ticket", bytes, location))
  }

  /// The comments among an event's children; other children are counted.
  mutating func add(event bytes: UnsafeBufferPointer<UInt8>, at location: SourceLocation) throws {
    guard let event = try? JSONValue(parsing: bytes),
      let ticket = event["ticket_id"]?.scalarText
    else {
      return add(
        Rejection(
          stage: "read", reason: "missing_field", source: location, evidence: "ticket_id"))
    }
    for child in event["child_events"]?.array ?? [] {
      let type = child["event_type"]?.string ?? child["type"]?.string
      guard type == "Comment" || type == "VoiceComment", var members = child.members else {
        unread += 1
        continue
      }
      for (key, source) in [
        ("created_at", "created_at"), ("author_id", "updater_id"), ("via", "via"),
      ]
      where child[key] == nil {
        if let value = event[source] { members.append(.init(key: key, value: value)) }
      }
      let comment = JSONValue.object(members).bytes
      try comment.withUnsafeBufferPointer {
        try sorter.add(
          key: Array(ticket.utf8),
          payload: [ZendeskJoin.commentMark] + ZendeskJoin.payload("_comment", $0, location))
      }
    }
  }

  /// A rejection met on the way; it comes out of the joined file again.
  mutating func add(_ rejection: Rejection) {
    var out: [UInt8] = [0x7B]
    out.appendMember("_reason", rejection.reason)
    out.appendMember("_evidence", rejection.evidence)
    out.appendMember("_path", rejection.source.path)
    out.appendMember("_record", rejection.source.record)
    out.appendMember("_offset", rejection.source.offset)
    rejections.append(out + [0x7D])
  }

  /// Writes the joined lines.
  consuming func finish(_ path: String) throws {
    let out = try WorkFile(creating: path)
    var group = Group(limit: context.options.recordLimit)
    try sorter.merge { record in
      if record.key != group.key { try group.write(to: out) }
      group.add(record)
    }
    try group.write(to: out)
    for line in rejections { try out.write(line + [0x0A]) }
    if unread > 0 {
      try out.write(Array(#"{"_note":"event_unread","_count":\#(unread)}"#.utf8) + [0x0A])
    }
    try out.close()
  }

  /// A line of its own: the place, and the value under `key`.
  private static func payload(
    _ key: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.append(0x7B)
    out.appendMember("_path", location.path)
    out.appendMember("_record", location.record)
    out.appendMember("_offset", location.offset)
    out.appendKey(key)
    // Line ends between values would part the line; inside strings JSON has none.
    out.append(contentsOf: bytes.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    out.append(0x7D)
    return out
  }

  /// The records of one ticket id.
  private struct Group {
    let limit: Int
    var key: [UInt8] = []
    var tickets: [[UInt8]] = []
    var comments: [[UInt8]] = []
    var bytes = 0

    mutating func add(_ record: ExternalSort.Record) {
      key = record.key
      // Over the limit the line is rejected when it is read; what it holds then doesn't matter.
      if bytes > limit { return }
      bytes += record.payload.count
      if record.payload[0] == ZendeskJoin.commentMark {
        comments.append(Array(record.payload.dropFirst()))
      } else {
        tickets.append(Array(record.payload.dropFirst()))
      }
    }

    mutating func write(to out: WorkFile) throws {
      defer { self = Group(limit: limit) }
      if tickets.isEmpty, let first = comments.first {
        return try out.write(first + [0x0A])
      }
      for ticket in tickets {
        // The ticket's line, with the comments as one more member.
        var line = ticket.dropLast()
        line.append(contentsOf: #","_comments":["#.utf8)
        line.append(contentsOf: comments.joined(separator: [0x2C]))
        line.append(contentsOf: [0x5D, 0x7D, 0x0A])
        try out.write(line)
      }
    }
  }
}
