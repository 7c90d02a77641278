internal import TextAlgorithms

/// Reads the pages that crawlers write as JSON Lines (Scrapy and its like) without a field mapping: a
/// record with an address and its HTML is a page.
///
/// Members are known by the names that crawlers use: `url`, `html` or `body`, `status`, `timestamp`,
/// `content_type` or `headers`. Plain files are cut into byte ranges.
struct CrawlReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    try PartCutter.cut(context, partSize: partSize)
  }

  func makePartReader() -> any PartReader { CrawlPartReader(context) }
}

/// Makes pages of lines.
final class CrawlPartReader: PartReader {
  private let context: ReaderContext
  private var scanner = JSONObjectScanner()
  private var notes = ReadNotes()

  init(_ context: ReaderContext) { self.context = context }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try LineParts.forEachLine(of: part, context: context, body) { line, location in
      try body(result(line, location))
    }
  }

  private func result(_ line: UnsafeBufferPointer<UInt8>, _ location: SourceLocation) -> ReadResult
  {
    if let defect = JSONLineCheck.scan(line, with: &scanner) {
      return context.rejection(
        defect.reason, at: location, evidence: defect.evidence, raw: line)
    }
    let fields = JSONFields(line: line, members: scanner.members)
    guard let url = first(CrawlFields.url, fields), !url.isEmpty else {
      return context.rejection("missing_field", at: location, evidence: "url", raw: line)
    }
    let id = context.documentID(url)
    let status = first(CrawlFields.status, fields)
    let wanted = context.options.includedStatuses
    if let status, wanted.isEmpty ? status != "200" : !wanted.contains(status) {
      return context.rejection("status_excluded", at: location, id: id, evidence: status)
    }
    let type = contentType(fields)
    if let type, !type.isHTML {
      return context.rejection("not_html", at: location, id: id, evidence: type.name)
    }
    guard let (bytes, encoding) = content(fields, type) else {
      return context.rejection(
        "missing_field", at: location, id: id, evidence: "html, body", raw: line)
    }
    if bytes.isEmpty { return context.rejection("empty_body", at: location, id: id) }
    if type == nil, !HTMLMark.isAtFront(of: bytes), !bytes.contains(0x3C) {
      return context.rejection("not_html", at: location, id: id, evidence: "no markup", raw: line)
    }
    var document = Document(
      id: id, kind: .page, source: location, url: url,
      body: .page(PageSource.page(bytes, encoding: encoding)))
    if let fetched = first(CrawlFields.time, fields) {
      if let time = Timestamps.normalized(fetched) {
        document.metadata.append(.init(key: "fetched_at", value: .string(time)))
      } else {
        notes.add("time_unknown")
      }
    }
    return .document(document)
  }

  /// The page's bytes, and the encoding that they are known to be in.
  private func content(
    _ fields: JSONFields, _ type: MediaType?
  ) -> (bytes: [UInt8], encoding: String?)? {
    for path in CrawlFields.html {
      if let bytes = fields.bytes(path) { return (bytes, "utf-8") }
    }
    for path in CrawlFields.base64 {
      guard let text = fields.bytes(path) else { continue }
      let charset = type?.charset ?? first(CrawlFields.charset, fields)
      return Base64.decode(text).map { ($0, charset) }
    }
    return nil
  }

  /// What the response said it is: a member of its own, or one of the headers under any spelling.
  private func contentType(_ fields: JSONFields) -> MediaType? {
    if let text = first(CrawlFields.type, fields), !text.isEmpty { return MediaType(text) }
    let headers = CrawlFields.headers.lazy.compactMap { fields.value(of: $0)?.members }.first
    guard let header = headers?.first(where: { $0.key.lowercased() == "content-type" }) else {
      return nil
    }
    return (header.value.string ?? header.value.array?.first?.string).map { MediaType($0) }
  }

  private func first(_ paths: [FieldPath], _ fields: JSONFields) -> String? {
    paths.lazy.compactMap { fields.string($0) }.first
  }
}

/// The names that crawlers give to what a page needs, the likeliest first.
enum CrawlFields {
  static let url = paths("url", "page_url", "final_url", "response_url", "link", "uri", "loc")
  static let html = paths(
    "html", "body", "raw_html", "page_source", "content", "html_content", "response_body",
    "response", "source_html")
  static let base64 = paths("body_base64", "html_base64", "content_base64")
  static let status = paths("status", "status_code", "http_status", "statusCode", "response_code")
  static let time = paths(
    "timestamp", "fetched_at", "crawled_at", "scraped_at", "crawl_time", "fetch_time", "ts", "date")
  static let type = paths("content_type", "contentType", "mime", "mime_type", "mimetype")
  static let headers = paths("headers", "response_headers")
  static let charset = paths("encoding", "charset")

  private static func paths(_ names: String...) -> [FieldPath] {
    names.map { FieldPath($0, slot: 0) }
  }

  /// Whether a record has what a page needs.
  static func arePage(_ record: JSONValue) -> Bool {
    let has = { (paths: [FieldPath]) in paths.contains { record[$0.name]?.string != nil } }
    return has(url) && (has(Array(html.prefix(4))) || has(base64))
  }
}
