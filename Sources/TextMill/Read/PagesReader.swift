/// Reads files of HTML in any encoding, packed or not: one document a page.
///
/// A page's URL is `baseURL` with its path, and its id is this URL. Without a base the id is the path, and
/// the URL what the page says it was saved from. What browsers put beside pages that they save isn't read.
struct PagesReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  /// Small files are read together: a batch ends before it passes `partSize`.
  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    Batches.cut(context, partSize: partSize)
  }

  func makePartReader() -> any PartReader { PagesPartReader(context) }
}

/// Puts neighbouring small files into common parts.
enum Batches {
  static func cut(_ context: ReaderContext, partSize: Int) -> [InputPart] {
    var parts: [InputPart] = []
    var batch: [InputFile] = []
    var weight = 0
    func close() {
      guard let first = batch.first else { return }
      parts.append(
        InputPart(
          source: context.index, file: first.file, path: first.path, range: nil, weight: weight,
          batch: batch))
      batch = []
      weight = 0
    }
    for file in context.files {
      if weight + file.size > partSize { close() }
      batch.append(file)
      weight += file.size
    }
    close()
    return parts
  }

  /// Hands over the whole content of each file and member of a batch; what is too large or broken is a
  /// rejection.
  static func forEachContent(
    of part: InputPart, context: ReaderContext, _ body: (ReadResult) throws -> Void,
    content: (UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    for file in part.batch {
      let single = InputPart(
        source: part.source, file: file.file, path: file.path, range: nil, weight: file.size)
      try InputOpener.forEachMember(of: single, context: context, body) { path, stream in
        let window = ByteWindow(stream)
        let location = context.location(path: path, record: 1, offset: 0)
        while window.count <= context.options.recordLimit, try window.fill() {}
        if window.count > context.options.recordLimit {
          try body(
            context.rejection(
              "record_too_large", at: location,
              evidence: "over \(context.options.recordLimit) bytes", raw: window.bytes))
        } else {
          try content(window.bytes, location)
        }
      }
    }
  }
}

/// Hands over the pages of a batch.
final class PagesPartReader: PartReader {
  private let context: ReaderContext

  init(_ context: ReaderContext) { self.context = context }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try Batches.forEachContent(of: part, context: context, body) { bytes, location in
      let name = PageAddress.pagePath(location.path)
      let url = context.options.baseURL.map { PageAddress.url($0, name) }
      try body(
        .document(
          Document(
            id: context.documentID(url ?? name), kind: .page, source: location,
            url: url ?? SavedPage.address(bytes),
            body: .page(PageSource.page(bytes, encoding: context.options.encoding)))))
    }
  }
}
