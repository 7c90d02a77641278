/// A piece of a document for retrieval: `text == document[start..<end]`, an overlap or prefix aside.
package struct Chunk: Equatable, Sendable {
  /// Made of the document's id, the heading path and the content, so that an edit elsewhere renames nothing.
  package var id: String
  /// Unicode scalars from the start of the document's text, half open.
  package var start: Int
  package var end: Int
  package var text: [UInt8]
  /// By the run's tokenizer.
  package var tokens: Int
  /// The headings above the chunk, outermost first.
  package var headings: [String]

  package init(
    id: String, start: Int, end: Int, text: [UInt8], tokens: Int, headings: [String]
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.text = text
    self.tokens = tokens
    self.headings = headings
  }
}
