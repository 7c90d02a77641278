package import TextAlgorithms

/// `textmill chunk`: one chunk a line.
package struct ChunkStage: RecordStage {
  private let chunker: Chunker

  package init(_ options: ChunkConfiguration, encoder: BytePairEncoder) {
    chunker = Chunker(options, encoder: encoder)
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let text = try record.requiredText("text")
    let id = String(decoding: record.id, as: UTF8.self)
    for chunk in chunker.chunks(of: text, documentID: id) {
      out.append(0x7B)
      out.appendMember("id", chunk.id)
      out.appendMember("document_id", id)
      out.appendMember("text", chunk.text)
      out.appendMember("start", chunk.start)
      out.appendMember("end", chunk.end)
      out.appendMember("tokens", chunk.tokens)
      out.appendKey("headings")
      JSONValue.array(chunk.headings.map { .string($0) }).append(to: &out)
      record.appendPassing(except: ["id", "text"], to: &out)
      out.append(0x7D)
      out.append(0x0A)
    }
  }
}
