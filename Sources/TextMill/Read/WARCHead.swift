internal import TextAlgorithms

/// The head of one record of a web archive.
struct WARCHead: Equatable {
  /// warcinfo, request, response, revisit, metadata, resource, conversion, continuation; `arc_header`
  /// for the first record of an ARC file, whose other records are responses.
  var type: String
  /// As it stands, but without the angle brackets of old Wget, and spaces as %20.
  var uri: String?
  /// The record's own id.
  var id: String?
  /// As it stands.
  var date: String?
  var contentType: String?
  /// What the crawler found the payload to be.
  var payloadType: String?
  /// Why the crawler cut the payload; nil when it is whole.
  var truncated: String?
  /// Of a revisit: the record whose payload it repeats, or that record's address and date.
  var refersTo: String?
  var refersToURI: String?
  var refersToDate: String?
  /// Bytes of the block.
  var length: Int

  /// Reads the head of a WARC record; `bytes` begin with its version line.
  ///
  /// The reason and what proves it when it can't be read.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<WARCHead, Flaw> {
    var lines = FieldLines(bytes)
    _ = lines.next()
    let fields = lines.fields()
    func value(_ name: String) -> String? {
      fields.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }
    guard let type = value("warc-type") else {
      return .failure(Flaw(reason: "invalid_record", evidence: "no WARC-Type"))
    }
    guard let length = value("content-length").flatMap(WARCHead.length) else {
      return .failure(
        Flaw(
          reason: "bad_content_length",
          evidence: value("content-length").map { "\"\($0.prefix(40))\"" } ?? "no Content-Length"))
    }
    return .success(
      WARCHead(
        type: type.lowercased(), uri: value("warc-target-uri").map(address),
        id: value("warc-record-id"), date: value("warc-date"),
        contentType: value("content-type"), payloadType: value("warc-identified-payload-type"),
        truncated: value("warc-truncated"), refersTo: value("warc-refers-to"),
        refersToURI: value("warc-refers-to-target-uri").map(address),
        refersToDate: value("warc-refers-to-date"), length: length))
  }

  /// What is wrong with a head.
  struct Flaw: Error, Equatable {
    var reason: String
    var evidence: String
  }

  /// Reads the line of a record of an ARC file, version 1 or 2; nil when it is none.
  static func parseARC(_ line: UnsafeBufferPointer<UInt8>) -> Result<WARCHead, Flaw>? {
    let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard fields.count >= 5 else { return nil }
    // Addresses may hold spaces: what follows is counted from the end. Version 2 has five fields more
    // between type and length.
    for tail in [4, 9] where fields.count > tail {
      let date = fields[fields.count - tail + 1]
      guard (12...18).contains(date.utf8.count), date.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
        continue
      }
      let uri = fields[..<(fields.count - tail)].joined(separator: " ")
      guard uri.utf8.contains(0x3A) else { continue }
      guard let length = length(String(fields[fields.count - 1])) else {
        return .failure(
          Flaw(reason: "bad_content_length", evidence: "\"\(fields[fields.count - 1].prefix(40))\"")
        )
      }
      return .success(
        WARCHead(
          type: uri.hasPrefix("filedesc:") ? "arc_header" : "response", uri: address(uri),
          date: String(date), contentType: String(fields[fields.count - tail + 2]), length: length))
    }
    return nil
  }

  private static func length(_ text: String) -> Int? {
    text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(text) : nil
  }

  private static func address(_ text: String) -> String {
    var text = text[...]
    if text.first == "<", text.last == ">" { text = text.dropFirst().dropLast() }
    if !text.utf8.contains(0x20) { return String(text) }
    return text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  /// When the record was made, as RFC 3339 in UTC; ARC has fourteen digits.
  var time: String? {
    guard let date else { return nil }
    let digits = Array(date.utf8)
    guard digits.count >= 12, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return Timestamps.normalized(date)
    }
    func part(_ start: Int, _ count: Int) -> String {
      String(decoding: digits[start..<(start + count)], as: UTF8.self)
    }
    let second = digits.count >= 14 ? part(12, 2) : "00"
    return Timestamps.normalized(
      "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(second)Z")
  }
}
