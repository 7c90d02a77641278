package import TextAlgorithms

/// Joins the chunks of a document again, which stand in rows one after the other.
///
/// A chunk alone may lack the words that tell an order number from a telephone's, because they end the
/// chunk before it.
struct ChunkTexts {
  private var document: [UInt8]?
  private var text: [UInt8] = []
  private var firstRow = 0

  /// Takes a row of the chunks; gives the text of the document before, with its first row, when one ends.
  mutating func add(
    _ row: UnsafeBufferPointer<UInt8>, row number: Int
  ) throws(JSONError) -> (text: [UInt8], row: Int)? {
    var scanner = JSONObjectScanner()
    try scanner.scan(row)
    var id: [UInt8] = []
    if let member = scanner.member("document_id", in: row) { id = Array(row[member.value]) }
    var ended: (text: [UInt8], row: Int)?
    if id != document {
      ended = take()
      document = id
      firstRow = number
      if let title = scanner.member("title", in: row), title.kind == .string {
        JSONObjectScanner.appendText(of: title, in: row, to: &text)
      }
    }
    if let member = scanner.member("text", in: row), member.kind == .string {
      if !text.isEmpty { text.append(0x0A) }
      JSONObjectScanner.appendText(of: member, in: row, to: &text)
    }
    return ended
  }

  /// The text of the last document and its first row; nil when there is none.
  mutating func take() -> (text: [UInt8], row: Int)? {
    guard document != nil else { return nil }
    defer {
      document = nil
      text = []
    }
    return (text, firstRow)
  }
}
