import Testing

@testable import TextAlgorithms

@Suite struct MarkdownTests {
  static func render(_ html: String, _ options: MarkdownOptions = .init()) -> String {
    var arena = HTMLArena()
    HTMLParser().parse(Array(html.utf8), into: &arena)
    var renderer = MarkdownRenderer(options)
    return String(
      decoding: renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true },
      as: UTF8.self)
  }

  @Test(arguments: [
    ("<h1>One</h1><p>Two  words</p><h3>Three</h3>", "# One\n\nTwo words\n\n### Three"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "- a\n- b\n  - c\n- d"),
    ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
    ("<blockquote><p>q</p></blockquote>", "> q"),
    (
      "<pre><code class='language-swift'>let a = 1\n  b</code></pre>",
      "```swift\nlet a = 1\n  b\n```"
    ),
    ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
    ("<p>Use <code>ls -l</code> now</p>", "Use `ls -l` now"),
    ("<p>a<br>b</p>", "a\nb"),
    ("<h2>a<br>b</h2>", "## a b"),
    (
      "<table><tr><th>A<th>B<tr><td>1<td>x|y</table>",
      "| A | B |\n| --- | --- |\n| 1 | x\\|y |"
    ),
    (
      "<table><tr><td rowspan=2>A<td>B<tr><td>C</table>",
      "| A | B |\n| --- | --- |\n| | C |"
    ),
    ("<table><tr><td><p>Layout</p></td></tr></table>", "Layout"),
    ("<p>1. not a list</p>", "1\\. not a list"),
    ("<p># not a heading</p>", "\\# not a heading"),
    ("<p>&lt;b&gt; and 2 &lt; 3</p>", "\\<b> and 2 < 3"),
    ("<p>&amp;lt; and R&amp;D</p>", "\\&lt; and R&D"),
    ("<p>2 * 3 but *this*</p>", "2 * 3 but \\*this\\*"),
    ("<p><a href='/x'>link</a></p>", "link"),
    ("<noscript><p>seen</p></noscript>", "seen"),
  ])
  func `elements become their Markdown`(html: String, markdown: String) {
    #expect(Self.render(html) == markdown)
  }

  @Test func `links and images are written on demand`() {
    var options = MarkdownOptions()
    options.links = true
    options.imageText = true
    let html = "<p>See <a href='https://a.example/x'>this <img alt='thing'></a>.</p>"
    #expect(Self.render(html, options) == "See [this thing](https://a.example/x).")
  }

  @Test func `random pages give tidy text without tags`() {
    var random = SeededGenerator(seed: 7)
    let parts = [
      "<p>", "</p>", "<div class='a b'>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<tr>",
      "<td>", "</table>", "text ", "<b>bold</b>", "&amp;", "&lt;script&gt;", "<br>", "\n\n  ",
      "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<a href=x>", "</a>", "# x", "- y",
      "<!-- c -->",
      "<script>var a='<p>';</script>", "<", ">", "\"", "é", "<pre>", "</pre>", "<code>", "</code>",
      "`",
    ]
    for _ in 0..<400 {
      let html = (0..<Int(random.next() % 60)).map { _ in
        parts[Int(random.next() % UInt64(parts.count))]
      }
      .joined()
      let text = Self.render(html)
      #expect(text == text.trimmingSpaces, "\(html)")
      if !text.contains("```") { #expect(!text.contains("\n\n\n"), "\(html)") }
      #expect(!text.contains("var a"), "\(html)")
      var isCode = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.contains("```") { isCode.toggle() }
        if isCode { continue }
        #expect(line.last != " ", "\(html)")
        #expect(!Self.hasTag(line), "\(html) → \(line)")
      }
    }
  }

  /// Whether `<` and a letter or `/` stand outside code and without a backslash.
  private static func hasTag(_ line: Substring) -> Bool {
    var previous: Character = " "
    var isCode = false
    for (character, next) in zip(line, line.dropFirst() + [" "]) {
      if character == "`", previous != "\\" { isCode.toggle() }
      if !isCode, character == "<", previous != "\\", next.isASCII && next.isLetter || next == "/" {
        return true
      }
      previous = character
    }
    return false
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
