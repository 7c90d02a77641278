/// Empties the `data:` addresses of pages that carry their images, fonts and styles inside.
package enum DataAddresses {
  /// Contents shorter than this stay.
  package static let limit = 256

  /// `html` without the contents of long base64 `data:` addresses; nil when there are none. Linear.
  ///
  /// What goes is only ever a run of base64 behind `;base64,`, so no text or markup can be lost.
  package static func emptied(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let mark = Array(";base64,".utf8)
    var out: [UInt8] = []
    var kept = 0
    var i = 0
    while i + mark.count <= html.count {
      guard html[i] == 0x3B, html[i + 1] == 0x62, matches(html, at: i, mark) else {
        i &+= 1
        continue
      }
      let start = i + mark.count
      var end = start
      while end < html.count, isBase64(html[end]) { end &+= 1 }
      if end - start >= limit {
        if out.isEmpty { out.reserveCapacity(html.count - (end - start)) }
        out.append(contentsOf: html[kept..<start])
        kept = end
      }
      i = end
    }
    if kept == 0 { return nil }
    out.append(contentsOf: html[kept...])
    return out
  }

  private static func matches(
    _ html: UnsafeBufferPointer<UInt8>, at i: Int, _ mark: [UInt8]
  ) -> Bool {
    for j in mark.indices where html[i + j] != mark[j] { return false }
    return true
  }

  /// Letters, digits, `+/-_=` and the percent signs that escape them.
  private static func isBase64(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2F || byte == 0x3D || byte == 0x25 || byte == 0x2D || byte == 0x5F
  }
}
