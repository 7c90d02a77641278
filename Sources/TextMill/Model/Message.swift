/// One message of a conversation.
package struct Message: Equatable, Sendable {
  /// Who speaks, by the source's own fields.
  package enum Role: String, Sendable, CaseIterable { case customer, agent, bot, system }
  /// Who could read it in the helpdesk.
  package enum Visibility: String, Sendable { case `public`, `internal` }

  package var role: Role
  /// The author's name or address as the source has it; nil when it says none.
  package var author: String?
  /// RFC 3339, UTC, seconds ("2024-05-01T08:30:00Z"); nil when unknown.
  package var sentAt: String?
  /// Valid UTF-8; HTML while `isHTML`, which the extract stage makes Markdown.
  package var text: [UInt8]
  package var isHTML: Bool
  package var visibility: Visibility
  /// True for macros, triggers, auto-replies and whatever else no person wrote for this ticket.
  package var isAutomatic: Bool

  package init(
    role: Role, author: String? = nil, sentAt: String? = nil, text: [UInt8],
    isHTML: Bool = false, visibility: Visibility = .public, isAutomatic: Bool = false
  ) {
    self.role = role
    self.author = author
    self.sentAt = sentAt
    self.text = text
    self.isHTML = isHTML
    self.visibility = visibility
    self.isAutomatic = isAutomatic
  }
}
