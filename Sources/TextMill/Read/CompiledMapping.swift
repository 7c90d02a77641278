/// A field mapping with its names taken apart and numbered, ready for the hot path.
struct CompiledMapping: Sendable {
  struct Message: Sendable {
    let role: FieldMapping.Message
    let text: FieldPath?
    let html: FieldPath?
    let author: FieldPath?
    let sentAt: FieldPath?
    let each: FieldPath?
  }

  private(set) var paths: [FieldPath] = []
  private(set) var id: FieldPath?
  private(set) var title: FieldPath?
  private(set) var text: FieldPath?
  private(set) var html: FieldPath?
  private(set) var url: FieldPath?
  private(set) var language: FieldPath?
  private(set) var createdAt: FieldPath?
  private(set) var updatedAt: FieldPath?
  private(set) var status: FieldPath?
  private(set) var customer: [FieldPath] = []
  private(set) var agent: [FieldPath] = []
  private(set) var metadata: [FieldPath] = []
  private(set) var messages: [Message] = []

  init(_ fields: FieldMapping) {
    id = add(fields.id)
    title = add(fields.title)
    text = add(fields.text)
    html = add(fields.html)
    url = add(fields.url)
    language = add(fields.language)
    createdAt = add(fields.createdAt)
    updatedAt = add(fields.updatedAt)
    status = add(fields.status)
    customer = fields.customer.compactMap { add($0) }
    agent = fields.agent.compactMap { add($0) }
    metadata = fields.metadata.compactMap { add($0) }
    for message in fields.messages {
      // The fields of an array's elements are no fields of the record.
      let isDirect = message.each == nil
      messages.append(
        Message(
          role: message, text: isDirect ? add(message.text) : nil,
          html: isDirect ? add(message.html) : nil, author: isDirect ? add(message.author) : nil,
          sentAt: isDirect ? add(message.sentAt) : nil, each: add(message.each)))
    }
  }

  private mutating func add(_ name: String?) -> FieldPath? {
    guard let name else { return nil }
    if let known = paths.first(where: { $0.name == name }) { return known }
    let path = FieldPath(name, slot: paths.count)
    paths.append(path)
    return path
  }
}
