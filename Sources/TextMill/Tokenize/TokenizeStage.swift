internal import TextAlgorithms

/// Turns the text of a record into token ids or their number, or ids back into text.
///
/// All other members pass through; `text` isn't repeated beside its tokens, nor `tokens` beside their text.
package struct TokenizeStage: RecordStage {
  private let encoder: BytePairEncoder
  private let options: TokenizeOptions
  private var ids: [UInt32] = []
  private var text: [UInt8] = []

  package init(_ tokenizer: Tokenizer, options: TokenizeOptions = TokenizeOptions()) {
    encoder = tokenizer.makeEncoder()
    self.options = options
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    switch options.output {
    case .ids:
      ids.removeAll(keepingCapacity: true)
      try withText(of: record) { encoder, ids, text in encoder.encode(text, into: &ids) }
      out.append(0x7B)
      record.appendPassing(except: ["text", "tokens"], to: &out)
      out.appendKey("tokens")
      IdentifierList.append(ids, to: &out)
    case .count:
      var count = 0
      try withText(of: record) { encoder, _, text in count = encoder.count(text) }
      out.append(0x7B)
      record.appendPassing(except: ["text", "token_count"], to: &out)
      out.appendMember("token_count", count)
    case .text:
      let text = try decoded(record)
      out.append(0x7B)
      record.appendPassing(except: ["text", "tokens"], to: &out)
      out.appendMember("text", text)
    }
    out.append(0x7D)
    out.append(0x0A)
  }

  /// Hands over the record's text; as it stands in the line when nothing in it is escaped.
  private mutating func withText(
    of record: borrowing JSONRecord,
    _ body: (BytePairEncoder, inout [UInt32], UnsafeBufferPointer<UInt8>) -> Void
  ) throws(RecordError) {
    guard let member = record.member("text"), member.kind == .string else {
      throw RecordError(
        reason: "missing_field", message: "the record has no string member \"text\"")
    }
    if !member.isEscaped {
      let inside = (member.value.lowerBound + 1)..<(member.value.upperBound - 1)
      body(encoder, &ids, UnsafeBufferPointer(rebasing: record.line[inside]))
      return
    }
    text.removeAll(keepingCapacity: true)
    JSONObjectScanner.appendText(of: member, in: record.line, to: &text)
    text.withUnsafeBufferPointer { body(encoder, &ids, $0) }
  }

  private func decoded(_ record: borrowing JSONRecord) throws(RecordError) -> [UInt8] {
    guard let values = record.value("tokens")?.array else {
      throw RecordError(
        reason: "missing_field", message: "the record has no array member \"tokens\"")
    }
    var ids: [UInt32] = []
    ids.reserveCapacity(values.count)
    for value in values {
      guard let number = value.int, let id = UInt32(exactly: number) else {
        throw RecordError(reason: "invalid_token", message: "an element of \"tokens\" is no id")
      }
      ids.append(id)
    }
    do throws(VocabularyError) {
      let bytes = try encoder.vocabulary.decode(ids)
      return bytes.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
    } catch {
      throw RecordError(reason: "invalid_token", message: error.message)
    }
  }
}
