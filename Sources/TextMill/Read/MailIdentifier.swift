internal import TextAlgorithms

/// What stands for a Message-ID in ids and metadata.
///
/// A Message-ID has the shape of an address, and mail programs put the sender's own host or mailbox into
/// it, so it is personal data. Its digest joins messages to threads as well.
enum MailIdentifier {
  /// The first 16 bytes of the SHA-256 of a Message-ID without its angle brackets, in hexadecimal.
  static func digest(_ messageID: String) -> String {
    let bare = messageID.withoutOuterSpace.filter { $0 != "<" && $0 != ">" }
    return SHA256.hexadecimal(Array(SHA256.hash(Array(bare.utf8)).prefix(16)))
  }
}
