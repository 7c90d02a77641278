import Testing

@testable import TextAlgorithms

@Suite struct DataAddressesTests {
  static func emptied(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { DataAddresses.emptied($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `long contents go, whatever stands around them`() {
    let image = String(repeating: "QUJD", count: 1000)
    #expect(
      Self.emptied(
        "<img src=\"data:image/png;base64,\(image)=\"><p>a</p><img src='data:;base64,\(image)'>")
        == "<img src=\"data:image/png;base64,\"><p>a</p><img src='data:;base64,'>")
  }

  @Test func `short contents and pages without any stay as they are`() {
    #expect(Self.emptied("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>") == nil)
    #expect(Self.emptied("") == nil)
    #expect(Self.emptied(";base64,") == nil)
  }
}
