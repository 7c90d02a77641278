/// An element's name as a number; `unknown` for names that no rule here speaks of.
package struct HTMLTag: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Every name that is known, in the order of their numbers. The page model knows tags by number: append only.
  static let names: [StaticString] = [
    "", "#text", "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b",
    "bdi", "bdo", "big", "blockquote", "body", "br", "button", "canvas", "caption", "cite", "code",
    "data", "datalist", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed",
    "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label",
    "legend", "li", "link", "main", "map", "mark", "math", "meta", "nav", "noscript", "object",
    "ol", "option", "output", "p", "picture", "pre", "q", "s", "samp", "script", "section",
    "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup",
    "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title",
    "tr", "tt", "u", "ul", "var", "video", "wbr", "center", "menu", "dir", "hgroup", "colgroup",
    "col", "base", "param", "track", "nobr",
  ]

  package static let unknown = HTMLTag(rawValue: 0)
  package static let text = HTMLTag(rawValue: 1)

  /// The tag with this name, for constants; traps on a name that isn't in the table.
  static func named(_ name: StaticString) -> HTMLTag {
    let tag = HTMLNameTable.tags.find(name.utf8Start, name.utf8CodeUnitCount)
    precondition(tag > 0, "no such tag in the table")
    return HTMLTag(rawValue: tag)
  }

  package static let a = named("a"), article = named("article"), b = named("b"),
    body = named("body")
  package static let blockquote = named("blockquote"), br = named("br"), button = named("button")
  package static let caption = named("caption"), code = named("code"), dd = named("dd"),
    div = named("div")
  package static let dt = named("dt"), em = named("em"), form = named("form"), head = named("head")
  package static let h1 = named("h1"), h2 = named("h2"), h6 = named("h6"), hr = named("hr")
  package static let html = named("html"), i = named("i"), img = named("img"), kbd = named("kbd")
  package static let label = named("label"), li = named("li"), link = named("link"),
    main = named("main")
  package static let meta = named("meta"), ol = named("ol"), p = named("p"), pre = named("pre")
  package static let samp = named("samp"), script = named("script"), span = named("span")
  package static let strong = named("strong"), table = named("table"), td = named("td"),
    th = named("th")
  package static let time = named("time"), title = named("title"), tr = named("tr"),
    tt = named("tt")
  package static let ul = named("ul"), h5 = named("h5"), input = named("input"), nav = named("nav")
  package static let figcaption = named("figcaption"), footer = named("footer"),
    aside = named("aside")
  package static let header = named("header"), summary = named("summary"), dl = named("dl")
  package static let noscript = named("noscript"), data = named("data"), option = named("option")

  /// 1 to 6 for h1 to h6, 0 for all others.
  @inline(__always)
  package var headingLevel: Int {
    rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue
      ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : 0
  }

  /// True for elements that stand inside a line of text.
  @inline(__always)
  package var isInline: Bool { HTMLTagSets.inline[Int(rawValue)] }

  /// True for elements whose content no reader sees as text.
  @inline(__always)
  package var isSkipped: Bool { HTMLTagSets.skipped[Int(rawValue)] }
}

/// Sets of tags as tables of flags.
enum HTMLTagSets {
  static let inline = flags([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "output", "input", "picture",
    "source", "button", "nobr",
  ])
  static let skipped = flags([
    "script", "style", "template", "head", "svg", "canvas", "iframe", "object", "embed", "audio",
    "video", "math", "map", "area", "link", "meta", "title", "select", "datalist", "textarea",
    "base", "param", "track", "colgroup", "col", "option",
  ])

  private static func flags(_ names: [StaticString]) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for name in names { table[Int(HTMLTag.named(name).rawValue)] = true }
    return table
  }
}
