/// Cuts tags with too many attributes, because libxml2 compares each attribute with all before it.
enum LibXMLTagBudget {
  /// A copy of `html` in which no tag has more than about `limit` attributes, or nil when none has.
  ///
  /// Attributes are counted as runs of white space outside quotes between `<` + letter and `>`. Linear.
  static func bounded(_ html: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8]? {
    var out: [UInt8]?
    var copied = 0
    var i = 0
    let count = html.count
    while i &+ 1 < count {
      guard html[i] == 0x3C, html[i &+ 1] | 0x20 >= 0x61, html[i &+ 1] | 0x20 <= 0x7A else {
        i &+= 1
        continue
      }
      // A tag shorter than this can't hold too many attributes; most tags end here.
      let (end, cut) = scanTag(html, from: i &+ 1, limit: limit)
      if let cut {
        if out == nil { out = [] }
        out?.append(contentsOf: UnsafeBufferPointer(rebasing: html[copied..<cut]))
        copied = end
      }
      i = end
    }
    out?.append(contentsOf: UnsafeBufferPointer(rebasing: html[copied..<count]))
    return out
  }

  /// Where the tag's `>` stands, and where the attribute after the last allowed one begins.
  private static func scanTag(
    _ html: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> (end: Int, cut: Int?) {
    var attributes = 0
    var cut: Int?
    var quote: UInt8 = 0
    var previous: UInt8 = 0
    var i = start
    while i < html.count {
      let byte = html[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return (i, cut)
      } else if byte == 0x3C {
        return (i, cut)
      } else if (byte == 0x22 || byte == 0x27) && previous == 0x3D {
        quote = byte
      } else if byte <= 0x20 || byte == 0x2F || byte == 0x22 || byte == 0x27 {
        if previous > 0x20, previous != 0x2F {
          attributes &+= 1
          if attributes == limit { cut = i }
        }
      }
      previous = byte
      i &+= 1
    }
    return (i, cut)
  }
}
