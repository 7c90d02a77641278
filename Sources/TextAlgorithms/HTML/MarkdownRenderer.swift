/// Renders a subtree of an arena as Markdown: headings, lists, tables, code, quotations, paragraphs.
///
/// Only text nodes that the caller keeps are written, and an element's marks only when text of it is. Linear.
struct MarkdownRenderer {
  private var writer = MarkdownWriter()
  private let options: MarkdownOptions

  init(_ options: MarkdownOptions = .init()) { self.options = options }

  /// What is undone when an element ends.
  private enum Effect {
    case none, paragraph, division, quote, list, item
    case heading(Int)
    case code(MarkdownWriter.Mark)
    case link(MarkdownWriter.Mark, Int)
  }

  private struct Frame {
    var end: Int
    var effect: Effect
  }

  /// The Markdown of `root`'s subtree, without a final line end.
  mutating func render(
    _ arena: HTMLArena, root: Int, keeps: (Int) -> Bool
  ) -> [UInt8] {
    writer.removeAll()
    var stack: [Frame] = []
    var i = root
    let end = Int(arena.nodes[root].end)
    while i < end {
      while let top = stack.last, top.end <= i { undo(stack.removeLast().effect, arena) }
      let node = arena.nodes[i]
      if node.tag == .text {
        if keeps(i) { writer.appendText(arena.bytes, arena.textRange(i)) }
        i += 1
        continue
      }
      if node.tag == .br {
        writer.breakLine()
        i += 1
        continue
      }
      if node.tag == .img, options.imageText, let alt = arena.attributeRange(i, .alt) {
        writer.appendText(arena.bytes, alt)
      }
      if let formula = MathText.formula(arena, i) {
        if keeps(i) { writer.appendFormula(arena.bytes, formula.range, formula.isDisplay) }
        i = Int(node.end)
        continue
      }
      if node.tag == .math {
        for part in MathText.characters(arena, i) where keeps(part) {
          writer.appendText(arena.bytes, arena.textRange(part))
        }
        i = Int(node.end)
        continue
      }
      if node.tag.isSkipped && i != root || MathText.isDouble(arena, i)
        || node.tag == .pre && preformatted(arena, i, keeps)
        || node.tag == .table && table(arena, i, keeps)
        || node.tag == .dl && properties(arena, i, keeps)
      {
        i = Int(node.end)
        continue
      }
      let limit = stack.last?.end ?? end
      stack.append(.init(end: Int(node.end), effect: begin(arena, i)))
      if options.mailQuotes, MailQuoteMarks.startsQuotation(arena, i) {
        // The header of the earlier message stands before its text, so the quotation ends with their parent.
        let own = stack.removeLast()
        writer.endParagraph()
        writer.quotes += 1
        stack.append(.init(end: limit, effect: .quote))
        stack.append(own)
      }
      i += 1
    }
    while let top = stack.popLast() { undo(top.effect, arena) }
    writer.endParagraph()
    return writer.out
  }

  private mutating func begin(_ arena: HTMLArena, _ node: Int) -> Effect {
    let tag = arena.nodes[node].tag
    if options.mailQuotes, MailQuoteMarks.isQuotation(arena, node) || tag == .blockquote {
      writer.endParagraph()
      writer.quotes += 1
      return .quote
    }
    switch tag {
    case .code, .kbd, .samp, .tt:
      return .code(writer.mark)
    case .a where options.links:
      return .link(writer.mark, node)
    default: break
    }
    if PageBlocks.isInline(arena, node) { return .none }
    if tag == .div, !options.divisionsAreParagraphs {
      writer.endParagraph()
      writer.isLineBreakOnly = true
      return .division
    }
    writer.endParagraph()
    writer.isGapDue = true
    if tag.headingLevel > 0 {
      let before = writer.heading
      writer.heading = tag.headingLevel
      return .heading(before)
    }
    switch tag {
    case .blockquote:
      writer.quotes += 1
      return .quote
    case .ul, .ol:
      guard writer.lists.count < 16 else { return .paragraph }
      let start = arena.attributeText(node, .start).flatMap { Int($0) } ?? 1
      writer.lists.append(
        .init(isOrdered: tag == .ol, number: max(0, min(start, 99_999)) - 1))
      return .list
    case .li:
      guard !writer.lists.isEmpty else { return .paragraph }
      writer.lists[writer.lists.count - 1].number += 1
      writer.lists[writer.lists.count - 1].isPending = true
      return .item
    default: return .paragraph
    }
  }

  private mutating func undo(_ effect: Effect, _ arena: HTMLArena) {
    switch effect {
    case .none: break
    case .paragraph:
      writer.endParagraph()
      writer.isGapDue = true
    case .division:
      writer.endParagraph()
      writer.isLineBreakOnly = true
    case .quote:
      writer.endParagraph()
      writer.quotes -= 1
    case .list:
      writer.endParagraph()
      writer.lists.removeLast()
    case .item:
      writer.endParagraph()
      if !writer.lists.isEmpty { writer.lists[writer.lists.count - 1].isPending = false }
    case .heading(let before):
      writer.endParagraph()
      writer.heading = before
    case .code(let mark): writer.encloseCode(from: mark)
    case .link(let mark, let node):
      guard let address = arena.attribute(node, .href), !address.isEmpty else { return }
      writer.encloseLink(from: mark, address: address)
    }
  }

  /// Writes preformatted text between fences; false when it holds no kept text.
  private mutating func preformatted(_ arena: HTMLArena, _ node: Int, _ keeps: (Int) -> Bool)
    -> Bool
  {
    var text: [UInt8] = []
    var isKept = false
    var i = node + 1
    while i < Int(arena.nodes[node].end) {
      let tag = arena.nodes[i].tag
      if tag == .br { text.append(0x0A) }
      if tag == .text {
        if keeps(i) { isKept = true }
        // Between kept parts stands white space that no block owns.
        text.append(contentsOf: arena.bytes[arena.textRange(i)])
      }
      i = tag.isSkipped ? Int(arena.nodes[i].end) : i + 1
    }
    guard isKept else { return true }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    let start = text.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? 0
    text.removeFirst(start)
    text.removeAll { $0 == 0x0D || $0 == 0 }
    writer.code(text, language: CodeLanguage.find(arena, node))
    return true
  }

  /// Writes a table of data; false for a table that only lays out a page.
  private mutating func table(_ arena: HTMLArena, _ node: Int, _ keeps: (Int) -> Bool) -> Bool {
    guard let table = HTMLTableReader.read(arena, node, keeps: keeps) else { return false }
    writer.table(table)
    return true
  }

  /// Writes a list of definitions as a table; false when its texts are too long for one.
  private mutating func properties(_ arena: HTMLArena, _ node: Int, _ keeps: (Int) -> Bool) -> Bool
  {
    guard !options.mailQuotes, let table = DefinitionListReader.read(arena, node, keeps: keeps)
    else { return false }
    writer.table(table)
    return true
  }
}
