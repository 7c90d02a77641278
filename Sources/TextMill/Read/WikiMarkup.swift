/// Makes Markdown of the wiki markup that Jira's older API gives: headings, lists, quotes, code, tables,
/// links and emphasis; what means only looks is taken off. Linear.
struct WikiMarkup {
  private var out: [String] = []
  private var table: [[String]] = []
  private var tableHasHead = false
  private var isCode = false
  private var isQuote = false

  static func markdown(_ text: String) -> String {
    var markup = WikiMarkup()
    let plain = text.utf8.filter { $0 != 0x0D }
    for line in plain.split(separator: 0x0A, omittingEmptySubsequences: false) {
      markup.add(String(decoding: line, as: UTF8.self))
    }
    markup.closeTable()
    if markup.isCode { markup.out.append("```") }
    return markup.out.joined(separator: "\n")
  }

  private mutating func add(_ line: String) {
    let bare = line.withoutOuterSpace
    if isCode {
      // The end may stand behind the last line of the code.
      for end in ["{code}", "{noformat}"] where bare.hasSuffix(end) {
        let rest = String(bare.dropLast(end.count))
        if !rest.isEmpty { out.append(rest) }
        out.append("```")
        isCode = false
        return
      }
      return out.append(line)
    }
    if let opened = WikiMarkup.codeOpening(bare) {
      closeTable()
      let end = opened.rest.hasSuffix("{code}") ? 6 : opened.rest.hasSuffix("{noformat}") ? 10 : 0
      let body = String(opened.rest.dropLast(end))
      out.append("```" + opened.language)
      if !body.isEmpty { out.append(body) }
      if end > 0 { out.append("```") } else { isCode = true }
      return
    }
    if bare.hasPrefix("|") { return row(bare) }
    closeTable()
    if bare == "{quote}" {
      isQuote.toggle()
      return
    }
    let text = block(bare)
    out.append(isQuote ? (text.isEmpty ? ">" : "> " + text) : text)
  }

  private func block(_ line: String) -> String {
    let bytes = Array(line.utf8)
    if bytes.count > 3, bytes[0] == 0x68, (0x31...0x36).contains(bytes[1]), bytes[2] == 0x2E {
      let text = String(decoding: bytes[3...], as: UTF8.self).withoutOuterSpace
      return String(repeating: "#", count: Int(bytes[1] - 0x30)) + " " + WikiInline.markdown(text)
    }
    if line.hasPrefix("bq. ") { return "> " + WikiInline.markdown(String(line.dropFirst(4))) }
    if bytes.count >= 4, bytes.allSatisfy({ $0 == 0x2D }) { return "---" }
    let marks = bytes.prefix { $0 == 0x2A || $0 == 0x23 || $0 == 0x2D }
    if (1...6).contains(marks.count), marks.count < bytes.count, bytes[marks.count] == 0x20 {
      let text = String(decoding: bytes[(marks.count + 1)...], as: UTF8.self).withoutOuterSpace
      let indent = String(repeating: "  ", count: marks.count - 1)
      return indent + (marks.last == 0x23 ? "1. " : "- ") + WikiInline.markdown(text)
    }
    return WikiInline.markdown(line)
  }

  /// `{code:java}` or `{noformat}` at the beginning of a line.
  private static func codeOpening(_ line: String) -> (language: String, rest: String)? {
    for mark in ["{code", "{noformat"] where line.hasPrefix(mark) {
      let behind = line.dropFirst(mark.count)
      guard let close = behind.firstIndex(of: "}"),
        behind.first == "}" || behind.first == ":"
      else { return nil }
      let options = behind[..<close].dropFirst().split { $0 == "|" || $0 == ":" }
      let language = options.first { !$0.contains("=") } ?? ""
      return (String(language), String(behind[behind.index(after: close)...]))
    }
    return nil
  }

  private mutating func row(_ line: String) {
    let isHead = line.hasPrefix("||")
    if table.isEmpty { tableHasHead = isHead }
    var cells: [String] = []
    var cell: [UInt8] = []
    var isLink = false
    let bytes = Array(line.utf8)
    // A bar inside of a link parts its text from its address.
    for byte in bytes.drop(while: { $0 == 0x7C }) + (bytes.last == 0x7C ? [] : [0x7C]) {
      if byte == 0x5B { isLink = true } else if byte == 0x5D { isLink = false }
      if byte == 0x7C, !isLink {
        if isHead, cell.isEmpty { continue }
        let text = String(decoding: cell, as: UTF8.self).withoutOuterSpace
        cells.append(WikiInline.markdown(text))
        cell = []
      } else {
        cell.append(byte)
      }
    }
    table.append(cells)
  }

  private mutating func closeTable() {
    if table.isEmpty { return }
    out.append(ADFMarkdown.table(table, hasHead: tableHasHead))
    table = []
  }
}
