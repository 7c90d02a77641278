/// The form of an address in which two spellings of the same page agree.
enum URLKey {
  /// Scheme and host in lower case, no default port, no fragment, `/` for an empty path, percent signs
  /// in upper case, what a URL can't hold percent-encoded.
  static func normalized(_ url: String) -> String {
    var bytes = Array(url.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if let hash = bytes.firstIndex(of: 0x23) { bytes.removeSubrange(hash...) }
    let mark = Array("://".utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: mark) else {
      return String(decoding: escaped(bytes[...]), as: UTF8.self)
    }
    let hostStart = colon + 3
    let hostEnd = bytes[hostStart...].firstIndex { $0 == 0x2F || $0 == 0x3F } ?? bytes.count
    let scheme = lower(bytes[..<colon])
    var host = lower(bytes[hostStart..<hostEnd])
    for port in [(Array("http".utf8), ":80"), (Array("https".utf8), ":443")]
    where port.0 == scheme && host.reversed().starts(with: port.1.utf8.reversed()) {
      host.removeLast(port.1.utf8.count)
    }
    var out = scheme + mark + host
    if hostEnd == bytes.count || bytes[hostEnd] != 0x2F { out.append(0x2F) }
    out += escaped(bytes[hostEnd...])
    return String(decoding: out, as: UTF8.self)
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var hex = 0
    for byte in bytes {
      if byte == 0x25 {
        hex = 2
        out.append(byte)
      } else if hex > 0 {
        hex -= 1
        out.append((0x61...0x66).contains(byte) ? byte & 0xDF : byte)
      } else if byte > 0x7E || byte <= 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x3E {
        out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return out
  }
}
