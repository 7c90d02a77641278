import Foundation
import Testing

@testable import TextMill

@Suite struct TableReaderTests {
  @Test func `rows become conversations, and ragged rows rejections`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.csv",
      "\u{FEFF}no;subject;question;answer\r\n1;S;\"Line one\nline; two\";Yes\r\n\r\n2;short\r\n3;T;Why?;\"\"\r\n"
    )
    var options = fixture.options(.csv, ["a.csv"])
    options.fields.id = "no"
    options.fields.title = "subject"
    options.fields.messages = [
      .init(role: "customer", text: "question"), .init(role: "agent", text: "answer"),
    ]
    let (documents, rejections, notes) = try fixture.read(options)
    #expect(documents.map(\.id) == ["s:1", "s:3"])
    #expect(
      documents.map(\.text) == ["customer: Line one\nline; two\nagent: Yes", "customer: Why?"])
    #expect(documents.map(\.source.record) == [1, 3])
    #expect(rejections.map(\.reason) == ["wrong_column_count"])
    #expect(notes.isEmpty)
  }

  @Test func `windows-1252 is found out and counted, or declared`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.csv", Data("id,text\n1,caf".utf8) + [0xE9, 0x20, 0x80, 0x0A])
    var options = fixture.options(.csv, ["a.csv"])
    options.fields.id = "id"
    options.fields.text = "text"
    let found = try fixture.read(options)
    #expect(found.documents.map(\.text) == ["café €"])
    #expect(found.notes == [ReadNote(name: "encoding_detected", count: 1)])
    options.encoding = "utf-8"
    #expect(try fixture.read(options).rejections.map(\.reason) == ["invalid_utf8"])
  }

  @Test func `a column that isn't there is a mistake of the configuration`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.csv", "id,text\n1,x\n")
    var options = fixture.options(.csv, ["a.csv"])
    options.fields.text = "body"
    let error = #expect(throws: TextMillError.self) { try fixture.read(options) }
    #expect(error?.message.contains("body") == true)
    #expect(error?.message.contains("id, text") == true)
  }

  @Test func `a shop's rows are products with variants and images`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "shop.csv",
      """
      Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Status
      tee,Tee,<p>Soft</p>,Acme,Shirts,"a, b",Size,S,T-S,10.00,https://x.example/1.jpg,active
      tee,,,,,,,M,T-M,"1,010.50",,
      tee,,,,,,,,,,https://x.example/2.jpg,
      mug,Mug,,Acme,,,Title,Default Title,M1,5.00,,draft

      """)
    var options = fixture.options(.shopify, ["shop.csv"])
    options.baseURL = "https://shop.example/"
    let (documents, rejections, _) = try fixture.read(options)
    #expect(rejections.isEmpty)
    #expect(documents.map(\.id) == ["s:tee", "s:mug"])
    #expect(
      documents.map(\.url) == [
        "https://shop.example/products/tee", "https://shop.example/products/mug",
      ])
    let tee = try #require(documents[0].product)
    #expect(tee.images == ["https://x.example/1.jpg", "https://x.example/2.jpg"])
    #expect(tee.variants.map(\.sku) == ["T-S", "T-M"])
    #expect(tee.variants.map(\.price) == ["10.00", "1010.50"])
    #expect(tee.variants[1].properties == [.init(name: "Size", value: "M")])
    #expect(
      documents[0].text == """
        # Tee

        Soft

        Price: 10.00 – 1010.50

        | Property | Value |
        | --- | --- |
        | Brand | Acme |
        | Category | Shirts |

        ## Variants

        | Size | SKU | Price |
        | --- | --- | --- |
        | S | T-S | 10.00 |
        | M | T-M | 1010.50 |
        """)
    let mug = try #require(documents[1].product)
    #expect(mug.variants.isEmpty)
    #expect(mug.sku == "M1")
    #expect(mug.properties.isEmpty)
    options.includedStatuses = ["active"]
    #expect(try fixture.read(options).rejections.map(\.reason) == ["status_excluded"])
  }

  @Test func `pages are read whole, in batches, with their addresses`() throws {
    let fixture = ReadingFixture()
    try fixture.put("site/index.html", "<p>1")
    try fixture.put("site/a b/ü.html", "<p>2")
    try fixture.put("site/logo.png", "x")
    var options = fixture.options(.pages, ["site"])
    options.baseURL = "https://shop.example"
    let whole = try fixture.read(options)
    #expect(
      whole.documents.map(\.url) == [
        "https://shop.example/a%20b/%C3%BC.html", "https://shop.example/index.html",
      ])
    #expect(try fixture.read(options, partSize: 1).documents == whole.documents)
  }
}
