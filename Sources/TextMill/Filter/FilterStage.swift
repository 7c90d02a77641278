internal import TextAlgorithms

/// The stage command `filter`: records that are kept pass byte for byte.
///
/// Reads the members `text`, `title` or `subject`, `language`, `tags`, and `messages` with their
/// `text` and `automatic`.
package struct FilterStage: RecordStage {
  private var chain: FilterChain

  package init(rules: [FilterRule]) { chain = FilterChain(rules: rules) }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    var title = record.text("title")
    if title == nil { title = record.text("subject") }
    var subject = FilterSubject(
      title: title ?? [], text: [],
      language: record.text("language").map { String(decoding: $0, as: UTF8.self) })
    if case .array(let tags)? = record.value("tags") {
      subject.tags = tags.compactMap { FilterStage.text($0) }
    }
    var text = record.text("text")
    if case .array(let messages)? = record.value("messages") {
      subject.automaticMessages = messages.map {
        FilterStage.member("automatic", of: $0) == .bool(true)
      }
      if text == nil {
        text = Array(
          messages.compactMap { FilterStage.member("text", of: $0).flatMap(FilterStage.text) }
            .joined(separator: [0x0A, 0x0A]))
      }
    }
    guard let text else {
      throw RecordError(
        reason: "missing_field",
        message: "the record has neither a string \"text\" nor \"messages\"")
    }
    subject.text = text
    if case .reject(let reason, let evidence) = chain.judge(&subject) {
      throw RecordError(stage: "filter", reason: reason, message: evidence)
    }
    out.append(contentsOf: record.line)
    out.append(0x0A)
  }

  private static func member(_ key: String, of value: JSONValue) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  private static func text(_ value: JSONValue) -> [UInt8]? {
    guard case .string(let text) = value else { return nil }
    return Array(text.utf8)
  }
}
