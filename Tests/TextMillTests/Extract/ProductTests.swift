import Testing

@testable import TextMill

@Suite struct ProductTests {
  static func page(_ body: String, head: String = "", url: String? = "https://s.example/p/chair")
    -> ExtractedPage
  {
    var extractor = PageExtractor()
    let html =
      "<html lang=en><head><title>Chair – Shop</title>\(head)</head><body>\(body)</body></html>"
    return extractor.extract(RawPage(bytes: Array(html.utf8), encoding: "UTF-8"), url: url)
  }

  static func linked(_ json: String) -> ExtractedPage {
    page("<h1>Chair</h1>", head: "<script type='application/ld+json'>\(json)</script>")
  }

  static let chair =
    #"{"@type":"Product","name":"Chair","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR","availability":"https://schema.org/InStock"}}"#

  @Test(arguments: [
    chair,
    "<!-- \(chair) -->",
    "//<![CDATA[\n\(chair)\n//]]>",
    "/* shop */ \(chair);",
    "\(chair)}",
    String(chair.dropLast()),
    chair.replacing("\"EUR\",", with: "\"EUR\",,").replacing(",,", with: ", // yes\n"),
    chair.replacing("\"InStock\"}", with: "\"InStock\",}"),
    chair.replacing(
      "{\"@type\":\"Product\",", with: "{\"description\":\"a\nb\tc\",\"@type\":\"Product\","),
    #"{"@graph":[{"@type":"WebPage"},\#(chair)]}"#,
    #"[{"@type":"Organization"},\#(chair)]"#,
    #"{"@graph":[{"@type":"WebPage","mainEntity":{"@id":"x:p"}},\#(chair.replacing("{\"@type\":\"Product\"", with: "{\"@id\":\"x:p\",\"@type\":[\"Product\"]"))]}"#,
  ])
  func `a product is read from linked data however it is dressed`(json: String) throws {
    let product = try #require(Self.linked(json).product)
    #expect(product.name == "Chair")
    #expect(product.price == "12.50")
    #expect(product.currency == "EUR")
    #expect(product.availability == "InStock")
  }

  @Test func `repairs are counted`() {
    #expect(Self.linked(Self.chair).repairedBlocks == 0)
    #expect(Self.linked(Self.chair + "}").repairedBlocks == 1)
  }

  @Test func `entities that were encoded twice are decoded`() throws {
    let json = Self.chair.replacing("Chair", with: "Chair 26&amp;#039; &amp;amp; more")
    #expect(try #require(Self.linked(json).product).name == "Chair 26' & more")
  }

  @Test func `a recommendation is not the product`() throws {
    let other = Self.chair.replacing("Chair", with: "Table").replacing("12.50", with: "99")
    let product = try #require(Self.linked("[\(other),\(Self.chair)]").product)
    #expect(product.name == "Chair")
    #expect(product.price == "12.50")
  }

  @Test func `a list of products is no product`() {
    let items = ["A", "B", "C"].map { Self.chair.replacing("Chair", with: "Item \($0)") }
    #expect(Self.linked("[\(items.joined(separator: ","))]").product == nil)
  }

