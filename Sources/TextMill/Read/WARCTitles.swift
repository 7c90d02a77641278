internal import TextAlgorithms

/// The titles that the page lists of WACZ files give to addresses, as a table of the work folder.
struct WARCTitles {
  /// The most titles that are kept, and the most bytes of a line and of a title.
  static let limit = 1_000_000
  private static let lineLimit = 1 << 20
  private static let titleLimit = 1000

  private var table: LookupFile.Builder
  private(set) var count = 0

  init(_ path: String) throws { table = try LookupFile.Builder(path) }

  /// Whether a member of an archive is a list of pages.
  static func isList(_ path: String) -> Bool {
    let name = path.lowercased()
    return ["!/pages/pages.jsonl", "!/pages/extrapages.jsonl"].contains { name.hasSuffix($0) }
  }

  /// Under what a page's title stands in the table.
  static func key(_ address: String) -> UInt64 {
    LookupFile.key(URLKey.normalized(address).utf8)
  }

  /// Reads a list: one page a line. Lines that are none are passed over: no page is lost by them.
  mutating func read(_ stream: any ByteStream) throws {
    try LineSplitter.forEachLine(in: ByteWindow(stream), limit: WARCTitles.lineLimit) { line in
      guard count < WARCTitles.limit, !line.isTooLong,
        let page = try? JSONValue(parsing: Array(line.bytes)),
        let address = page["url"]?.string, let title = page["title"]?.string?.trimmed,
        !title.isEmpty, title.utf8.count <= WARCTitles.titleLimit, title != address
      else { return }
      count += 1
      try table.add(WARCTitles.key(address), Array(title.utf8))
    }
  }

  consuming func finish() throws { try table.finish() }
}
