/// The encoding that a page declares in its first bytes.
enum MetaCharset {
  /// The value after `charset=` or, in an XML declaration, `encoding=` in the first 4 KiB; nil for none.
  static func find(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    if head.starts(with: Array("<?xml".utf8)),
      let name = value(after: Array("encoding".utf8), in: head.prefix(200))
    {
      return name
    }
    return value(after: Array("charset".utf8), in: head)
  }

  private static func value(after key: [UInt8], in head: ArraySlice<UInt8>) -> String? {
    var i = head.startIndex
    while i + key.count < head.endIndex {
      if !zip(head[i...], key).allSatisfy({ $0 | 0x20 == $1 }) {
        i += 1
        continue
      }
      i += key.count
      var rest = head[i...].drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      let name = rest.prefix {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
      }
      guard !name.isEmpty, name.count <= 40 else { continue }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
