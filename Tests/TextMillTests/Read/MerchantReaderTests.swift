import Foundation
import Testing

@testable import TextMill

@Suite struct MerchantReaderTests {
  private func read(_ text: String, name: String = "feed.xml", limit: Int? = nil) throws -> (
    documents: [Document], rejections: [Rejection], notes: [ReadNote]
  ) {
    let fixture = ReadingFixture()
    try fixture.put(name, text)
    var options = fixture.options(.merchantFeed, [name])
    if let limit { options.recordLimit = limit }
    return try fixture.read(options)
  }

  private func rss(_ items: String) -> String {
    "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Shop</title>\(items)</channel></rss>"
  }

  @Test func `items of a group are one product, wherever they stand`() throws {
    let (documents, rejections, notes) = try read(
      rss(
        """
        <item><g:id>1</g:id><title>Tee - Red</title><g:item_group_id>T</g:item_group_id><g:color>Red</g:color><g:material>Wool</g:material><g:price>15.00 USD</g:price><g:availability>in stock</g:availability><g:gtin>4006381333931</g:gtin></item>
        <item><g:id>9</g:id><title>Mug</title><description>A &lt;b&gt;mug&lt;/b&gt;</description><link>https://a.example/mug</link><g:price>1.599,00 EUR</g:price><g:sale_price>1.299,00 EUR</g:sale_price><g:condition>new</g:condition><g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping><g:product_detail><g:section_name>A</g:section_name><g:attribute_name>Glaze</g:attribute_name><g:attribute_value>Matt</g:attribute_value></g:product_detail><g:product_highlight>Dishwasher proof</g:product_highlight></item>
        <item><g:id>2</g:id><title>Tee - Blue</title><g:item_group_id>T</g:item_group_id><g:color>Blue</g:color><g:material>Wool</g:material><g:price>15.00 USD</g:price><g:availability>out_of_stock</g:availability></item>
        """))
    #expect(rejections.isEmpty)
    #expect(notes.isEmpty)
    #expect(documents.map(\.id) == ["s:T", "s:9"])
    let tee = try #require(documents[0].product)
    #expect(tee.name == "Tee")
    #expect(tee.variants.map(\.sku) == ["1", "2"])
    #expect(
      tee.variants.map(\.properties) == [
        [.init(name: "Color", value: "Red")], [.init(name: "Color", value: "Blue")],
      ])
    #expect(tee.properties == [.init(name: "Material", value: "Wool")])
    #expect(tee.price == "15.00")
    #expect(tee.currency == "USD")
    #expect(tee.availability == "InStock")
    let mug = try #require(documents[1].product)
    #expect(mug.price == "1299.00")
    #expect(mug.condition == "NewCondition")
    #expect(documents[1].url == "https://a.example/mug")
    #expect(
      documents[1].text == """
        # Mug

        A mug

        - Dishwasher proof

        Price: 1299.00 EUR

        | Property | Value |
        | --- | --- |
        | SKU | 9 |
        | Condition | New |
        | Regular price | 1599.00 EUR |
        | Glaze | Matt |
        | Shipping | DE: 4.90 EUR |
        """)
  }

  @Test func `tables are read under names with spaces or underscores`() throws {
    let row =
      "7\tLamp\tA warm light.\thttps://a.example/l\t9.50 GBP\tin stock\tShoes & more:Type:Floor, lamp"
    for header in [
      "id\ttitle\tdescription\tlink\tprice\tavailability\tproduct detail",
      "g:id\tg:title\tdescription\tlink\tprice\tavailability\tproduct_detail",
    ] {
      let (documents, rejections, _) = try read(
        "\(header)\n\(row)\n8\t\tno title\t\t\t\t\n", name: "f.txt")
      #expect(documents.map(\.id) == ["s:7"])
      #expect(documents[0].product?.currency == "GBP")
      #expect(documents[0].product?.properties == [.init(name: "Type", value: "Floor, lamp")])
      #expect(rejections.map(\.reason) == ["missing_field"])
    }
  }

  @Test func `Atom entries have their links in attributes`() throws {
    let (documents, _, _) = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><title>x</title>
      <entry><id>urn:1</id><g:id>A1</g:id><title>Bench</title><link rel="self" href="https://a.example/feed/1"/>
      <link href="https://a.example/bench"/><summary>Oak.</summary><updated>2024-01-02T03:04:05Z</updated></entry></feed>
      """)
    #expect(documents.map(\.id) == ["s:A1"])
    #expect(documents[0].url == "https://a.example/bench")
    #expect(documents[0].updatedAt == "2024-01-02T03:04:05Z")
    #expect(documents[0].text.contains("Oak."))
  }

  @Test func `a sale that is bound to dates doesn't hold`() throws {
    let (documents, _, _) = try read(
      rss(
        "<item><g:id>1</g:id><title>T</title><g:price>10 EUR</g:price><g:sale_price>8 EUR</g:sale_price><g:sale_price_effective_date>2016-02-24T13:00-0800/2016-02-29T15:30-0800</g:sale_price_effective_date></item>"
      ))
    #expect(documents[0].product?.price == "10")
    #expect(documents[0].product?.properties.first == .init(name: "Sale price", value: "8 EUR"))
  }

  @Test func `what is broken is told with its place, and the rest is read`() throws {
    let good = "<item><g:id>1</g:id><title>Good</title></item>"
    let bad = "<item><title>No id</title></item>"
    let found = try read(rss(good + bad))
    #expect(found.documents.map(\.id) == ["s:1"])
    #expect(found.rejections.map(\.reason) == ["missing_field"])
    #expect(found.rejections[0].source.record == 2)
    let raw = String(decoding: found.rejections[0].raw ?? [], as: UTF8.self)
    #expect(raw.hasPrefix(bad))
    let cut = try read("<rss><channel>\(good)<item><g:id>2</g:id><title>Cut sho")
    #expect(cut.documents.count == 1)
    #expect(cut.rejections.map(\.reason) == ["truncated_xml"])
    #expect(try read("<html").rejections.map(\.reason) == ["invalid_xml"])
    let big = try read(
      rss(
        good + "<item><g:id>3</g:id><title>\(String(repeating: "x", count: 5000))</title></item>"
          + good),
      limit: 2000)
    #expect(big.rejections.map(\.reason) == ["record_too_large"])
    // Two items of one id are two products.
    #expect(big.documents.count == 1 || big.documents.count == 2)
  }

  @Test func `ampersands and entities that nobody declared are overlooked and counted`() throws {
    let (documents, rejections, notes) = try read(
      rss(
        "<item><g:id>1</g:id><title>Salt &amp; pepper&nbsp;mill</title><g:brand>A & B</g:brand></item>"
      ))
    #expect(documents.map(\.title) == ["Salt & pepper\u{A0}mill"])
    #expect(rejections.isEmpty)
    #expect(notes.map(\.name) == ["xml_repaired"])
  }

  @Test func `groups are found whatever the order of the items`() throws {
    var random = SeededGenerator(seed: 11)
    var items = (0..<60).map { n in
      "<item><g:id>\(n)</g:id><title>Thing \(n % 7) no \(n)</title><g:item_group_id>g\(n % 7)</g:item_group_id><g:size>\(n)</g:size></item>"
    }
    for _ in 0..<5 {
      items.shuffle(using: &random)
      let documents = try read(rss(items.joined())).documents
      #expect(documents.count == 7)
      #expect(documents.allSatisfy { (8...9).contains($0.product?.variants.count ?? 0) })
    }
  }
}
