import Testing

@testable import TextAlgorithms

@Suite struct HTTPHeadTests {
  static func head(_ text: String) -> HTTPHead? {
    Array(text.utf8).withUnsafeBufferPointer { HTTPHead($0) }
  }

  @Test func `a response is its status and its fields`() throws {
    let text =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-15\"\r\nX-A: 1\r\n 2\r\n\r\n<p>"
    let head = try #require(Self.head(text))
    #expect(head.status == 200)
    #expect(head["content-type"].map(MediaType.init)?.charset == "ISO-8859-15")
    #expect(head["content-type"].map(MediaType.init)?.isHTML == true)
    #expect(head["x-a"] == "1 2")
    #expect(head.length == text.utf8.count - 3)
  }

  @Test func `lists are taken apart, line ends may be bare, and a phrase may be missing`() throws {
    let head = try #require(
      Self.head("HTTP/2 404\nTransfer-Encoding: gzip, Chunked\ntransfer-encoding: x\n\n"))
    #expect(head.status == 404)
    #expect(head.list("transfer-encoding") == ["gzip", "chunked", "x"])
  }

  @Test func `a request has no status, and anything else no head`() throws {
    #expect(try #require(Self.head("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n")).status == nil)
    for text in ["", "<html>", "HTTP/1.1 OK\r\n\r\n", "HTTPS 200"] {
      #expect(Self.head(text) == nil)
    }
  }

  @Test func `bytes that are no UTF-8 are read one by one`() throws {
    let bytes = Array("HTTP/1.0 200 OK\nX: ".utf8) + [0xFF, 0x0A, 0x0A]
    let head = try #require(bytes.withUnsafeBufferPointer { HTTPHead($0) })
    #expect(head["x"] == "ÿ")
  }
}
