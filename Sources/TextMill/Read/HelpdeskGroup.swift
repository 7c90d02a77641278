internal import TextAlgorithms

/// The records of one conversation, while they are put on a line.
struct HelpdeskGroup {
  private struct Reading {
    var head: JSONValue
    var value: [UInt8]

    init?(_ payload: [UInt8]) {
      guard let end = payload.firstIndex(of: 0x0A),
        let head = try? JSONValue(parsing: Array(payload[1..<end]))
      else { return nil }
      self.head = head
      value = Array(payload[(end + 1)...])
    }

    /// By the source's own time; of equal age the longer, which says more, then by bytes.
    func isNewer(than other: Reading) -> Bool {
      let (a, b) = (head["updated"]?.string ?? "", other.head["updated"]?.string ?? "")
      if a != b { return a > b }
      if value.count != other.value.count { return value.count > other.value.count }
      return value != other.value && other.value.lexicographicallyPrecedes(value)
    }
  }

  let context: ReaderContext
  var key: [UInt8] = []
  private var newest: Reading?
  private var superseded: [JSONValue] = []
  private var parts: [[UInt8]] = []
  private var firstPart: JSONValue?
  private var bytes = 0

  init(context: ReaderContext) { self.context = context }

  mutating func add(_ payload: [UInt8], isConversation: Bool) {
    guard let reading = Reading(payload) else { return }
    guard isConversation else {
      if firstPart == nil { firstPart = reading.head }
      bytes += reading.value.count
      // Over the limit the conversation is rejected; what it holds then doesn't matter.
      if bytes <= context.options.recordLimit { parts.append(reading.value) }
      return
    }
    guard let present = newest else {
      newest = reading
      return
    }
    let isNewer = reading.isNewer(than: present)
    superseded.append(isNewer ? present.head : reading.head)
    if isNewer { newest = reading }
  }

  /// The lines of this conversation; the group is empty then.
  mutating func takeLines() -> [[UInt8]] {
    defer { self = HelpdeskGroup(context: context) }
    guard let head = newest?.head ?? firstPart else { return [] }
    let id = String(decoding: key, as: UTF8.self)
    let place = location(head)
    var lines = superseded.map { old in
      HelpdeskJoin.line(
        Rejection(
          stage: "read", reason: "superseded", source: location(old), id: context.documentID(id),
          evidence: "\(place.path) record \(place.record) is kept"))
    }
    if bytes + (newest?.value.count ?? 0) > context.options.recordLimit {
      lines.append(
        HelpdeskJoin.line(
          Rejection(
            stage: "read", reason: "record_too_large", source: place, id: context.documentID(id),
            evidence: "over \(context.options.recordLimit) bytes with its messages",
            raw: newest?.value ?? parts.first)))
      return lines
    }
    var line: [UInt8] = [0x7B]
    line.appendMember("_path", place.path)
    line.appendMember("_record", place.record)
    line.appendMember("_offset", place.offset)
    line.appendMember("_id", id)
    if let newest {
      line.appendKey("record")
      line.append(contentsOf: newest.value)
    }
    line.appendKey("parts")
    line.append(0x5B)
    line.append(contentsOf: parts.joined(separator: [0x2C]))
    lines.append(line + [0x5D, 0x7D, 0x0A])
    return lines
  }

  private func location(_ head: JSONValue) -> SourceLocation {
    context.location(
      path: head["path"]?.string ?? "", record: head["record"]?.int ?? 0,
      offset: head["offset"]?.int ?? 0)
  }
}
