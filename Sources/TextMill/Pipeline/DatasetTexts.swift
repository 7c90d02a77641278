package import TextAlgorithms

/// The texts of a dataset row, whatever dataset it is of: what a reader of the row reads.
enum DatasetTexts {
  /// Calls `body` with each text of a row: `title`, `text` and the strings in `metadata` of documents, the
  /// contents of chat turns other than the system's, which the configuration wrote.
  static func forEach(_ row: UnsafeBufferPointer<UInt8>, _ body: ([UInt8]) throws -> Void) throws {
    var scanner = JSONObjectScanner()
    do throws(JSONError) { try scanner.scan(row) } catch { return }
    for member in scanner.members {
      if member.kind == .string {
        let key = row[member.key]
        let isMetadata = key.elementsEqual("metadata".utf8)
        guard isMetadata || key.elementsEqual("text".utf8) || key.elementsEqual("title".utf8) else {
          continue
        }
        var text: [UInt8] = []
        JSONObjectScanner.appendText(of: member, in: row, to: &text)
        if isMetadata {
          try JSONValue(parsing: text).forEachString { try body(Array($0.utf8)) }
        } else {
          try body(text)
        }
      } else if member.kind == .array, row[member.key].elementsEqual("messages".utf8) {
        let messages = try JSONValue(parsing: UnsafeBufferPointer(rebasing: row[member.value]))
        for message in messages.array ?? [] where message["role"]?.string != "system" {
          try body(Array((message["content"]?.string ?? "").utf8))
        }
      }
    }
  }
}
