/// Random Markdown of headings, paragraphs, lists, tables and code, in several scripts.
enum RandomMarkdown {
  private static let words = [
    "the", "order", "isn't", "here", "Lieferung", "für", "заказ", "注文番号", "สวัสดี", "👩‍👩‍👧‍👦",
    "e\u{301}té", "x\u{200D}y", "12.5", "e.g.", "(see", "“so”)", "हिन्दी", "a_b*c", "क्षि", "|", "👍🏽",
    "https://example.com/a/b?c=d", "internationalization",
  ]
  private static let ends = [". ", "! ", "? ", "…  ", "。", "！", ".\n", ".” ", "\r\n", " "]

  static func make(_ random: inout SeededGenerator) -> String {
    var text = random.next() % 4 == 0 ? "\n \n" : ""
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      text += block(&random)
      text += ["\n", "\n\n", "\n\n\n", "\r\n\r\n"].randomElement(using: &random)!
    }
    return text
  }

  static func sentences(_ count: Int, _ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<count {
      let size = Int.random(in: 1...9, using: &random)
      text += (0..<size).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
      text += ends.randomElement(using: &random)!
    }
    return text
  }

  private static func block(_ random: inout SeededGenerator) -> String {
    let size = Int.random(in: 1...6, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return String(repeating: "#", count: size) + " " + words.randomElement(using: &random)!
    case 1:
      return (0..<size).map { "- item \($0) " + sentences(1, &random) }.joined(separator: "\n")
    case 2:
      let rows = (0..<(size * 2)).map { "| \($0) | \(words[$0]) |\n" }.joined()
      return "| a | b |\n| --- | --- |\n" + rows
    case 3: return "```\n# no heading\n" + String(repeating: "let a = 1\n", count: size * 3) + "```"
    case 4: return String(repeating: "a", count: size * 40)
    case 5: return "e" + String(repeating: "\u{301}", count: size * 30)
    default: return sentences(size, &random)
    }
  }
}
