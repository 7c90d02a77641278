import Testing

@testable import TextAlgorithms

@Suite struct RDFaTests {
  static let base = "https://s.example/a/b"

  static func items(_ html: String) -> [JSONValue] {
    RDFaReader.items(PageParserTests.parse(html), base: base)
  }

  static func statements(_ html: String) -> Set<String> {
    let graph = RDFaReader.graph(PageParserTests.parse(html), base: base)
    var all: Set<String> = []
    for subject in graph.subjects {
      for type in subject.types { all.insert("\(subject.name) a \(type)") }
      for property in subject.properties {
        switch property.value {
        case .subject(let name): all.insert("\(subject.name) \(property.name) <\(name)>")
        case .literal(let text): all.insert("\(subject.name) \(property.name) \(text)")
        }
      }
    }
    return all
  }

  @Test func `a shop's product holds its offer`() throws {
    let html = """
      <div vocab="https://schema.org/" typeof="Product"><b property="name">Lamp</b>\
      <div property="offers" typeof="Offer"><i property="price" content="12.50">12,50</i>\
      <link property="availability" href="https://schema.org/InStock"></div></div>
      """
    let item = try #require(Self.items(html).first { $0["@type"] != nil })
    #expect(item["@type"]?.array == [.string("https://schema.org/Product")])
    let offer = try #require(item["https://schema.org/offers"])
    #expect(offer["https://schema.org/price"]?.string == "12.50")
    #expect(offer["https://schema.org/availability"]?.string == "https://schema.org/InStock")
  }

  @Test func `a forgotten vocabulary is schema.org's where a subject begins`() throws {
    let item = try #require(Self.items("<div typeof=Product><b property=name>Lamp</b></div>").first)
    #expect(item["http://schema.org/name"]?.string == "Lamp")
  }

  @Test func `plain properties without a vocabulary say nothing`() {
    #expect(Self.statements("<meta property=price content=12>").isEmpty)
  }

  @Test func `prefixes are declared, known or namespaces of XML`() {
    let html = """
      <div prefix="ex: http://ex.example/" xmlns:q="http://q.example/"><b property="ex:a q:b dc:title">T</b></div>
      """
    #expect(
      Self.statements(html) == [
        "\(Self.base) http://ex.example/a T", "\(Self.base) http://q.example/b T",
        "\(Self.base) http://purl.org/dc/terms/title T",
      ])
  }

  @Test func `a relation without an object is completed by what follows`() {
    let html = """
      <div vocab="http://v.example/" about="#x"><div rel="knows"><a href="#y">y</a><i about="#z"></i></div></div>
      """
    let said = Self.statements(html)
    #expect(said.contains("\(Self.base)#x http://v.example/knows <\(Self.base)#y>"))
    #expect(said.contains("\(Self.base)#x http://v.example/knows <\(Self.base)#z>"))
  }

  @Test func `subjects that hold each other end`() {
    let html = """
      <div vocab="http://v.example/" about="#x"><a property="p" href="#y"></a></div>\
      <div vocab="http://v.example/" about="#y"><a property="p" href="#x"></a></div>
      """
    #expect(!Self.items(html).isEmpty)
  }
}
