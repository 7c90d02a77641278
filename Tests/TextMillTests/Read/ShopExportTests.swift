import Foundation
import Testing

@testable import TextMill

/// Shopify's JSON, WooCommerce and Magento.
@Suite struct ShopExportTests {
  private func read(
    _ reader: SourceOptions.Reader, _ text: String, change: (inout SourceOptions) -> Void = { _ in }
  ) throws -> (documents: [Document], rejections: [Rejection], notes: [ReadNote]) {
    let fixture = ReadingFixture()
    try fixture.put("export", text)
    var options = fixture.options(reader, ["export"])
    change(&options)
    return try fixture.read(options)
  }

  static let storefront = """
    {"id":1,"title":"Tee","handle":"tee","body_html":"<p>Soft<br>shirt</p>","vendor":"Acme","product_type":"Shirts","tags":["a","b"],
     "updated_at":"2024-05-01T10:00:00+02:00","variants":[{"id":1,"option1":"S","option2":"Red","sku":"T-S","price":"10.00","available":true},
     {"id":2,"option1":"M","option2":"Red","sku":"T-M","price":"12.00","available":false}],"images":[{"src":"https://x.example/1.jpg"}],
     "options":[{"name":"Size"},{"name":"Colour"}]}
    """
  static let admin = """
    {"id":2,"title":"Mug","handle":"mug","body_html":null,"vendor":"Acme","tags":"a, b","status":"draft",
     "variants":[{"option1":"Default Title","sku":"M1","price":"5.00","barcode":"4006381333931","inventory_quantity":0,
     "inventory_management":"shopify","inventory_policy":"deny","compare_at_price":"7.00"}],"options":[{"name":"Title"}]}
    """

