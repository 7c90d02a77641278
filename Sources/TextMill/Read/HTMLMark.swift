/// Tells HTML by its first bytes, where nothing says what they are.
enum HTMLMark {
  private static let marks = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<!--",
  ].map { Array($0.utf8) }

  /// Whether the bytes begin as pages do, after space and a byte order mark.
  static func isAtFront(of bytes: some Collection<UInt8>) -> Bool {
    let front = Array(bytes.prefix(512)).drop {
      $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
    }
    if front.starts(with: Array("<?xml".utf8)) {
      let lower = front.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return contains(Array("<html".utf8), in: lower) || contains(Array("xhtml".utf8), in: lower)
    }
    return marks.contains { mark in
      front.count >= mark.count
        && zip(front, mark).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
    }
  }

  private static func contains(_ mark: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= mark.count else { return false }
    return (0...(bytes.count - mark.count)).contains { bytes[$0...].starts(with: mark) }
  }
}
