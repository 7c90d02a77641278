import Testing

@testable import TextAlgorithms
@testable import TextMill

@Suite struct VisibleProductTests {
  static func product(_ body: String, head: String = "") -> Product? {
    ProductTests.page(body, head: head).product
  }

  static let buy = "<button>Add to cart</button>"

  @Test(arguments: [
    ("<span class=price>$98.00</span>", "98.00"),
    ("<del>$130.00</del> <ins>$98.00</ins>", "98.00"),
    ("<p class=price><span class=oldPrice>$130</span><span>$98.00</span></p>", "98.00"),
    ("<span>$98.00</span><span class='line-through text-gray'>$130.00</span>", "98.00"),
    ("<span>Was $130.00</span> <span class=price>Now $98.00</span>", "98.00"),
    ("<b>Original price:</b><span>$130</span><b>Current price:</b><span>$98.00</span>", "98.00"),
    ("<span class=price>$98<sup>50</sup></span>", "98.50"),
    (
      "<div class=price><span>$</span><span class=whole>1,298</span><span class=fraction>50</span></div>",
      "1298.50"
    ),
    ("<div class=price>from 98,00 €</div>", "98.00"),
    ("<div class=price>$98.00</div><div>or 4 payments of $24.50</div><div>$8.20/mo</div>", "98.00"),
    ("<div class=price>Used from $40.00</div><div class=price>$98.00</div>", "98.00"),
    ("<div class=savings>Save $32.00</div><div class=price>$98.00</div>", "98.00"),
  ])
  func `the price that counts now is read from the page`(html: String, price: String) throws {
    let product = try #require(Self.product("<main><h1>Lamp</h1>\(html)\(Self.buy)</main>"))
    #expect(product.price == price)
    #expect(product.availability == "InStock")
    #expect(product.name == "Lamp")
  }

  @Test func `a shown sale price goes before the price of the markup`() throws {
    let json =
      #"{"@type":"Product","name":"Lamp","offers":{"price":"130.00","priceCurrency":"USD"}}"#
    let head = "<script type='application/ld+json'>\(json)</script>"
    let shown = "<h1>Lamp</h1><div class=price><s>$130.00</s><b>$98.00</b></div>\(Self.buy)"
    let product = try #require(Self.product(shown, head: head))
    #expect(product.price == "98.00")
    #expect(product.currency == "USD")
    let same = "<h1>Lamp</h1><div class=price>$130.00</div>\(Self.buy)<div class=price>$98.00</div>"
    #expect(try #require(Self.product(same, head: head)).price == "130.00")
  }

  @Test(arguments: [
    "<p>SKU: AB-12</p>", "<p><b>SKU:</b> <span>AB-12</span></p>", "<p>Item # AB-12</p>",
    "<p>Art.-Nr.: AB-12</p>", "<table><tr><th>SKU</th><td>AB-12</td></tr></table>",
    "<dl><dt>Artikelnummer</dt><dd>AB-12</dd></dl>", "<p>Référence : AB-12</p>",
    "<p>Item&nbsp;<span>AB-12</span></p>", "<span class=sku>AB-12</span>",
    "<p><span>Some Shop item number:</span> <b>AB-12</b></p>",
  ])
  func `a labelled number is the product's`(html: String) throws {
    let body = "<h1>Lamp</h1><div class=price>$98.00</div>\(Self.buy)\(html)"
    #expect(try #require(Self.product(body)).sku == "AB-12")
  }

  @Test func `an empty label takes no other's value`() throws {
    let body = """
      <h1>Lamp</h1><div class=price>$98.00</div>\(Self.buy)<dl><dt>SKU:</dt><dd></dd><dt>UPC:</dt><dd></dd></dl>
      """
    let product = try #require(Self.product(body))
    #expect(product.sku == nil)
    #expect(product.gtin == nil)
  }

  @Test func `recommendations say nothing of the product`() throws {
    let body = """
      <div class=related-products><a>Table</a><span class=price>$5.00</span><p>SKU: X-1</p></div>
      <h1>Lamp</h1><div class=price>$98.00</div>\(Self.buy)
      <section><h2>You may also like</h2><span class=price>$7.00</span><p>SKU: X-2</p></section>
      """
    let product = try #require(Self.product(body))
    #expect(product.price == "98.00")
    #expect(product.sku == nil)
  }