  @Test func `Shopify's products are read in every shape`() throws {
    let shapes = [
      "{\"products\":[\(Self.storefront),\(Self.admin)]}",
      "{\"products\": [\(Self.storefront)]}\n{\"products\":[\(Self.admin)]}\n",
      "[\(Self.storefront),\(Self.admin)]",
      "{\"product\":\(Self.storefront)}{\"product\":\(Self.admin)}",
      [Self.storefront, Self.admin].map { $0.split(separator: "\n").joined() }.joined(
        separator: "\n"),
      "{\"count\":2,\"products\":[\(Self.storefront),\(Self.admin)]}",
    ]
    for shape in shapes {
      let (documents, rejections, _) = try read(.shopify, shape) { $0.currency = "EUR" }
      #expect(rejections.isEmpty)
      #expect(documents.map(\.id) == ["s:tee", "s:mug"])
      let tee = try #require(documents[0].product)
      #expect(tee.variants.map(\.availability) == ["InStock", "OutOfStock"])
      #expect(
        tee.variants[0].properties == [
          .init(name: "Size", value: "S"), .init(name: "Colour", value: "Red"),
        ])
      #expect(documents[0].updatedAt == "2024-05-01T08:00:00Z")
      let mug = try #require(documents[1].product)
      #expect(mug.price == "5.00" && mug.currency == "EUR" && mug.gtin == "4006381333931")
      #expect(mug.availability == "OutOfStock")
      #expect(mug.properties == [.init(name: "Regular price", value: "7.00")])
      for document in documents {
        #expect(
          document.metadata.first { $0.key == "tags" }?.value
            == .array([.string("a"), .string("b")]))
      }
    }
  }

  @Test func `broken JSON of Shopify is told, and the next line read`() throws {
    let line = Self.storefront.split(separator: "\n").joined()
    let (documents, rejections, _) = try read(
      .shopify, "{\"products\":[\(line),{\"title\":x}]}\n\(line)\n{\"a\":1}\n[1]\n")
    #expect(documents.count == 2)
    #expect(rejections.map(\.reason) == ["invalid_json", "missing_field", "not_an_object"])
    let cut = try read(.shopify, "{\"products\":[\(line),{\"title\":\"x")
    #expect(cut.documents.count == 1)
    #expect(cut.rejections.map(\.reason) == ["truncated_json"])
  }

  static let woo = """
    ID,Type,SKU,Name,Published,"Short description",Description,"In stock?","Weight (kg)","Regular price","Sale price",Categories,Images,Parent,"Attribute 1 name","Attribute 1 value(s)"
    102,variation,,Cap - Blue,1,,,1,,9.00,,,,id:100,Colour,Blue
    100,variable,CAP,Cap,1,"A cap.","[vc_row a=""b""]Warm [sic].\\n\\nWash cold.[/vc_row]",1,0.2,,,"Wear, Wear > Caps","https://x.example/1.jpg, https://x.example/2.jpg",,Colour,"Red, Blue"
    101,variation,CAP-R,Cap - Red,1,,,0,,8.00,7.00,,,CAP,Colour,Red
    200,"simple, virtual",,Card,-1,,"Line one\\nLine two",1,,5,,"Gifts",,,,
    300,variation,X,Lost,1,,,1,,1,,,,id:999,Colour,Red
    ,simple,,Nameless,1,,,,,,,,,,,
    """

  @Test func `WooCommerce's variations find their parents by number and by SKU`() throws {
    let (documents, rejections, _) = try read(.woocommerce, Self.woo) { $0.currency = "SEK" }
    #expect(documents.map(\.id) == ["s:CAP", "s:200"])
    let cap = try #require(documents[0].product)
    #expect(cap.variants.map(\.name) == ["Blue", "Red"])
    #expect(cap.variants.map(\.price) == ["9.00", "7.00"])
    #expect(cap.variants.map(\.currency) == ["SEK", "SEK"])
    #expect(cap.variants.map(\.availability) == ["InStock", "OutOfStock"])
    #expect(cap.properties == [.init(name: "Weight", value: "0.2 kg")])
    #expect(cap.category == "Wear > Caps")
    #expect(cap.images.count == 2)
    #expect(cap.description == "A cap.\n\nWarm [sic].\n\nWash cold.")
    #expect(documents[1].product?.description == "Line one\nLine two")
    #expect(rejections.map(\.reason) == ["missing_field", "parent_missing"])
    let drafts = try read(.woocommerce, Self.woo) { $0.includedStatuses = ["published"] }
    #expect(drafts.documents.map(\.id) == ["s:CAP"])
  }

  @Test(arguments: [
    ("[gallery ids=\"1,2\"]a", "a"), ("[caption]b[/caption]", "b"), ("[vc_row]c[/vc_row]", "c"),
    ("see [1] and [sic]", "see [1] and [sic]"), ("a [b", "a [b"), ("[x y=z", "[x y=z"),
    ("[/row]d", "d"), ("[optional note] e", "[optional note] e"),
  ])
  func `shortcodes go, other brackets stay`(text: String, expected: String) {
    #expect(
      String(decoding: WooText.withoutShortcodes(Array(text.utf8)), as: UTF8.self) == expected)
  }

  static let magento = #"""
    sku,store_view_code,product_type,categories,name,description,price,special_price,url_key,additional_attributes,visibility,is_in_stock,configurable_variations,configurable_variation_labels
    B-S,,simple,,Boot S,,79.0000,,,"size=S",Not Visible Individually,1,,
    BOOT,,configurable,"Default Category/Shoes,Default Category/Shoes/Boots",Boot,"<p>A boot.</p>",0.0000,,boot,"material=Leather, waxed,manufacturer=Acme,care=""Dry, then brush""",Catalog,1,"sku=B-S,size=S|sku=B-M,size=M","size=Shoe size"
    BOOT,de,,,Stiefel,Ein Stiefel.,,,,,,,,
    BOOT,default,,,,,,,the-boot,,,,,
    BOOT,fr,,,,,81.00,,,,,,,
    B-M,,simple,,Boot M,,89.0000,84.0000,,"size=M",Not Visible Individually,0,,
    SOCK,,simple,Default Category/Socks,Sock,Warm.,5,,sock,,"Catalog, Search",1,,
    SOCK,en,,,,,4.5,,,,,,,
    ,,simple,,No SKU,,,,,,,,,
    """#

  @Test func `Magento's store views and variations come together`() throws {
    let (documents, rejections, notes) = try read(.magento, Self.magento) {
      $0.baseURL = "https://m.example"
    }
    #expect(documents.map(\.id) == ["s:BOOT", "s:BOOT/de", "s:SOCK"])
    let boot = try #require(documents[0].product)
    #expect(boot.variants.map(\.sku) == ["B-S", "B-M"])
    #expect(boot.variants.map(\.price) == ["79.00", "84.00"])
    #expect(boot.variants.map(\.availability) == ["InStock", "OutOfStock"])
    #expect(boot.variants[0].properties == [.init(name: "Shoe size", value: "S")])
    #expect(boot.properties.contains(.init(name: "Material", value: "Leather, waxed")))
    #expect(boot.properties.contains(.init(name: "Care", value: "Dry, then brush")))
    #expect(boot.brand == "Acme")
    #expect(boot.category == "Shoes > Boots")
    #expect(documents[0].url == "https://m.example/the-boot.html")
    #expect(documents[1].title == "Stiefel")
    #expect(documents[1].language == "de")
    #expect(documents[2].product?.price == "4.5")
    #expect(rejections.map(\.reason) == ["missing_field"])
    #expect(notes == [ReadNote(name: "store_view_passed", count: 1)])
  }

  @Test(arguments: [
    ("a=1,b=2", ["a:1", "b:2"]), ("a=x, y,b=2", ["a:x, y", "b:2"]), ("a=1|2|3", ["a:1, 2, 3"]),
    ("a=\"x,b=1\",c=2", ["a:x,b=1", "c:2"]), ("a=say \"\"hi\"\"", ["a:say \"\"hi\"\""]),
    ("a=,b=2", ["b:2"]), ("", []), ("no pairs", []), ("a=\"open", ["a:\"open"]),
  ])
  func `lists of attributes are taken apart`(text: String, expected: [String]) {
    #expect(MagentoAttributes.pairs(text).map { "\($0.name):\($0.value)" } == expected)
  }

  @Test(arguments: [
    ("10", "10"), ("1,299.00", "1299.00"), ("1299,00", "1299.00"), ("1,299", "1299"), ("free", nil),
    ("1.2.3", nil), ("1.599,00", "1599.00"), ("54.0000", "54.00"), (".5", "0.5"),
    ("1'299.00", "1299.00"),
  ])
  func `amounts are decimals with a point`(text: String, expected: String?) {
    #expect(FeedValue.decimal(text) == expected)
  }

  @Test(
    arguments: [
      ("15.00 USD", "15.00", "USD"), ("EUR 1.599,00", "1599.00", "EUR"), ("9,99 €", "9.99", "EUR"),
      ("$5", "5", nil), ("US$5", "5", "USD"), ("12 kr", "12", nil),
    ] as [(String, String, String?)])
  func `prices have a currency where it is certain`(text: String, amount: String, currency: String?)
  {
    let price = FeedValue.price(text)
    #expect(price?.amount == amount)
    #expect(price?.currency == currency)
  }

  @Test func `tables saved again by a spreadsheet are still read`() throws {
    let fixture = ReadingFixture()
    let table =
      "URL handle;Title;Description;Option1 name;Option1 value;SKU;Price\nm\u{F6}bel;M\u{F6}bel;Sch\u{F6}n;Title;Default Title;A1;9,50\n"
    try fixture.put("a.csv", Data(table.unicodeScalars.map { UInt8($0.value) }))
    let (documents, _, notes) = try fixture.read(fixture.options(.shopify, ["a.csv"]))
    #expect(documents.map(\.title) == ["Möbel"])
    #expect(documents[0].product?.price == "9.50")
    #expect(notes.map(\.name) == ["encoding_detected"])
  }

  @Test func `joins don't depend on the order of the rows`() throws {
    var random = SeededGenerator(seed: 3)
    for (reader, text) in [(SourceOptions.Reader.woocommerce, Self.woo), (.magento, Self.magento)] {
      let lines = text.split(separator: "\n").map(String.init)
      let expected = Set(try read(reader, text).documents.map(\.id))
      for _ in 0..<8 {
        let shuffled = ([lines[0]] + lines.dropFirst().shuffled(using: &random)).joined(
          separator: "\n")
        let documents = try read(reader, shuffled).documents
        #expect(Set(documents.map(\.id)) == expected)
        #expect(
          documents.filter { $0.product?.variants.count == 2 }.count == (reader == .magento ? 2 : 1)
        )
      }
    }
  }
}