  @Test(arguments: [
    (#""Offers":{"Price":299.99000000000001,"priceCurrency":"USD"}"#, "299.99"),
    (#""offers":{"price":"0","priceCurrency":"USD"}"#, nil),
    (#""additionalType":"Movie","offers":{"price":"0.00","priceCurrency":"USD"}"#, "0.00"),
  ])
  func `a price is read as it is meant`(offer: String, price: String?) throws {
    let product = try #require(
      Self.linked(#"{"@type":"Product","name":"Chair",\#(offer)}"#).product)
    #expect(product.price == price)
  }

  @Test func `a group goes by its number only where nothing says a product's`() throws {
    let group =
      #"{"@type":"ProductGroup","name":"Chair","productGroupID":"G-1","hasVariant":[{"@type":"Product","sku":"V-1","offers":{"price":"5"}}]}"#
    #expect(try #require(Self.linked(group).product).sku == "G-1")
    let script = "<script type='application/ld+json'>\(group)</script>"
    let page = Self.page("<h1>Chair</h1><p>Style: S-1</p>", head: script)
    #expect(try #require(page.product).sku == "S-1")
    let named = group.replacing(#""sku":"#, with: #""url":"https://s.example/p/chair","sku":"#)
    #expect(try #require(Self.linked(named).product).sku == "V-1")
  }

  @Test func `what an article is part of isn't sold by it`() {
    let json =
      #"{"@type":"NewsArticle","headline":"News","isPartOf":{"@type":["CreativeWork","Product"],"name":"The Paper","productID":"paper:all"}}"#
    #expect(Self.linked(json).product == nil)
  }

  @Test func `variants and aggregate offers are read`() throws {
    let json = #"""
      {"@type":"ProductGroup","name":"Chair","hasVariant":[
      {"@type":"Product","name":"Chair red","sku":"r","color":"red","offers":{"price":10,"priceCurrency":"USD"}},
      {"@type":"Product","name":"Chair blue","sku":"b","offers":{"@type":"AggregateOffer","lowPrice":"11","priceCurrency":"USD"}}]}
      """#
    let product = try #require(Self.linked(json).product)
    #expect(product.variants.map(\.sku) == ["r", "b"])
    #expect(product.variants.map(\.price) == ["10", "11"])
    #expect(product.price == "10")
    #expect(product.variants[0].properties == [.init(name: "color", value: "red")])
  }

  @Test func `microdata and RDFa say the same`() throws {
    let micro = """
      <div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Chair</h1>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price">$1,299.00</span>
      <link itemprop="availability" href="http://schema.org/OutOfStock"></div></div>
      """
    let rdfa =
      micro.replacing("itemprop", with: "property")
      .replacing(
        "itemscope itemtype=\"https://schema.org/Product\"",
        with: "vocab=\"https://schema.org/\" typeof=\"Product\""
      )
      .replacing("itemscope itemtype=\"https://schema.org/Offer\"", with: "typeof=\"Offer\"")
    for html in [micro, rdfa] {
      let product = try #require(Self.page(html).product)
      #expect(product.name == "Chair")
      #expect(product.price == "1299.00")
      #expect(product.currency == "USD")
      #expect(product.availability == "OutOfStock")
    }
  }

  @Test func `a breadcrumb gives the category`() throws {
    let trail =
      #"{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Living"}},{"name":"Chairs"},{"name":"Chair"}]}"#
    #expect(
      try #require(Self.linked("[\(trail),\(Self.chair)]").product).category == "Living > Chairs")
  }

  @Test(arguments: ["", "40% OFF", "call us", "freely", "-", "N/A"])
  func `other texts are no prices`(text: String) { #expect(PriceText.parse(text) == nil) }

  @Test func `a page of text has no product`() {
    #expect(Self.page("<p>Text</p>").product == nil)
  }

  @Test(arguments: [
    ("1.599,00 €", "1599.00", "EUR"), ("$1,299.00", "1299.00", "USD"),
    ("₹ 1,29,999", "129999", "INR"),
    ("1 299,90 zł", "1299.90", "PLN"), ("CHF 12.-", "12", "CHF"), ("0.500 KWD", "0.50", "KWD"),
    ("1.299 €", "1299", "EUR"), ("19,99", "19.99", nil), ("59.990000", "59.99", nil),
    ("1'299.50", "1299.50", nil), ("£5", "5", "GBP"), ("12", "12", nil), (".75 €", "0.75", "EUR"),
    ("423.923 KD", "423.923", "KWD"), ("36. 24", "36.24", nil), ("1.837, 32 €", "1837.32", "EUR"),
    ("from $12", "12", "USD"), ("12,50", "12.50", nil), ("1 299 kr", "1299", "SEK"),
    ("CHF 12.–", "12", "CHF"), ("$10 – $20", "10", "USD"), ("Free!", "0", nil),
    ("20% off: €8", "8", "EUR"), ("US$:12.99", "12.99", "USD"), ("Rs. 399", "399", "INR"),
  ])
  func `prices are read as people write them`(text: String, amount: String, currency: String?)
    throws
  {
    let price = try #require(PriceText.parse(text))
    #expect(price.amount == amount)
    #expect(price.currency == currency)
  }

  @Test(arguments: [
    ("2024-05-01", "2024-05-01T00:00:00Z"), ("2024-05-01T08:30:00+02:00", "2024-05-01T06:30:00Z"),
    ("2024-01-01T00:30:00.123+0100", "2023-12-31T23:30:00Z"),
    ("2024-02-28T23:30-01:00", "2024-02-29T00:30:00Z"),
  ])
  func `dates become UTC`(text: String, utc: String) { #expect(PageDate.utc(text) == utc) }

  @Test(arguments: ["", "yesterday", "2024-13-01", "01.05.2024", "2024-5-1"])
  func `other texts are no dates`(text: String) { #expect(PageDate.utc(text) == nil) }

  @Test func `facts of the page are read`() {
    let head = """
      <link rel=canonical href="https://s.example/chair"><meta property="og:title" content="The Chair">\
      <meta property="article:published_time" content="2024-05-01T08:30:00Z">
      """
    let page = Self.page("<h1>Chair</h1>", head: head)
    #expect(page.title == "The Chair")
    #expect(page.url == "https://s.example/chair")
    #expect(page.language == "en")
    #expect(page.createdAt == "2024-05-01T08:30:00Z")
  }
}
