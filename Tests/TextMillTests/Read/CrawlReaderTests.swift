import Foundation
import Testing

@testable import TextMill

/// Crawls, sitemaps and pages that browsers saved.
@Suite struct CrawlReaderTests {
  @Test func `pages of a crawler need no mapping`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "c.jl",
      """
      {"url":"http://a.example/1","html":"<p>One</p>","status":200,"timestamp":"2024-01-02T03:04:05Z"}
      {"link":"http://a.example/2","body":"<p>Two","status_code":"200"}
      {"url":"http://a.example/3","html":"<p>x","status":404}
      {"url":"http://a.example/4","body":"%PDF","headers":{"Content-Type":["application/pdf"]}}
      {"url":"http://a.example/5","body":"just text"}
      {"url":"http://a.example/6"}
      {"html":"<p>no address"}
      {"url":"http://a.example/7","body_base64":"PHA+Y2Fm6TwvcD4=","content_type":"text/html; charset=latin1"}
      {"url":"http://a.example/8","html":""}
      not json
      """)
    let (documents, rejections, _) = try fixture.read(fixture.options(.crawl, ["c.jl"]))
    #expect(documents.map(\.id) == [1, 2, 7].map { "s:http://a.example/\($0)" })
    #expect(documents[0].metadata.map(\.value) == [.string("2024-01-02T03:04:05Z")])
    guard case .page(let page) = documents[2].body else { return }
    #expect(page.encoding == "latin1")
    #expect(EncodingDetector.decode(page).text == Array("<p>café</p>".utf8))
    #expect(
      rejections.map(\.reason) == [
        "status_excluded", "not_html", "not_html", "missing_field", "missing_field", "empty_body",
        "invalid_json",
      ])
  }

  @Test func `a sitemap leaves out what it doesn't name, and dates the rest`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "c.jl",
      """
      {"url":"http://A.example:80/1#top","html":"<p>One</p>"}
      {"url":"http://a.example/%c3%bc","html":"<p>Two</p>"}
      {"url":"http://a.example/3","html":"<p>Three</p>"}
      """)
    try fixture.put(
      "map.xml",
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc> http://a.example/1 </loc><lastmod>2024-05-06</lastmod><image:image><image:loc>http://a.example/3</image:loc></image:image></url>
      <url><loc>http://a.example/ü</loc></url></urlset>
      """)
    try fixture.put(
      "index.xml",
      "<sitemapindex><sitemap><loc>http://a.example/map.xml</loc></sitemap></sitemapindex>")
    var options = fixture.options(.crawl, ["c.jl"])
    options.sitemap = ["*.xml"]
    let (documents, rejections, _) = try fixture.read(options)
    #expect(documents.count == 2)
    guard case .page(let first) = documents[0].body else { return }
    #expect(first.modifiedAt == "2024-05-06T00:00:00Z")
    var extracted = documents[0]
    var extractor = DocumentExtractor(keepsInternalNotes: false)
    _ = extractor.extract(&extracted)
    #expect(extracted.updatedAt == "2024-05-06T00:00:00Z")
    #expect(rejections.map(\.reason) == ["not_in_sitemap"])
    #expect(rejections[0].evidence == "http://a.example/3")
    let again = try fixture.read(options, partSize: 20)
    #expect(again.documents == documents)
  }

  @Test func `an index leads to the sitemaps beside it`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "c.jl",
      (1...4).map { "{\"url\":\"http://a.example/\($0)\",\"html\":\"<p>x</p>\"}" }
        .joined(separator: "\n"))
    func index(_ names: [String]) -> String {
      "<sitemapindex>"
        + names.map { "<sitemap><loc>https://a.example/maps/\($0)</loc></sitemap>" }.joined()
        + "</sitemapindex>"
    }
    func map(_ number: Int) -> String {
      "<urlset><url><loc>http://a.example/\(number)</loc></url></urlset>"
    }
    try fixture.put(
      "maps/index.xml", index(["one.xml?x=1", "deep.xml", "absent.xml", "../four.xml"]))
    try fixture.put("maps/deep.xml", index(["two.xml", "index.xml"]))
    try fixture.put("maps/one.xml", map(1))
    try fixture.put("maps/two.xml", map(2))
    try fixture.put("maps/three.xml", map(3))
    try fixture.put("four.xml", map(4))
    var options = fixture.options(.crawl, ["c.jl"])
    options.sitemap = ["maps/index.xml"]
    let (documents, rejections, _) = try fixture.read(options)
    #expect(documents.map(\.url) == ["http://a.example/1", "http://a.example/2"])
    #expect(rejections.map(\.reason) == ["not_in_sitemap", "not_in_sitemap"])
    let files = try SourceReaders.make(options: options, index: 0).files.map(\.path)
    #expect(files == ["c.jl", "index.xml", "one.xml", "deep.xml", "two.xml"])
  }

  @Test func `a sitemap that is none stops the run`() throws {
    let fixture = ReadingFixture()
    try fixture.put("c.jl", "{\"url\":\"http://a.example/\",\"html\":\"<p>\"}\n")
    try fixture.put("map.xml", "<html></html>")
    var options = fixture.options(.crawl, ["c.jl"])
    options.sitemap = ["map.xml"]
    #expect(throws: TextMillError.self) { try fixture.read(options) }
  }

  @Test func `saved pages tell where they come from, and their companions aren't read`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.html", "<!-- saved from url=(0020)https://a.example/x -->\n<html><p>A</html>")
    try fixture.put("a_files/frame.html", "<p>frame")
    try fixture.put("b_files/page.html", "<p>no page b beside it")
    let image = String(repeating: "QUJDREVG", count: 400_000)
    try fixture.put(
      "single.html",
      "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://a.example/single?q=1 \n saved date: x\n--><img src=\"data:image/png;base64,\(image)\"><p>Text</p></html>"
    )
    let (documents, _, _) = try fixture.read(fixture.options(.pages, ["*.html", "*/*.html"]))
    #expect(documents.map(\.id) == ["s:a.html", "s:single.html", "s:b_files/page.html"])
    #expect(documents.map(\.url) == ["https://a.example/x", "https://a.example/single?q=1", nil])
    guard case .page(let page) = documents[1].body else { return }
    #expect(page.bytes.count < 1000)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("<p>Text</p>"))
  }

  @Test(arguments: [
    ("HTTP://A.Example", "http://a.example/"), ("https://a.example:443/x#y", "https://a.example/x"),
    ("http://a.example?x=1", "http://a.example/?x=1"),
    ("http://a.example/ü b", "http://a.example/%C3%BC%20b"),
    ("http://a.example/%e4", "http://a.example/%E4"),
    ("https://a.example:80/", "https://a.example:80/"),
    ("relative/path", "relative/path"), ("", ""),
  ])
  func `addresses agree in one spelling`(url: String, expected: String) {
    #expect(URLKey.normalized(url) == expected)
    #expect(URLKey.normalized(expected) == expected)
  }
}
