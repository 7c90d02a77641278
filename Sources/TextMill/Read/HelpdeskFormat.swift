internal import TextAlgorithms

/// What an export of one helpdesk means: which of its records belong together, and what they say.
///
/// Law: pieces and drafts are functions of the records alone, so that the order of files and of records
/// in them changes no document.
protocol HelpdeskFormat: Sendable {
  /// The arrays that pages of the export keep records in: a key, or two of them with a dot between.
  var sections: Set<String> { get }

  /// What a record of the export is. `section` is the array that it stood in; nil: it stands alone.
  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece]

  /// What a conversation says. `record` is nil when the export has only parts of it; the parts are
  /// those that stand outside of the record, in an order of their own.
  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft
}

/// What one record of an export is to a conversation.
enum HelpdeskPiece {
  /// The conversation itself, with the id of its document. Of several the newest holds.
  case conversation(String, JSONValue, updatedAt: String?)
  /// A message or another record of the conversation with this id.
  case part(of: String, JSONValue)
  /// A part of what goes by another name, which `alias` leads to a conversation; without one the name
  /// is the conversation's id.
  case indirect(of: String, JSONValue)
  case alias(String, of: String)
  case person(String, ZendeskUser)
  /// Nothing that is read; counted under this name.
  case unread(String)
}

/// Why a record can't be read.
struct HelpdeskDefect: Error, Equatable {
  var reason: String
  var evidence: String?

  static func missing(_ field: String) -> HelpdeskDefect {
    HelpdeskDefect(reason: "missing_field", evidence: field)
  }

  static let noConversation = HelpdeskDefect(
    reason: "ticket_missing", evidence: "a message of a conversation that isn't there")
}
