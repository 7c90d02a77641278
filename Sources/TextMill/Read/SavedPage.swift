/// What browsers and tools write into the pages that they save.
enum SavedPage {
  /// The address that a page was saved from: SingleFile's and the browsers' comments at its front.
  static func address(_ html: some Collection<UInt8>) -> String? {
    let front = Array(html.prefix(4096))
    if let at = find("saved from url=(", in: front),
      let close = front[at...].prefix(16).firstIndex(of: 0x29)
    {
      return url(front[(close + 1)...])
    }
    guard let mark = find("SingleFile", in: front), let at = find("url:", in: front, from: mark)
    else { return nil }
    return url(front[at...].drop { $0 == 0x20 })
  }

  /// Whether a file belongs to a page that was saved "complete": it stands in a folder that browsers make
  /// beside the page, under its name and one of their endings.
  static func isCompanion(_ path: String, isPage: (String) -> Bool) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    for depth in steps.indices.dropLast() {
      let folder = String(steps[depth])
      for ending in endings where folder.hasSuffix(ending) && folder != ending {
        let before = steps[..<depth].joined(separator: "/") + (depth > 0 ? "/" : "")
        let page = before + String(folder.dropLast(ending.count))
        if isPage(page + ".html") || isPage(page + ".htm") || isPage(page + ".xhtml") {
          return true
        }
      }
    }
    return false
  }

  /// In the languages of browsers.
  private static let endings = [
    "_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "-filer", "_file", "_ficheiros",
    "_arquivos", ".files", "_pliki", "_soubory",
  ]

  private static func url(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = bytes.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    let url = String(decoding: text, as: UTF8.self)
    return url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
  }

  /// The index behind the first occurrence of a short mark.
  private static func find(_ mark: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    let wanted = Array(mark.utf8)
    guard bytes.count >= start + wanted.count else { return nil }
    for i in start...(bytes.count - wanted.count) where bytes[i...].starts(with: wanted) {
      return i + wanted.count
    }
    return nil
  }
}
