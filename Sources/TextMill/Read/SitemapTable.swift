internal import TextAlgorithms

/// The addresses of sitemaps as a table of the work folder: the value is the time of the last change,
/// empty where it isn't said.
enum SitemapTable {
  /// Reads sitemaps (`urlset`), plain lists of addresses, and feeds of either kind, packed or not; the
  /// sitemaps that an index (`sitemapindex`) names are among `files`.
  static func build(
    _ path: String, from files: [InputFile], options: SourceOptions
  ) throws(TextMillError) {
    do {
      var table = try LookupFile.Builder(path)
      var count = 0
      for file in files {
        var isIndex = false
        let before = count
        try InputOpener.forEachMember(of: file, options: options) { _, stream in
          try forEachEntry(in: stream, isIndex: &isIndex) { address, changed in
            count += 1
            let key = LookupFile.key(URLKey.normalized(address).utf8)
            try table.add(key, Array((changed.flatMap(Timestamps.normalized) ?? "").utf8))
          }
        } onDefect: { member, defect in
          throw TextMillError(
            .data, "\(member): \(defect.evidence)", remedy: "Fetch the sitemap again.")
        }
        if count == before, !isIndex {
          throw TextMillError(
            .data, "\(file.path): no sitemap, or one without addresses",
            remedy: "Name sitemaps, or leave the option out.")
        }
      }
      try table.finish()
    } catch let error as TextMillError {
      throw error
    } catch {
      throw TextMillError(
        .inputOutput, "\(options.name): \(error)", remedy: "Check the sitemaps and run again.")
    }
  }

  /// The most bytes of an address.
  private static let addressLimit = 8192

  private static func forEachEntry(
    in stream: any ByteStream, isIndex: inout Bool, _ body: (String, String?) throws -> Void
  ) throws {
    let peeked = try PeekedStream(stream, count: 1024)
    guard peeked.head.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x3C else {
      try LineSplitter.forEachLine(in: ByteWindow(peeked), limit: addressLimit) { line in
        let text = String(decoding: line.bytes, as: UTF8.self).withoutOuterBlanks
        if text.hasPrefix("http") { try body(text, nil) }
      }
      return
    }
    let reader = XMLPullReader { try peeked.read(into: $0) }
    var names: [String] = []
    var address: [UInt8] = []
    var changed: [UInt8] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name, _):
        names.append(name)
        if name == "sitemapindex" { isIndex = true }
        if name == "url" { (address, changed) = ([], []) }
      case .text(let text):
        guard names.dropLast().last == "url" else { continue }
        // Other namespaces have a loc as well, but not as a child of url.
        if names.last == "loc", address.count < addressLimit { address += text }
        if names.last == "lastmod", changed.count < 64 { changed += text }
      case .end(let name, _):
        if !names.isEmpty { names.removeLast() }
        guard name == "url", !address.isEmpty else { continue }
        try body(
          String(decoding: address, as: UTF8.self).withoutOuterBlanks,
          changed.isEmpty ? nil : String(decoding: changed, as: UTF8.self).withoutOuterBlanks)
      }
    }
  }
}
