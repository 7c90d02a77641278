/// An element's name as a number; `unknown` for names that no rule here speaks of.
package struct HTMLTag: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By the numbers, in every module without a call.
  @inlinable @inline(__always)
  package static func == (a: HTMLTag, b: HTMLTag) -> Bool { a.rawValue == b.rawValue }

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
    "col", "base", "param", "track", "nobr", "applet", "marquee", "rp", "rt", "rb", "rtc", "ruby",
    "optgroup", "xmp", "noembed", "noframes", "frameset", "frame", "listing", "dialog", "search",
    "slot", "annotation", "keygen", "basefont", "bgsound", "annotation-xml", "mjx-container",
    "mjx-assistive-mml",
  ]

  package static let unknown = HTMLTag(rawValue: 0)
  package static let text = HTMLTag(rawValue: 1)

  /// The tag with this name, for constants; traps on a name that isn't in the table.
  static func named(_ name: StaticString) -> HTMLTag {
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let tag = HTMLNameTable.tags.find(HTMLNameTable.slowKey(bytes))
    precondition(tag > 0, "no such tag in the table")
    return HTMLTag(rawValue: tag)
  }

  /// The name in lower case; empty for unknown ones.
  package var name: StaticString { HTMLTag.names[Int(rawValue)] }

  /// 1 to 6 for h1 to h6, 0 for all others.
  @inline(__always)
  package var headingLevel: Int {
    rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue
      ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : 0
  }

  /// What the tree builder and the readers know of the element.
  @inline(__always)
  package var roles: HTMLTagRoles { HTMLTagRoles.table[Int(rawValue)] }

  /// True for elements that stand inside a line of text.
  @inline(__always)
  package var isInline: Bool { roles.contains(.inline) }

  /// True for elements whose content no reader sees as text.
  @inline(__always)
  package var isSkipped: Bool { roles.contains(.skipped) }
}
