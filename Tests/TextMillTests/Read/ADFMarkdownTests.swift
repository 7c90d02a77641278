import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct ADFMarkdownTests {
  private func markdown(_ content: String) throws -> String {
    var adf = ADFMarkdown()
    return adf.markdown(
      try JSONValue(parsing: Array(#"{"version":1,"type":"doc","content":[\#(content)]}"#.utf8)))
  }

  private static func text(_ text: String, _ marks: String = "") -> String {
    #"{"type":"text","text":"\#(text)","marks":[\#(marks)]}"#
  }

  private static func paragraph(_ content: String) -> String {
    #"{"type":"paragraph","content":[\#(content)]}"#
  }

  static let cases: [(String, String)] = [
    (paragraph(text("a")) + "," + paragraph(text("b")), "a\n\nb"),
    (#"{"type":"heading","attrs":{"level":3},"content":[\#(text("T"))]}"#, "### T"),
    (
      #"{"type":"orderedList","attrs":{"order":3},"content":[{"type":"listItem","content":[\#(paragraph(text("x"))),{"type":"bulletList","content":[{"type":"listItem","content":[\#(paragraph(text("y")))]}]}]},{"type":"listItem","content":[\#(paragraph(text("z")))]}]}"#,
      "3. x\n   - y\n4. z"
    ),
    (
      #"{"type":"taskList","content":[{"type":"taskItem","attrs":{"state":"DONE"},"content":[\#(text("d"))]},{"type":"taskItem","attrs":{"state":"TODO"},"content":[\#(text("t"))]}]}"#,
      "- [x] d\n- [ ] t"
    ),
    (
      #"{"type":"codeBlock","attrs":{"language":"c"},"content":[{"type":"text","text":"a ``` b\nc"}]}"#,
      "````c\na ``` b\nc\n````"
    ),
    (#"{"type":"blockquote","content":[\#(paragraph(text("q")))]}"#, "> q"),
    (
      #"{"type":"panel","attrs":{"panelType":"info"},"content":[\#(paragraph(text("p")))]}"#, "> p"
    ),
    (#"{"type":"rule"}"#, "---"),
    (
      #"{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[\#(paragraph(text("h")))]},{"type":"tableHeader","content":[\#(paragraph(text("i|j")))]}]},{"type":"tableRow","content":[{"type":"tableCell","content":[\#(paragraph(text("1")))]}]}]}"#,
      "| h | i\\|j |\n| --- | --- |\n| 1 |  |"
    ),
    (
      paragraph(
        text("a ", #"{"type":"strong"},{"type":"em"}"#) + "," + text("b", #"{"type":"strike"}"#)
          + #",{"type":"hardBreak"},{"type":"emoji","attrs":{"shortName":":x:","text":"🙂"}},"#
          + #"{"type":"mention","attrs":{"text":"@Ann"}},{"type":"status","attrs":{"text":"OPEN"}},"#
          + #"{"type":"date","attrs":{"timestamp":"1741080000000"}},"#
          + #"{"type":"inlineCard","attrs":{"url":"https://a.example"}}"#),
      "***a*** ~~b~~\n🙂@AnnOPEN2025-03-04<https://a.example>"
    ),
    (
      #"{"type":"expand","attrs":{"title":"More"},"content":[\#(paragraph(text("e")))]}"#,
      "**More**\n\ne"
    ),
    (
      #"{"type":"layoutSection","content":[{"type":"layoutColumn","content":[\#(paragraph(text("l")))]}]}"#,
      "l"
    ),
  ]

  @Test(arguments: cases)
  func `each kind of node has its Markdown`(content: String, expected: String) throws {
    #expect(try markdown(content) == expected)
  }

  @Test func `deep nesting ends`() throws {
    let deep = String(repeating: #"{"type":"blockquote","content":["#, count: 200)
    let text = try markdown(
      deep + Self.paragraph(Self.text("x")) + String(repeating: "]}", count: 200))
    #expect(text.hasSuffix("x"))
  }

  @Test(arguments: [
    ("h1. Title", "# Title"), ("bq. said", "> said"), ("* a\n** b", "- a\n  - b"),
    ("# a\n# b", "1. a\n1. b"),
    ("*b* and _i_ -no- snake_case_x", "**b** and *i* ~~no~~ snake_case_x"),
    ("||h||i||\n|1|2|", "| h | i |\n| --- | --- |\n| 1 | 2 |"),
    ("|a [x|https://e.example] b|", "|  |\n| --- |\n| a [x](https://e.example) b |"),
    ("{quote}\nq\n{quote}", "> q"), ("{color:red}r{color}", "r"), ("[~ann] hi", "@ann hi"),
    ("{noformat}a *b*{noformat}", "```\na *b*\n```"), ("!shot.png|thumbnail! seen", " seen"),
    ("2 * 3 * 4 - 1", "2 * 3 * 4 - 1"), ("a\\\\b", "a\nb"), ("----", "---"),
  ])
  func `wiki markup has its Markdown`(markup: String, expected: String) {
    #expect(WikiMarkup.markdown(markup) == expected)
  }
}