  @Test func `a rating comes with its count`() throws {
    let body = """
      <h1>Lamp</h1><div class=rating aria-label="4.2 out of 5, based on 379 reviews"></div>
      <div class=price>$98.00</div>\(Self.buy)
      """
    let product = try #require(Self.product(body))
    #expect(product.rating == "4.2")
    #expect(product.reviewCount == "379")
  }

  @Test(arguments: [
    "<h1>News</h1><p>The lamp costs $98.00 and is sold out.</p>",
    "<h1>Lamps</h1>"
      + (1...6).map { "<h2>Lamp \($0)</h2><b class=price>$\($0).00</b>\(buy)" }.joined(),
    "<h1>Prices</h1><table><tr><td>Plan</td><td class=price>$5</td></tr></table>",
    "<h1>Forum</h1><p>Item: 5</p><p>I bought it for 20 €</p>",
  ])
  func `pages that aren't one product's have none`(body: String) {
    #expect(Self.product(body) == nil)
  }

  @Test func `shops say of a page's body what kind of page it is`() throws {
    let shown = "<h1>Lamp</h1><p class=price>From: $98.00</p>"
    let article = "<meta property=og:type content=article>"
    func page(_ name: String, _ body: String, _ head: String) -> Product? {
      ProductTests.page("<body class='x \(name)'>\(body)", head: head).product
    }
    #expect(page("single-product", shown, article)?.price == "98.00")
    #expect(page("", shown, article) == nil)
    let json = "<script type='application/ld+json'>\(ProductTests.chair)</script>"
    #expect(page("page-category", "<h1>Chair</h1>", json) == nil)
    #expect(page("page-category page-product", "<h1>Chair</h1>", json) != nil)
  }

  @Test func `a list of links with prices is no product, whatever its head says`() {
    let tiles = (1...9).map { "<a href=/\($0)>Lamp \($0) <span class=price>$\($0)9.00</span></a>" }
    let head = "<meta property=og:type content=product>"
    #expect(Self.product("<h1>Lamps</h1>\(tiles.joined())", head: head) == nil)
    #expect(Self.product("<h1>Lamps</h1>\(tiles[0])", head: head) != nil)
  }

  @Test func `a price in an article's body is of something advertised`() {
    let tile = "<p><meta itemprop=price content=237><meta itemprop=priceCurrency content=USD></p>"
    #expect(
      Self.product("<h1>A year</h1>\(tile)", head: "<meta property=og:type content=article>") == nil
    )
  }

  @Test(arguments: [
    ("<a href=/cart>Add to cart</a>", true), ("<button>In den Warenkorb</button>", true),
    ("<input type=submit value='Buy now'>", true), ("<p>SKU: 12</p>", true),
    ("<button aria-label='Add to bag'></button>", true), ("<button>köp</button>", true),
    ("<p>Add to cart</p>", false), ("<a href=/in>In the news</a>", false), ("<p>$5</p>", false),
    ("<script>Add to cart</script><p>Note: this</p>", false),
  ])
  func `a button that sells or a labelled number is a shop's sign`(html: String, isSign: Bool) {
    var arena = HTMLArena()
    var parser = PageParser()
    parser.parse(Array("<body>\(html)".utf8), into: &arena)
    #expect(ShopSigns.stand(in: arena) == isSign)
  }

  @Test func `data in a script has the page's product`() throws {
    let script = #"""
      <script>window.__STATE__={"items":[{"name":"Table","sku":"T-1","price":"5.00"},
      {"name":"Lamp","handle":"chair","sku":"L-1","price":{"amount":"98.00","currencyCode":"USD"},"available":true}]}</script>
      """#
    let product = try #require(Self.product("<h1>Lamp</h1>" + script))
    #expect(product.sku == "L-1")
    #expect(product.price == "98.00")
    #expect(product.currency == "USD")
    #expect(product.availability == "InStock")
  }

  @Test func `a dollar is the shop's country's`() throws {
    let body = "<h1>Lamp</h1><div class=price>$98.00</div>\(Self.buy)"
    let page = ProductTests.page(body, url: "https://s.example.au/p/lamp")
    #expect(try #require(page.product).currency == "AUD")
  }
}
