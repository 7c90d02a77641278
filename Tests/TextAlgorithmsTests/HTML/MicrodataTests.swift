import Testing

@testable import TextAlgorithms

@Suite struct MicrodataTests {
  static func read(_ html: String) -> Microdata { Microdata(PageParserTests.parse(html)) }

  @Test func `an item has its types, its id and its properties`() throws {
    let html = """
      <div itemscope itemtype="https://schema.org/Product https://schema.org/Book" itemid="urn:1">\
      <b itemprop="name title">Lamp</b><meta itemprop=sku content=" 12 "></div>
      """
    let item = try #require(Self.read(html).items.first)
    #expect(item["@type"]?.array?.count == 2)
    #expect(item["@id"]?.string == "urn:1")
    #expect(item["name"]?.string == "Lamp")
    #expect(item["title"]?.string == "Lamp")
    #expect(item["sku"]?.string == "12")
  }

  @Test func `an item inside an item is a value, and one without a property stands by itself`() {
    let html = """
      <div itemscope><p itemprop=a itemscope><i itemprop=n>1</i></p><p itemscope><i itemprop=n>2</i></p></div>
      """
    let items = Self.read(html).items
    #expect(items.count == 2)
    #expect(items.first?["a"]?["n"]?.string == "1")
    #expect(items.last?["n"]?.string == "2")
  }

  @Test func `references bring properties from elsewhere`() {
    let html =
      "<p id=x><i itemprop=a>1</i></p><div itemscope itemref='x none'><i itemprop=b>2</i></div>"
    let read = Self.read(html)
    #expect(read.items.first?["a"]?.string == "1")
    #expect(read.items.first?["b"]?.string == "2")
  }

  @Test func `items that refer to each other end`() {
    let html = """
      <div id=x itemscope itemprop=p itemref=y><i itemprop=n>1</i></div>\
      <div id=y itemscope itemprop=q itemref=x><i itemprop=n>2</i></div>
      """
    #expect(Self.read(html).items.isEmpty)
  }

  @Test func `values come from the attribute that the element has for them`() {
    let html = """
      <div itemscope><a itemprop=a href=u>t</a><img itemprop=b src=v><time itemprop=c datetime=2024>x</time>\
      <data itemprop=d value=7>seven</data><object itemprop=e data=w></object><b itemprop=f>t  u</b></div>
      """
    let item = Self.read(html).items[0]
    let values = ["a", "b", "c", "d", "e", "f"].map { item[$0]?.string }
    #expect(values == ["u", "v", "2024", "7", "w", "t u"])
  }

  @Test func `properties outside any item are kept apart`() {
    let read = Self.read("<meta itemprop=price content=12>")
    #expect(read.items.isEmpty)
    #expect(read.loose == [.init(key: "price", value: .string("12"))])
  }

  @Test func `many references to one large element stay within the budget`() {
    let large = String(repeating: "<i itemprop=a>1</i>", count: 2000)
    let items = String(repeating: "<div itemscope itemref=x></div>", count: 2000)
    let read = Self.read("<div id=x>\(large)</div>\(items)")
    #expect(read.items.count == 2000)
  }

  @Test func `a body inside the body makes that one the item`() throws {
    let html = "<body><body itemscope itemtype=Movie><h1 itemprop=name>Haydn</h1></body>"
    let item = try #require(Self.read(html).items.first)
    #expect(item["name"]?.string == "Haydn")
  }
}
