import Foundation
import Testing

@testable import TextAlgorithms
@testable import TextMill

/// The readers find in the sample data what its truth counts.
@Suite struct SampleFeedsTests {
  private static let corpora = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpora").path

  private func counts(_ file: String) throws -> JSONValue {
    let data = try Data(contentsOf: URL(filePath: "\(Self.corpora)/truth/counts.json"))
    return try #require(JSONValue(parsing: Array(data))[file])
  }

  private func read(
    _ reader: SourceOptions.Reader, _ file: String, sitemap: [String] = []
  ) throws -> (documents: [Document], rejections: [Rejection]) {
    let fixture = ReadingFixture()
    var options = SourceOptions(name: "s", reader: reader, folder: Self.corpora, paths: [file])
    options.sitemap = sitemap
    let (documents, rejections, _) = try fixture.read(options)
    return (documents, rejections)
  }

  @Test(arguments: [
    ("merchant.xml", SourceOptions.Reader.merchantFeed), ("merchant.tsv", .merchantFeed),
    ("shopify-products.json", .shopify), ("woocommerce.csv", .woocommerce),
    ("magento.csv", .magento),
  ])
  func `every product is found with its variants`(file: String, reader: SourceOptions.Reader) throws
  {
    let truth = try counts("feeds/\(file)")
    let (documents, rejections) = try read(reader, "feeds/\(file)")
    #expect(rejections.isEmpty)
    let views = truth["store_views"]?.int ?? 0
    #expect(documents.count == (truth["products"]?.int ?? 0) + views)
    #expect(documents.allSatisfy { $0.product != nil && $0.text.hasPrefix("# ") })
    if let variations = truth["variations"]?.int {
      let many = documents.map { $0.product?.variants.count ?? 0 }.reduce(0, +)
      #expect(many == variations)
    }
    let format = try InputFormat(of: "\(Self.corpora)/feeds/\(file)")
    #expect(format.map { "\($0)" } == "\(reader)")
  }

  @Test func `a web archive and a crawl hold the same pages`() throws {
    let archive = try counts("web/shop.warc.gz")
    let (pages, others) = try read(.warc, "web/shop.warc.gz")
    let revisits = archive["revisits"]?.int ?? 0
    #expect(pages.count == (archive["pages"]?.int ?? 0) + revisits)
    #expect(pages.count + others.count == archive["records"]?.int)
    let (crawled, left) = try read(.crawl, "web/crawl.jsonl")
    #expect(crawled.count == (try counts("web/crawl.jsonl"))["pages"]?.int)
    #expect(left.map(\.reason) == ["not_html", "status_excluded", "status_excluded"])
    #expect(crawled.map(\.url) == pages.dropLast(revisits).map(\.url))
    let (named, unnamed) = try read(.crawl, "web/crawl.jsonl", sitemap: ["web/sitemap.xml"])
    #expect(named.count == (try counts("web/sitemap.xml"))["addresses"]?.int)
    #expect(unnamed.contains { $0.reason == "not_in_sitemap" })
  }
}
