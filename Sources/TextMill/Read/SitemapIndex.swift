internal import Glibc
internal import TextAlgorithms

/// Finds the sitemaps that an index names among the files of its folder.
enum SitemapIndex {
  /// The most files that indexes may bring.
  private static let limit = 50_000

  /// The files, and behind them those that they name and that lie beside them, indexes among these followed
  /// as well. Addresses are never fetched: the last step of each is looked for as a file.
  static func followed(_ files: [InputFile]) -> [InputFile] {
    var all = files
    var known = Set(files.map(\.file))
    var next = 0
    while next < all.count, all.count < files.count + limit {
      let index = all[next]
      next += 1
      for name in names(in: index) where all.count < files.count + limit {
        let beside = sibling(of: index, name)
        if let beside, known.insert(beside.file).inserted { all.append(beside) }
      }
    }
    return all
  }

  private static func sibling(of index: InputFile, _ name: String) -> InputFile? {
    let file = replacingLastStep(of: index.file, name)
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return InputFile(
      file: file, path: replacingLastStep(of: index.path, name), size: Int(status.st_size))
  }

  private static func replacingLastStep(of path: String, _ name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// The last steps of the addresses in an index; none for a file of another kind or a broken one, which
  /// is told when it is read as a sitemap.
  private static func names(in file: InputFile) -> [String] {
    var names: [String] = []
    let options = SourceOptions(name: "", reader: .pages, folder: "", paths: [])
    try? InputOpener.forEachMember(of: file, options: options) { _, stream in
      try forEachAddress(in: stream) { address in
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let name = path.split(separator: "/").last, name != ".", name != ".." else { return }
        if names.count < limit { names.append(String(name)) }
      }
    } onDefect: { _, _ in
    }
    return names
  }

  private static func forEachAddress(
    in stream: any ByteStream, _ body: (String) -> Void
  ) throws {
    let peeked = try PeekedStream(stream, count: 1024)
    guard peeked.head.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x3C else { return }
    let reader = XMLPullReader { try peeked.read(into: $0) }
    var open: [String] = []
    var address: [UInt8] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name, _):
        if open.isEmpty, name != "sitemapindex" { return }
        open.append(name)
        if name == "sitemap" { address = [] }
      case .text(let text):
        if open.last == "loc", open.dropLast().last == "sitemap", address.count < 8192 {
          address += text
        }
      case .end(let name, _):
        if !open.isEmpty { open.removeLast() }
        if name == "sitemap" {
          body(String(decoding: address, as: UTF8.self).withoutOuterBlanks)
        }
      }
    }
  }
}
