import Foundation

@testable import TextMill

/// Writes web archives for tests.
enum WARCFixture {
  /// One record; `fields` are added to those that every record has.
  static func record(
    _ type: String, _ uri: String? = nil, _ block: [UInt8], id: String = UUID().uuidString,
    date: String = "2024-02-03T04:05:06Z", fields: [String] = [], length: Int? = nil,
    version: String = "WARC/1.1"
  ) -> [UInt8] {
    var head = [
      version, "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(id)>", "WARC-Date: \(date)",
    ]
    if let uri { head.append("WARC-Target-URI: \(uri)") }
    if type == "response" || type == "revisit" {
      head.append("Content-Type: application/http; msgtype=response")
    }
    head += fields + ["Content-Length: \(length ?? block.count)", "", ""]
    return Array(head.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func http(
    _ status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html; charset=utf-8"],
    _ body: [UInt8]
  ) -> [UInt8] {
    Array((["HTTP/1.1 \(status)"] + fields + ["", ""]).joined(separator: "\r\n").utf8) + body
  }

  static func http(body: String) -> [UInt8] {
    http("200 OK", ["Content-Type: text/html"], Array(body.utf8))
  }

  static func page(_ text: String) -> [UInt8] {
    Array("<!DOCTYPE html><html><body><p>\(text)</p></body></html>".utf8)
  }

  static func response(_ uri: String, _ text: String, id: String = UUID().uuidString) -> [UInt8] {
    record("response", uri, http("200 OK", ["Content-Type: text/html"], page(text)), id: id)
  }

  /// The page of a document, as text.
  static func html(_ document: Document) -> String {
    guard case .page(let page) = document.body else { return "" }
    return String(decoding: page.bytes, as: UTF8.self)
  }
}
