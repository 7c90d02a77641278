/// Addresses of pages that are files.
enum PageAddress {
  /// The path of the page itself: inside its archive, and without the ending of its compression.
  static func pagePath(_ path: String) -> String {
    var name = path[...]
    if let mark = path.range(ofMark: "!/") { name = path[mark...] }
    for ending in [".gz", ".zst", ".bz2", ".xz"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.utf8.count))
    }
    return String(name)
  }

  /// `base` and `path` with one slash between; bytes that a URL can't hold are percent-encoded.
  static func url(_ base: String, _ path: String) -> String {
    var out = Array(base.utf8)
    while out.last == 0x2F { out.removeLast() }
    out.append(0x2F)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E, 0x21, 0x24,
        0x26...0x2C, 0x3A, 0x3B, 0x3D, 0x40:
        out.append(byte)
      default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// The index behind the last occurrence of a short ASCII mark.
  fileprivate func range(ofMark mark: String) -> Index? {
    let bytes = Array(utf8)
    let wanted = Array(mark.utf8)
    var i = bytes.count - wanted.count
    while i >= 0 {
      if bytes[i..<(i + wanted.count)].elementsEqual(wanted) {
        return utf8.index(utf8.startIndex, offsetBy: i + wanted.count)
      }
      i -= 1
    }
    return nil
  }
}
