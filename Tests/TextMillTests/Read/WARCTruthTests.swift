import Foundation
import Testing

@testable import TextAlgorithms
@testable import TextMill

/// Every archive of the shared data gives the records of its truth file, or a defect by name.
@Suite struct WARCTruthTests {
  private struct Found {
    var type: String
    var uri: String?
    var status: Int?
    var payload: [UInt8]
    var content: [UInt8]?
    var flaw: String?
  }

  private func records(_ name: String) throws -> (records: [Found], defects: [String]) {
    let path = try #require(SharedData.root).appending(path: "warc/\(name)").path
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let part = InputPart(source: 0, file: path, path: name, range: nil, weight: size)
    let options = SourceOptions(name: "s", reader: .warc, folder: "", paths: [])
    var found: [Found] = []
    var defects: [String] = []
    let note: (String, Int) -> Void = { if $1 > 0 { defects.append($0) } }
    try WARCFile.forEachRecord(of: part, options: options, note: note) { _, defect in
      defects.append(defect.reason)
    } record: { head, _, block in
      let bytes = try block.head(head.length)
      var record = Found(type: head.type, uri: head.uri, payload: Array(bytes))
      if ["response", "request", "revisit"].contains(head.type), let http = HTTPHead(bytes) {
        record.status = http.status
        let body = UnsafeBufferPointer(rebasing: bytes[min(http.length, bytes.count)...])
        record.payload = Array(body)
        if head.type == "response" {
          do throws(WARCBody.Flaw) {
            let content = try WARCBody(body, head: http, limit: 1 << 26)
            record.content = content.content
            record.flaw = content.notes.first
          } catch { record.flaw = error.reason }
        }
      }
      found.append(record)
    }
    return (found, defects)
  }

  @Test(
    .enabled(
      if: SharedData.has("warc/truth.jsonl"), SharedData.absence))
  func `every archive gives its records or says what is wrong with it`() throws {
    var table = "archive, records in truth, found, alike, defects\n"
    for line in try SharedData.bytes("warc/truth.jsonl").split(separator: 0x0A) {
      let truth = try JSONValue(parsing: Array(line))
      let name = try #require(truth["file"]?.string)
      let wanted = try #require(truth["records"]?.array)
      let (found, defects) = try records(name)
      var alike = 0
      for (record, wanted) in zip(found, wanted) {
        let flaws = defects + [record.flaw].compactMap(\.self)
        let isAlike = Self.isAlike(record, wanted)
        if isAlike { alike += 1 }
        #expect(isAlike || !flaws.isEmpty, "\(name): \(record.type) \(record.uri ?? "")")
      }
      #expect(found.count == wanted.count || !defects.isEmpty, "\(name)")
      // Where the reader that wrote the truth gave up, something is wrong.
      #expect(truth["error"]?.isNull ?? true || !defects.isEmpty, "\(name)")
      table += "\(name), \(wanted.count), \(found.count), \(alike), \(defects)"
      table += " \(found.compactMap(\.flaw))\n"
    }
    print(table)
  }

  private static func isAlike(_ found: Found, _ truth: JSONValue) -> Bool {
    guard truth["type"]?.string == found.type else { return false }
    if let uri = truth["uri"]?.string,
      uri.split(separator: " ").joined(separator: "%20") != found.uri
    {
      return false
    }
    if let status = truth["http_status"]?.scalarText, status != found.status.map(String.init) {
      return false
    }
    if let digest = truth["content_sha1"]?.string {
      let content = found.content ?? found.payload
      return truth["content_bytes"]?.int == content.count && digest == SHA1.hex(content)
        || found.status == nil && truth["http_status"] == nil
    }
    if found.type == "arc_header" { return true }
    return truth["raw_payload_sha1"]?.string == SHA1.hex(found.payload)
  }
}

/// SHA-1 (FIPS 180-4), which the truth of archives is written in.
enum SHA1 {
  static func hex(_ bytes: [UInt8]) -> String {
    var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    message += withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { Array($0) }
    for start in stride(from: 0, to: message.count, by: 64) {
      var w = (0..<16).map { i in
        message[(start + i * 4)..<(start + i * 4 + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for i in 16..<80 { w.append(rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1)) }
      var v = h
      for i in 0..<80 {
        let (f, k): (UInt32, UInt32) =
          switch i / 20 {
          case 0: (v[1] & v[2] | ~v[1] & v[3], 0x5A82_7999)
          case 1: (v[1] ^ v[2] ^ v[3], 0x6ED9_EBA1)
          case 2: (v[1] & v[2] | v[1] & v[3] | v[2] & v[3], 0x8F1B_BCDC)
          default: (v[1] ^ v[2] ^ v[3], 0xCA62_C1D6)
          }
        let next = rotate(v[0], 5) &+ f &+ v[4] &+ k &+ w[i]
        v = [next, v[0], rotate(v[1], 30), v[2], v[3]]
      }
      for i in 0..<5 { h[i] &+= v[i] }
    }
    return h.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }.joined()
  }

  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word << by | word >> (32 - by)
  }
}
