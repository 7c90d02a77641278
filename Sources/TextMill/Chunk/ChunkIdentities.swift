internal import TextAlgorithms

/// Names the chunks of one document by what they hold, so that an edit elsewhere renames none.
struct ChunkIdentities {
  private let documentID: String
  private var seen: [[UInt8]: Int] = [:]

  init(documentID: String) { self.documentID = documentID }

  /// The id of the next chunk: 32 hexadecimal digits. Equal chunks under equal headings are numbered.
  mutating func next(headings: [String], content: [UInt8]) -> String {
    let hash = SHA256()
    for text in [documentID] + headings {
      hash.update(Array(text.utf8))
      hash.update([0])
    }
    hash.update([1])
    hash.update(content)
    let digest = hash.finish()
    let earlier = seen[digest, default: 0]
    seen[digest] = earlier + 1
    if earlier == 0 { return SHA256.hexadecimal(Array(digest[0..<16])) }
    return SHA256.hexadecimal(Array(SHA256.hash(digest + Array("\(earlier)".utf8))[0..<16]))
  }
}
