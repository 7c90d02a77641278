import Testing

@testable import TextAlgorithms

@Suite struct HTMLTreeTests {
  /// The body's children as nested names: `p(b(x)y)`.
  static func tree(_ html: String) -> String {
    let arena = PageParserTests.parse(html, .html5)
    PageParserTests.expectSound(arena)
    func write(_ node: Int) -> String {
      let tag = arena.nodes[node].tag
      if tag == .text { return String(decoding: arena.bytes[arena.textRange(node)], as: UTF8.self) }
      var inner: [String] = []
      var child = node + 1
      while child < Int(arena.nodes[node].end) {
        inner.append(write(child))
        child = Int(arena.nodes[child].end)
      }
      let name = tag.name.description
      return inner.isEmpty ? name : "\(name)(\(inner.joined(separator: " ")))"
    }
    let body = write(PageBlocks.body(of: arena))
    return body.hasPrefix("body(") ? String(body.dropFirst(5).dropLast()) : body
  }

  @Test func `the constants of tags are the numbers of their names`() {
    #expect(HTMLTag.a == HTMLTag.named("a"))
    #expect(HTMLTag.xmp == HTMLTag.named("xmp"))
    #expect(HTMLTag.noscript == HTMLTag.named("noscript"))
    #expect(HTMLTag.annotation == HTMLTag.named("annotation"))
    #expect(HTMLTag.h6.headingLevel == 6)
  }

  @Test(arguments: [
    // Implied ends.
    ("<p>a<p>b", "p(a) p(b)"),
    ("<p>a<div>b</div>c", "p(a) div(b) c"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(a) li(b ul(li(c))) li(d)) e"),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl(dt(a) dd(b) dt(c) dd(d))"),
    ("<select><option>a<option>b</select>c", "select(option(a) option(b)) c"),
    ("<h1>a<h2>b</h2>c", "h1(a) h2(b) c"),
    ("<button>a<button>b</button>c", "button(a) button(b) c"),
    ("<ruby>a<rt>b<rt>c</ruby>", "ruby(a rt(b) rt(c))"),
    // Implied elements.
    ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tbody(tr(td(a) td(b)) tr(td(c)))) d"),
    ("<table><td>a</table>", "table(tbody(tr(td(a))))"),
    (
      "<table><caption>a<thead><tr><th>b<tbody><tr><td>c</table>",
      "table(caption(a) thead(tr(th(b))) tbody(tr(td(c))))"
    ),
    ("a</p>b", "a p b"),
    ("a</br>b", "a br b"),
    // Scopes.
    ("<div><table><tr><td>a</div>b</table>c</div>d", "div(table(tbody(tr(td(a b)))) c) d"),
    ("<p><button><p>a</button>b", "p(button(p(a)) b)"),
    ("<ul><li><div><li>a</ul>", "ul(li(div) li(a))"),
    (
      "<table><tr><td><table><tr><td>a</table>b</table>",
      "table(tbody(tr(td(table(tbody(tr(td(a)))) b))))"
    ),
    ("<table><tr><table><tr><td>a</table>", "table(tbody(tr)) table(tbody(tr(td(a))))"),
    // Formatting and what stands in its way.
    ("<b>a<i>b</b>c", "b(a i(b)) c"),
    ("<a>a<a>b</a>c", "a(a) a(b) c"),
    ("<b>a<p>b</b>c</p>d", "b(a p(b c)) d"),
    ("<a>a<div>b</a>c</div>d", "a(a div(b c)) d"),
    ("<div><form>a<div>b</form>c</div>d</div>e", "div(form(a div(b c)) d) e"),
    ("<span>a</b>b</span>c", "span(a b) c"),
    ("<div><span>a</div>b</span>c", "div(span(a)) b c"),
    // Tags that mean nothing where they stand.
    ("<tr><td>a</td></tr>b", "a b"),
    ("<body><body><p>a</body></html>b", "p(a b)"),
    ("</div>a</span>", "a"),
    ("<form><form>a</form>b", "form(a) b"),
    // Markup that is none.
    ("a<!-- <p> -->b<!-->c<!--->d<!-- e --!>f", "a b c d f"),
    ("a<?php x ?>b<!DOCTYPE c>d", "a b d"),
    ("1 < 2 <3 << 4", "1 < 2 <3 << 4"),
    ("<textarea><p>a</textarea>b", "textarea(<p>a) b"),
    ("<svg><title>a</title><svg></svg><g/></svg>b", "svg b"),
    ("<x-a>b</x-b>c</x-a>d", "(b c) d"),
  ])
  func `trees are those of the standard, but in the document's order`(html: String, tree: String) {
    #expect(Self.tree(html) == tree)
  }

  @Test func `the head holds what belongs there and the body begins with the first content`() {
    let arena = PageParserTests.parse(
      "<!doctype html><meta charset=utf-8><title>a &amp; b</title><noscript><img></noscript>"
        + "<script>'<p>'</script><p>c", .html5)
    let names = arena.nodes.map(\.tag.name.description)
    #expect(
      names == [
        "", "html", "head", "meta", "title", "#text", "noscript", "img", "script", "#text", "body",
        "p", "#text",
      ])
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `whatever the tags, no text is lost and none comes twice`(kind: PageParser.Kind) {
    var random = SeededGenerator(seed: 11)
    let names = HTMLTag.names.map(\.description).filter { name in
      !name.isEmpty && name != "#text" && name != "svg" && name != "frameset"
        && !HTMLTag(rawValue: UInt8(HTMLTag.names.firstIndex { $0.description == name }!)).roles
          .contains(.raw)
    }
    for _ in 0..<300 {
      var words: [String] = []
      let html = (0..<Int(random.next() % 80)).map { index -> String in
        let name = names[Int(random.next() % UInt64(names.count))]
        switch random.next() % 3 {
        case 0: return "<\(name) class=c>"
        case 1: return "</\(name)>"
        default:
          words.append("w\(index)")
          return " w\(index) "
        }
      }.joined()
      let arena = PageParserTests.parse(html, kind)
      PageParserTests.expectSound(arena)
      let texts = arena.nodes.indices.filter { arena.nodes[$0].tag == .text }.flatMap {
        String(decoding: arena.bytes[arena.textRange($0)], as: UTF8.self).split(separator: " ")
      }
      #expect(texts.map(String.init) == words, "\(html)")
    }
  }
}
