internal import TextAlgorithms

extension ADFMarkdown {
  /// A line of text with its marks.
  mutating func inline(_ nodes: [JSONValue]) -> String {
    var out = ""
    for node in nodes {
      let attributes = node["attrs"] ?? .null
      switch node["type"]?.string {
      case "text": out += marked(node["text"]?.string ?? "", node.items("marks"))
      case "hardBreak": out += "\n"
      case "mention":
        let name = attributes.text("text") ?? attributes.text("id") ?? ""
        note(mention: name)
        out += name.hasPrefix("@") ? name : "@" + name
      case "emoji": out += attributes.text("text", "shortName") ?? ""
      case "date":
        if let time = attributes.time("timestamp") { out += time.prefix { $0 != "T" } }
      case "status": out += attributes.text("text") ?? ""
      case "inlineCard": out += attributes.text("url").map { "<\($0)>" } ?? ""
      case "media", "mediaInline": out += attributes.text("alt").map { "![\($0)]()" } ?? ""
      default: out += inline(node.items("content"))
      }
    }
    return out
  }

  /// Marks go around the words and not around the spaces at their ends, as Markdown wants it.
  private func marked(_ text: String, _ marks: [JSONValue]) -> String {
    let bytes = Array(text.utf8)
    guard !marks.isEmpty, let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return text }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var inner = part(first..<(last + 1))
    let types = marks.compactMap { $0["type"]?.string }
    if types.contains("code") {
      let fence = inner.contains("`") ? "``" : "`"
      let pad = inner.hasPrefix("`") || inner.hasSuffix("`") ? " " : ""
      inner = fence + pad + inner + pad + fence
    }
    for (type, mark) in [("strike", "~~"), ("em", "*"), ("strong", "**")]
    where types.contains(type) {
      inner = mark + inner + mark
    }
    if let link = marks.first(where: { $0["type"]?.string == "link" })?["attrs"]?.text("href") {
      inner = link == inner ? "<\(link)>" : "[\(inner)](\(link))"
    }
    return part(0..<first) + inner + part((last + 1)..<bytes.count)
  }
}
