/// Cleans the descriptions of WooCommerce: what WordPress would make of them when it shows a page.
enum WooText {
  /// The text with literal `\n` as line ends, without shortcodes, and with its lines as HTML.
  static func html(_ text: String) -> String {
    let bytes = withoutShortcodes(unescaped(Array(text.utf8)))
    return String(decoding: paragraphs(bytes), as: UTF8.self)
  }

  /// `\n`, `\r` and `\t` as they stand in cells, but not in paths such as `C:\new`.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let previous = out.last ?? 0x20
      if bytes[i] == 0x5C, i + 1 < bytes.count, previous != 0x3A, previous != 0x5C {
        let next = bytes[i + 1]
        if next == 0x6E || next == 0x72 || next == 0x74 {
          if next != 0x72 { out.append(next == 0x6E ? 0x0A : 0x20) }
          i += 2
          continue
        }
      }
      out.append(bytes[i])
      i += 1
    }
    return out
  }

  /// Shortcodes without parameters or ends that WordPress and WooCommerce know themselves.
  private static let known: Set<String> = [
    "audio", "caption", "embed", "gallery", "playlist", "video", "products", "product",
    "product_page", "add_to_cart", "recent_products", "sale_products", "related_products",
    "contact-form-7", "woocommerce_cart",
  ]

  /// Takes off `[name …]` and `[/name]`; what stands between stays. A word in brackets is a shortcode when
  /// it has parameters, an underscore in its name, an end of its own, or is a known one. Linear.
  static func withoutShortcodes(_ bytes: [UInt8]) -> [UInt8] {
    var ends: Set<String> = []
    forEachBracket(bytes) { _, name, isEnd, _ in if isEnd { ends.insert(name) } }
    var out: [UInt8] = []
    var kept = 0
    forEachBracket(bytes) { range, name, isEnd, hasParameters in
      guard
        isEnd || hasParameters || name.utf8.contains(0x5F) || ends.contains(name)
          || known.contains(name)
      else { return }
      out += bytes[kept..<range.lowerBound]
      kept = range.upperBound
    }
    return out + bytes[kept...]
  }

  /// The most bytes of a shortcode.
  private static let shortcodeLimit = 8192

  private static func forEachBracket(
    _ bytes: [UInt8], _ body: (Range<Int>, String, _ isEnd: Bool, _ hasParameters: Bool) -> Void
  ) {
    var i = 0
    // No bracket closes before this, as a search found.
    var noEndBefore = 0
    while i < bytes.count {
      guard bytes[i] == 0x5B, i >= noEndBefore else {
        i += 1
        continue
      }
      var at = i + 1
      let isEnd = at < bytes.count && bytes[at] == 0x2F
      if isEnd { at += 1 }
      let nameStart = at
      while at < bytes.count, isName(bytes[at]) { at += 1 }
      guard at > nameStart, (0x61...0x7A).contains(bytes[nameStart]), at < bytes.count,
        bytes[at] == 0x5D || bytes[at] == 0x20 || bytes[at] == 0x2F || bytes[at] == 0x0A
      else {
        i = max(at, i + 1)
        continue
      }
      let limit = min(bytes.count, i + shortcodeLimit)
      var end = at
      var hasEquals = false
      while end < limit, bytes[end] != 0x5D, bytes[end] != 0x5B {
        if bytes[end] == 0x3D { hasEquals = true }
        end += 1
      }
      guard end < limit, bytes[end] == 0x5D else {
        noEndBefore = end
        i += 1
        continue
      }
      let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
      body(i..<(end + 1), name, isEnd, hasEquals)
      i = end + 1
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
  }

  /// Line ends as `<br>` and blank lines as `<p>`, where the text has no blocks of its own.
  private static func paragraphs(_ bytes: [UInt8]) -> [UInt8] {
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let blocks = ["<p", "<br", "<div", "<li", "<table", "<h2", "<h3"].map { Array($0.utf8) }
    var i = 0
    while let tag = lower[i...].firstIndex(of: 0x3C) {
      if blocks.contains(where: { lower[tag...].starts(with: $0) }) { return bytes }
      i = tag + 1
    }
    guard bytes.contains(0x3C) || bytes.contains(0x26) else { return bytes }
    var out: [UInt8] = []
    var pending = 0
    for byte in bytes {
      if byte == 0x0A {
        pending += 1
      } else if byte != 0x0D {
        if pending > 0 { out += Array((pending > 1 ? "<p>" : "<br>").utf8) }
        pending = 0
        out.append(byte)
      }
    }
    return out
  }
}
