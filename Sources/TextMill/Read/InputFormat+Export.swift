internal import TextAlgorithms

extension InputFormat {
  /// Keys that only the exports of one helpdesk have: with one of the first list, or all of the second.
  private static let telling: [(SourceOptions.Reader, any: [String], all: [String])] = [
    (
      .intercom, ["conversation_parts", "part_type", "delivered_as"], ["conversations", "contacts"]
    ),
    (.gorgias, ["created_datetime", "stripped_text"], []),
    (.helpscout, ["primaryCustomer", "savedReplyId", "mailboxId"], ["_embedded", "threads"]),
    (
      .hubspot,
      [
        "conversationsThreadId", "hs_pipeline", "hs_pipeline_stage", "truncationStatus",
        "latestMessageTimestamp",
      ], []
    ),
    (.jira, ["issuetype", "jsdPublic", "sd.public.comment"], ["fields", "summary"]),
    (.github, ["author_association", "authorAssociation"], ["number", "title", "labels"]),
    (
      .freshdesk,
      [
        "helpdesk_ticket", "helpdesk_note", "description_text", "responder_id", "fr_escalated",
        "support_email",
      ], ["body_text", "incoming"]
    ),
    (.salesforce, ["CaseNumber", "CommentBody"], ["attributes", "ParentId"]),
  ]

  /// The reader of the export that begins with this JSON; nil: none that is told by its keys.
  static func export(json text: ArraySlice<UInt8>) -> InputFormat? {
    func holds(_ key: String) -> Bool { contains(Array("\"\(key)\"".utf8), in: text) }
    for (reader, any, all) in telling
    where any.contains(where: holds) || !all.isEmpty && all.allSatisfy(holds) {
      return .export(reader)
    }
    return nil
  }

  /// Salesforce by the columns of a table.
  static func export(header line: ArraySlice<UInt8>) -> InputFormat? {
    let cells = line.split { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }.map { cell in
      String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self).lowercased()
    }
    let columns = Set(cells)
    let isMessage =
      columns.contains("parentid")
      && !columns.isDisjoint(with: ["commentbody", "textbody", "htmlbody"])
    return isMessage || columns.contains("casenumber") && columns.contains("id")
      ? .export(.salesforce) : nil
  }

  /// A Stack Exchange dump by its first elements.
  static func export(xml text: ArraySlice<UInt8>) -> InputFormat? {
    let head = text.prefix(512)
    let isDump = ["<posts", "<comments", "<users"].contains { contains(Array($0.utf8), in: head) }
    return isDump && contains(Array("<row ".utf8), in: text) ? .export(.stackexchange) : nil
  }
}
