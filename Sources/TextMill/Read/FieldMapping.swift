/// Which field of a record becomes which member of a document.
///
/// A field is named by its key or column, or by a dotted path into nested objects and arrays
/// (`customer.email`, `comments.0.body`); a key that holds dots itself is found first. What has no
/// field stays unknown. One of `text`, `html` and `messages` is needed.
package struct FieldMapping: Equatable, Sendable {
  /// One message of a conversation, or with `each` the messages of an array.
  package struct Message: Equatable, Sendable {
    /// Who speaks: a role's name, or with `each` the field that says it.
    package var role: String
    package var text: String?
    /// Takes precedence over `text` where the record has it.
    package var html: String?
    package var author: String?
    package var sentAt: String?
    /// The field of an array of objects; the other fields are then those of its elements.
    package var each: String?

    package init(
      role: String, text: String? = nil, html: String? = nil, author: String? = nil,
      sentAt: String? = nil, each: String? = nil
    ) {
      self.role = role
      self.text = text
      self.html = html
      self.author = author
      self.sentAt = sentAt
      self.each = each
    }
  }

  /// nil: a record is named by its file and byte offset, which changes when what stands before it does.
  package var id: String?
  package var title: String?
  /// Makes the record a document.
  package var text: String?
  /// Makes the record a page.
  package var html: String?
  /// Makes the record a conversation; in the order given.
  package var messages: [Message] = []
  package var url: String?
  package var language: String?
  package var createdAt: String?
  package var updatedAt: String?
  package var status: String?
  /// Fields that name the customer (name, address, number), for redaction.
  package var customer: [String] = []
  /// Fields that name the agent, for redaction.
  package var agent: [String] = []
  /// Fields that are kept as they stand, under their own names.
  package var metadata: [String] = []

  package init() {}
}
