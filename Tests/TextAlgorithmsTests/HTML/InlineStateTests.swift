import Testing

@testable import TextAlgorithms

@Suite struct InlineStateTests {
  static let lamp = #"{"name":"Lamp","price":12.5,"sku":"L-1"}"#

  static func names(_ script: String) -> [String] {
    InlineState(Array(script.utf8)).objects.compactMap { $0["name"]?.string }
  }

  @Test(arguments: [
    lamp, "window.__STATE__ = {\"a\":[1,{\"product\":\(lamp)}]};",
    "dataLayer.push({'event':'view','item':\(lamp)})",
    "var meta = {product: {name: 'Lamp', price: 1250, sku: 'L-1',},};",
    "// it's a comment with {\nvar x = \(lamp)",
    "function f(a) { if (a) { return '}' } }\nx = \(lamp)",
    "x = /* { */ \(lamp)",
    "self.push([1,\"\(lamp.replacing("\"", with: "\\\"")) and much more text, so that it is long enough to be looked through\"])",
  ])
  func `a product is found in whatever a script holds`(script: String) {
    #expect(Self.names(script) == ["Lamp"])
  }

  @Test func `the outermost object that looks like a product is read`() throws {
    let script = #"x={"name":"Lamp","price":1,"variants":[{"name":"red","price":1,"sku":"r"}]}"#
    let objects = InlineState(Array(script.utf8)).objects
    #expect(objects.count == 1)
    #expect(objects.first?["variants"]?.array?.count == 1)
  }

  @Test func `data in attributes is read`() {
    let html = "<div data-product='\(Self.lamp)'></div>"
    #expect(InlineState(PageParserTests.parse(html)).objects.count == 1)
  }

  @Test(arguments: [
    String(repeating: "{", count: 200_000), String(repeating: "}", count: 200_000),
    String(repeating: "{\"name\":", count: 50_000), String(repeating: "\"", count: 200_001),
    String(repeating: "{\"name\":1,\"price\":", count: 40_000),
    String(repeating: "\\\"", count: 100_000), String(repeating: "/*", count: 100_000),
    "{\"name\":\"" + String(repeating: "\\u", count: 50_000) + "\\\"\",\"price\":1}", "\\", "\"\\",
    "{'", "/",
  ])
  func `hostile scripts end`(script: String) {
    #expect(InlineState(Array(script.utf8)).objects.count <= 1)
  }

  @Test func `random cuts and changes of a script end`() {
    var generator = SeededGenerator(seed: 11)
    let script = Array(
      "var a='x'; y({b:[\(Self.lamp),\(Self.lamp)],c:\"\\\"\(Self.lamp)\\\"\"}) // z".utf8)
    for _ in 0..<500 {
      var bytes = script
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        } else {
          bytes.remove(at: place)
        }
      }
      #expect(InlineState(bytes).objects.count <= 3)
    }
  }
}
