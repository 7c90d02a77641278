internal import TextAlgorithms

/// A source of pages of which only those stay that a sitemap names.
///
/// Pages whose address isn't in it are rejections (`not_in_sitemap`); where the page itself doesn't say
/// when it was changed, the sitemap's word holds.
struct SitemapReader: SourceReader {
  let inner: any SourceReader
  let context: ReaderContext
  /// The sitemaps' own files.
  let sitemaps: [InputFile]

  /// Sitemaps count to the source: a run begins anew when they change.
  var files: [InputFile] { inner.files + sitemaps }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    let path = "\(workFolder)/sitemap-\(context.index)"
    try SitemapTable.build(path, from: sitemaps, options: context.options)
    return try inner.plan(partSize: partSize, workFolder: workFolder).map {
      var part = $0
      part.sitemap = path
      return part
    }
  }

  func makePartReader() -> any PartReader {
    SitemapPartReader(inner: inner.makePartReader(), context: context)
  }
}

/// Lets through what the sitemap names.
final class SitemapPartReader: PartReader {
  private let inner: any PartReader
  private let context: ReaderContext
  private var table: (path: String, table: LookupFile)?

  init(inner: any PartReader, context: ReaderContext) {
    self.inner = inner
    self.context = context
  }

  func takeNotes() -> [ReadNote] { inner.takeNotes() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    if let path = part.sitemap, table?.path != path { table = (path, try LookupFile(path)) }
    try inner.read(part) { result in
      guard case .document(var document) = result else { return try body(result) }
      let url = document.url.map(URLKey.normalized)
      guard let url, let value = table?.table[LookupFile.key(url.utf8)] else {
        return try body(
          context.rejection(
            "not_in_sitemap", at: document.source, id: document.id,
            evidence: document.url ?? "no url"))
      }
      let changed = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
      if case .page(var page) = document.body {
        page.modifiedAt = page.modifiedAt ?? changed
        document.body = .page(page)
      } else {
        document.updatedAt = document.updatedAt ?? changed
      }
      try body(.document(document))
    }
  }
}
