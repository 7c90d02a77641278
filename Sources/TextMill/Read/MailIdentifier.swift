internal import TextAlgorithms

/// What stands for a Message-ID in ids and metadata.
///
/// A Message-ID has the shape of an address, and mail programs put the sender's own host or mailbox into
/// it, so it is personal data. Its digest joins messages to threads as well.
enum MailIdentifier {
  /// The most identifiers of a header that are looked at: the first, and the last ones.
  static let limit = 256

  /// The first 16 bytes of the SHA-256 of a Message-ID without its angle brackets, in hexadecimal.
  static func digest(_ messageID: String) -> String {
    SHA256.hexadecimal(bytes(messageID))
  }

  /// The same as bytes.
  static func bytes(_ messageID: String) -> [UInt8] {
    let bare = messageID.withoutOuterSpace.filter { $0 != "<" && $0 != ">" }
    return Array(SHA256.hash(Array(bare.utf8)).prefix(16))
  }

  /// What stands in angle brackets in a header, or the header itself where it is one word with an `@`;
  /// In-Reply-To also holds sentences. Those without an `@` are none. Linear.
  static func identifiers(in header: String?) -> [String] {
    guard let header else { return [] }
    var found: [String] = []
    var start: Int?
    let bytes = Array(header.utf8)
    for (i, byte) in bytes.enumerated() {
      if byte == 0x3C {
        start = i + 1
      } else if byte == 0x3E, let from = start {
        let inside = bytes[from..<i].filter { $0 > 0x20 }
        if inside.count > 2, inside.contains(0x40) {
          found.append(String(decoding: inside, as: UTF8.self))
        }
        start = nil
      }
    }
    if found.isEmpty {
      found = header.utf8.split { $0 <= 0x20 || $0 == 0x2C }.filter { $0.contains(0x40) }
        .map { String(decoding: $0, as: UTF8.self) }
      if found.count > 1, !bytes.contains(0x3C), header.contains(" of ") { found = [] }
    }
    return found.count > limit ? [found[0]] + found.suffix(limit - 1) : found
  }
}
