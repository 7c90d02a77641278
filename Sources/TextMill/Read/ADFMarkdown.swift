internal import TextAlgorithms

/// Makes Markdown of the Atlassian Document Format: blocks as blocks, marks as marks; nodes of no text
/// (extensions, layout) give what is inside of them.
///
/// The tree is as deep as the JSON parser allows. Linear in the text but for nested quotes and lists, whose
/// lines are indented once a level.
struct ADFMarkdown {
  /// Whom the text mentions, without the sign before the name.
  private(set) var mentions: [String] = []

  mutating func note(mention name: String) {
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    if !bare.isEmpty { mentions.append(bare) }
  }

  mutating func markdown(_ document: JSONValue) -> String {
    blocks(document.items("content")).joined(separator: "\n\n")
  }

  private mutating func blocks(_ nodes: [JSONValue]) -> [String] {
    var out: [String] = []
    var line: [JSONValue] = []
    func isInline(_ node: JSONValue) -> Bool {
      [
        "text", "hardBreak", "mention", "emoji", "date", "status", "inlineCard", "mediaInline",
        "inlineExtension", "placeholder",
      ].contains(node["type"]?.string ?? "")
    }
    for node in nodes {
      if isInline(node) {
        line.append(node)
        continue
      }
      if !line.isEmpty { out.append(inline(line)) }
      line = []
      out.append(block(node))
    }
    if !line.isEmpty { out.append(inline(line)) }
    return out.filter { $0.utf8.contains { $0 > 0x20 } }
  }

  private mutating func block(_ node: JSONValue) -> String {
    let content = node.items("content")
    let attributes = node["attrs"] ?? .null
    switch node["type"]?.string {
    case "paragraph", "caption": return inline(content)
    case "heading":
      let level = min(6, max(1, attributes["level"]?.int ?? 1))
      return String(repeating: "#", count: level) + " "
        + inline(content).replacing("\n", with: " ")
    case "bulletList", "decisionList": return list(content) { _, _ in "- " }
    case "taskList":
      return list(content) { node, _ in node["attrs"]?.text("state") == "DONE" ? "- [x] " : "- [ ] "
      }
    case "orderedList":
      let first = attributes["order"]?.int ?? 1
      return list(content) { _, index in "\(first &+ index). " }
    case "codeBlock": return code(content, language: attributes.text("language"))
    case "blockquote": return quoted(blocks(content).joined(separator: "\n\n"))
    case "panel": return quoted(blocks(content).joined(separator: "\n\n"))
    case "expand", "nestedExpand":
      return ([attributes.text("title")].compactMap { $0.map { "**\($0)**" } } + blocks(content))
        .joined(separator: "\n\n")
    case "rule": return "---"
    case "table": return table(content)
    case "media": return media(attributes)
    case "blockCard", "embedCard": return attributes.text("url").map { "<\($0)>" } ?? ""
    default: return blocks(content).joined(separator: "\n\n")
    }
  }

  private func media(_ attributes: JSONValue) -> String {
    attributes.text("alt").map { "![\($0)]()" } ?? ""
  }

  private mutating func list(
    _ items: [JSONValue], mark: (JSONValue, Int) -> String
  ) -> String {
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      // A list inside a list of tasks stands among the items.
      let isNested = ["taskList", "decisionList"].contains(item["type"]?.string ?? "")
      let text = isNested ? block(item) : blocks(item.items("content")).joined(separator: "\n")
      let mark = isNested ? "  " : mark(item, index)
      let indent = String(repeating: " ", count: isNested ? 2 : mark.utf8.count)
      lines.append(mark + text.replacing("\n", with: "\n" + indent))
    }
    return lines.joined(separator: "\n")
  }

  private func code(_ content: [JSONValue], language: String?) -> String {
    let text = content.compactMap { $0["text"]?.string }.joined()
    // A fence longer than any run of its mark inside.
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language ?? "")\n\(text)\n\(fence)"
  }

  private func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  /// Rows of cells; where the first row has no headings an empty one goes before it.
  private mutating func table(_ rows: [JSONValue]) -> String {
    var lines: [[String]] = []
    for row in rows {
      var cells: [String] = []
      for cell in row.items("content") {
        let text = blocks(cell.items("content")).joined(separator: " ")
          .replacing("\n", with: " ").replacing("|", with: "\\|")
        cells.append(text)
        let span = min(64, cell["attrs"]?["colspan"]?.int ?? 1)
        cells += Array(repeating: "", count: max(0, span - 1))
      }
      lines.append(cells)
    }
    return ADFMarkdown.table(
      lines, hasHead: rows.first?.items("content").first?["type"]?.string == "tableHeader")
  }

  /// A table of Markdown; short rows are filled up.
  static func table(_ rows: [[String]], hasHead: Bool) -> String {
    let width = rows.map(\.count).max() ?? 0
    if width == 0 { return "" }
    func line(_ cells: [String]) -> String {
      let filled = cells + Array(repeating: "", count: width - cells.count)
      return "| " + filled.joined(separator: " | ") + " |"
    }
    let head = hasHead ? rows[0] : []
    let rule = line(Array(repeating: "---", count: width))
    return ([line(head), rule] + rows.dropFirst(hasHead ? 1 : 0).map(line)).joined(separator: "\n")
  }
}
