package import TextAlgorithms

/// The texts of a dataset row, whatever dataset it is of: what a reader of the row reads.
enum DatasetTexts {
  /// Calls `body` with each text of a row: `title`, `text` and the strings in `metadata` of documents, all
  /// texts of training rows other than the system message, which the configuration wrote.
  static func forEach(_ row: UnsafeBufferPointer<UInt8>, _ body: ([UInt8]) throws -> Void) throws {
    var scanner = JSONObjectScanner()
    do throws(JSONError) { try scanner.scan(row) } catch { return }
    for member in scanner.members {
      if member.kind == .string {
        let key = row[member.key]
        let isMetadata = key.elementsEqual("metadata".utf8)
        let isText = ["text", "title", "prompt", "completion"].contains {
          key.elementsEqual($0.utf8)
        }
        guard isMetadata || isText else { continue }
        var text: [UInt8] = []
        JSONObjectScanner.appendText(of: member, in: row, to: &text)
        if isMetadata {
          try JSONValue(parsing: text).forEachString { try body(Array($0.utf8)) }
        } else {
          try body(text)
        }
      } else if member.kind == .array || member.kind == .object {
        let key = row[member.key]
        guard lists.contains(where: { key.elementsEqual($0.utf8) }) else { continue }
        let list = try JSONValue(parsing: UnsafeBufferPointer(rebasing: row[member.value]))
        try TrainingTexts.forEach(list) { text, isSystem in
          if !isSystem { try body(Array(text.utf8)) }
        }
      }
    }
  }

  /// The keys of training rows that hold messages.
  private static let lists = [
    "messages", "conversations", "prompt", "completion", "chosen", "rejected", "input",
    "preferred_output", "non_preferred_output",
  ]
}
