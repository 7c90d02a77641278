internal import TextAlgorithms

/// Makes documents of records by a field mapping.
struct DocumentBuilder {
  let context: ReaderContext
  let mapping: CompiledMapping
  var notes = ReadNotes()

  init(_ context: ReaderContext) {
    self.context = context
    mapping = CompiledMapping(context.options.fields)
  }

  /// The document of one record, or why there is none. `raw` is kept with a rejection.
  mutating func build(
    _ fields: some FieldSource, at location: SourceLocation, raw: UnsafeBufferPointer<UInt8>
  ) -> ReadResult {
    let own: String
    if let path = mapping.id {
      guard let id = fields.string(path), !id.isEmpty else {
        return context.rejection("missing_field", at: location, evidence: path.name, raw: raw)
      }
      own = id
    } else {
      own = "\(location.path)@\(location.offset)"
    }
    let id = context.documentID(own)
    if let excluded = context.excluded(
      status: mapping.status.flatMap { fields.string($0) }, at: location, id: id)
    {
      return excluded
    }
    guard let (kind, body) = body(of: fields) else {
      return context.rejection(
        "missing_field", at: location, id: id, evidence: bodyFields, raw: raw)
    }
    var document = Document(
      id: id, kind: kind, source: location, title: fields.string(mapping.title),
      url: fields.string(mapping.url), body: body)
    document.language = fields.string(mapping.language).flatMap(LanguageTag.primary)
    document.createdAt = time(fields, mapping.createdAt)
    document.updatedAt = time(fields, mapping.updatedAt)
    document.identities = Identities(
      customer: mapping.customer.compactMap { fields.string($0) }.filter { !$0.isEmpty },
      agent: mapping.agent.compactMap { fields.string($0) }.filter { !$0.isEmpty })
    for path in mapping.metadata {
      if let value = fields.value(of: path) {
        document.metadata.append(.init(key: path.name, value: value))
      }
    }
    return .document(document)
  }

  private var bodyFields: String {
    [mapping.text?.name, mapping.html?.name, mapping.messages.isEmpty ? nil : "messages"]
      .compactMap(\.self).joined(separator: ", ")
  }

  private mutating func body(of fields: some FieldSource) -> (Document.Kind, Document.Body)? {
    if let path = mapping.html, let html = fields.bytes(path) {
      return (.page, .page(PageSource.page(html, encoding: "utf-8")))
    }
    if let path = mapping.text, let text = fields.bytes(path) { return (.document, .text(text)) }
    let messages = messages(of: fields)
    return messages.isEmpty ? nil : (.conversation, .conversation(messages))
  }

  private mutating func messages(of fields: some FieldSource) -> [Message] {
    var messages: [Message] = []
    for mapped in mapping.messages {
      if let each = mapped.each {
        for element in fields.value(of: each)?.array ?? [] {
          if let message = message(element, mapped.role) { messages.append(message) }
        }
        continue
      }
      let html = fields.bytes(mapped.html).flatMap { $0.isEmpty ? nil : $0 }
      guard let text = html ?? fields.bytes(mapped.text), !text.isEmpty else { continue }
      messages.append(
        Message(
          role: role(mapped.role.role), author: fields.string(mapped.author),
          sentAt: time(fields, mapped.sentAt), text: text, isHTML: html != nil))
    }
    return messages
  }

  /// One element of an array of messages.
  private mutating func message(_ element: JSONValue, _ names: FieldMapping.Message) -> Message? {
    func text(_ name: String?) -> String? {
      guard let name else { return nil }
      return (element[name] ?? element.descend(name.split(separator: ".").map(String.init)[...]))?
        .scalarText
    }
    let html = text(names.html).flatMap { $0.isEmpty ? nil : $0 }
    guard let body = html ?? text(names.text), !body.isEmpty else { return nil }
    return Message(
      role: role(text(names.role) ?? ""), author: text(names.author),
      sentAt: text(names.sentAt).flatMap(Timestamps.normalized), text: Array(body.utf8),
      isHTML: html != nil)
  }

  /// The role of a name as sources use them; counted where the name says nothing.
  private mutating func role(_ name: String) -> Message.Role {
    switch name.lowercased() {
    case "customer", "user", "end-user", "end_user", "human", "client", "requester", "contact",
      "lead", "visitor", "buyer", "guest":
      return .customer
    case "agent", "assistant", "admin", "support", "staff", "operator", "gpt": return .agent
    case "bot": return .bot
    case "system": return .system
    default:
      notes.add("role_unknown")
      return .agent
    }
  }

  private mutating func time(_ fields: some FieldSource, _ path: FieldPath?) -> String? {
    guard let bytes = fields.bytes(path), !bytes.isEmpty else { return nil }
    let time = bytes.withUnsafeBufferPointer { Timestamps.normalized($0) }
    if time == nil { notes.add("time_unknown") }
    return time
  }
}
