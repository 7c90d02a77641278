internal import TextAlgorithms

/// The `extract --as page` filter: a record that names or holds a page becomes a document.
package struct PageStage: RecordStage {
  private var extractor: PageExtractor
  private let files: StoredFile

  package init(_ options: PageExtractor.Options = .init(), files: StoredFile) {
    extractor = PageExtractor(options)
    self.files = files
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let url = record.text("url").map { String(decoding: $0, as: UTF8.self) }
    let path = record.text("path").map { String(decoding: $0, as: UTF8.self) }
    let raw: RawPage
    if let html = record.text("html") {
      raw = RawPage(bytes: html, encoding: "UTF-8")
    } else if let path {
      raw = RawPage(bytes: try files.read(path))
    } else {
      throw RecordError(
        reason: "missing_field", message: "the record has neither a \"path\" nor an \"html\" member"
      )
    }
    let page = extractor.extract(raw, url: url)
    PageStage.append(page, record, path: path, to: &out)
  }

  /// The record's metadata, and what the page says beside it.
  private static func metadata(
    _ page: ExtractedPage, _ record: borrowing JSONRecord
  ) -> JSONValue {
    let own = record.value("metadata") ?? .object([])
    guard case .object(let members) = own, !page.metadata.isEmpty else { return own }
    return .object(
      members + page.metadata.filter { added in !members.contains { $0.key == added.key } })
  }

  private static let written: [StaticString] = [
    "id", "kind", "title", "url", "language", "created_at", "updated_at", "text", "messages",
    "product", "metadata", "source", "html", "path",
  ]

  private static func append(
    _ page: ExtractedPage, _ record: borrowing JSONRecord, path: String?, to out: inout [UInt8]
  ) {
    out.append(0x7B)
    out.appendMember("id", record.id)
    out.appendMember("kind", page.product == nil ? "page" : "product")
    out.appendMember("title", page.title)
    out.appendMember("url", page.url)
    out.appendMember("language", page.language)
    out.appendMember("created_at", page.createdAt)
    out.appendMember("updated_at", page.updatedAt)
    out.appendMember("text", page.text)
    out.appendKey("messages")
    out.appendASCII("null")
    out.appendKey("product")
    if let product = page.product { product.json.append(to: &out) } else { out.appendASCII("null") }
    out.appendKey("metadata")
    metadata(page, record).append(to: &out)
    out.appendKey("source")
    if let source = record.value("source") {
      source.append(to: &out)
    } else if let path {
      JSONString.append(path, to: &out)
    } else {
      out.appendASCII("null")
    }
    record.appendPassing(except: written, to: &out)
    out.append(0x7D)
    out.append(0x0A)
  }
}
