import Testing

@testable import TextAlgorithms

@Suite struct MarkdownTests {
  static func render(_ html: String, _ options: MarkdownOptions = .init()) -> String {
    var arena = HTMLArena()
    var parser = PageParser()
    parser.parse(Array(html.utf8), into: &arena)
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
      "| | |\n| --- | --- |\n| A | B |\n| A | C |"
    ),
    (
      "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>",
      "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | |\n| 1 | 3 | 4 |"
    ),
    (
      "<table><tr><th>Weight<td>2 kg<tr><th>Colour<td>green</table>",
      "| | |\n| --- | --- |\n| Weight | 2 kg |\n| Colour | green |"
    ),
    (
      "<table><caption>Sizes</caption><tr><th>A<th>B<tr><td>1<td>2</table>",
      "Sizes\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    ),
    (
      "<dl><dt>Weight<dd>2 kg<dt>Colour<dd>green<dd>blue</dl>",
      "| | |\n| --- | --- |\n| Weight | 2 kg |\n| Colour | green; blue |"
    ),
    ("<dl><dt>Term<dd><p>First.<p>Second.</dl>", "Term\n\nFirst.\n\nSecond."),
    ("<table><tr><td><p>Layout</p></td></tr></table>", "Layout"),
    ("<p>1. not a list</p>", "1\\. not a list"),
    ("<p># not a heading</p>", "\\# not a heading"),
    ("<p>&lt;b&gt; and 2 &lt; 3</p>", "\\<b> and 2 < 3"),
    ("<p>&amp;lt; and R&amp;D</p>", "\\&lt; and R&D"),
    ("<p>2 * 3 but *this*</p>", "2 * 3 but \\*this\\*"),
    ("<p><a href='/x'>link</a></p>", "link"),
    ("<noscript><p>seen</p></noscript>", "seen"),
    ("<p>Let <math><mi>x</mi><mo>=</mo><mn>1</mn></math> be</p>", "Let x=1 be"),
    (
      """
      <p><span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow>\
      <annotation encoding="application/x-tex">x^2</annotation></semantics></math></span>\
      <span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span> here</p>
      """, "$x^2$ here"
    ),
    (
      """
      <p>a <span class="MathJax_Preview">x2</span><span class="MathJax">x 2</span>\
      <script type="math/tex">x_2*y</script> b</p>
      """, "a $x_2*y$ b"
    ),
    (
      "<p><mjx-container><mjx-math><mjx-mi>x</mjx-mi></mjx-math><mjx-assistive-mml><math>"
        + "<mi>x</mi></math></mjx-assistive-mml></mjx-container> b</p>", "x b"
    ),
    (
      "<p><math alttext='{\\displaystyle a\\,b}' display=block><mi>a</mi></math></p>",
      "$$a\\,b$$"
    ),
    ("<p>With <img class=latex alt='\\frac12'> of it</p>", "With $\\frac12$ of it"),
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

  @Test func `no word of random pages is lost or doubled, and tables are rectangles`() {
    var random = SeededGenerator(seed: 23)
    let parts = [
      "<p>", "</p>", "<div>", "</div>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "</ol>",
      "<table>",
      "<tr>", "<td>", "<th>", "</tr>", "</table>", "<b>", "</b>", "<a href=x>", "</a>", "<h2>",
      "</h2>",
      "<h3>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<br>",
      "<dl>", "<dt>", "<dd>", "</dl>", "<caption>", "</caption>", "<span>", "</span>", "<noscript>",
      "</noscript>",
    ]
    for _ in 0..<400 {
      var words: [String] = []
      let html = (0..<Int(random.next() % 90)).map { index -> String in
        guard random.next() % 5 < 2 else { return parts[Int(random.next() % UInt64(parts.count))] }
        words.append("w\(index)")
        return " w\(index) "
      }.joined()
      let text = Self.render(html)
      let found = text.split { !$0.isLetter && !$0.isNumber }.filter { $0.first == "w" }
      #expect(found.map(String.init) == words, "\(html)")
      var width: Int?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let row = line.drop { $0 == ">" || $0 == " " }
        guard row.first == "|" else {
          width = nil
          continue
        }
        let bars = row.filter { $0 == "|" }.count
        #expect(width == nil || width == bars, "\(html)\n\(text)")
        width = bars
      }
    }
  }

  @Test func `escaping plain text once makes it read as itself`() {
    var random = SeededGenerator(seed: 5)
    let marks = Array("`*\\<>&#|-+_=~[]()1.a Z;/!".utf8)
    for _ in 0..<500 {
      let text = (0..<Int(random.next() % 24)).map { _ in
        marks[Int(random.next() % UInt64(marks.count))]
      }
      var escaped = text
      MarkdownEscaping.escape(&escaped, from: 0)
      // Taking the backslashes before punctuation away gives the text back.
      var plain: [UInt8] = []
      var i = 0
      while i < escaped.count {
        if escaped[i] == 0x5C, i + 1 < escaped.count, "`*\\<&".utf8.contains(escaped[i + 1]) {
          i += 1
        }
        plain.append(escaped[i])
        i += 1
      }
      #expect(plain == text, "\(String(decoding: text, as: UTF8.self))")
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
