internal import TextAlgorithms

/// Streams the conversations that `MailThreads` joined: mails oldest first, those of the mailbox's owners
/// as the agents'. A conversation's id is that of its oldest mail.
final class MailThreadReader: PartReader {
  private let context: ReaderContext
  private var notes = ReadNotes()

  init(_ context: ReaderContext) { self.context = context }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    var found = ReadNotes()
    try JoinedLines.forEach(of: part, context: context, notes: &found, body) { line, _ in
      let mails = line.items("parts").compactMap { pair in
        pair.array.flatMap { $0.count == 2 ? Part(mark: $0[0].int ?? 2, mail: $0[1]) : nil }
      }
      if let result = result(mails) { try body(result) }
    }
    for note in found.take() { notes.add(note.name, note.count) }
  }

  private struct Part {
    var mark: Int
    var mail: JSONValue

    var id: String { mail["id"]?.string ?? "" }
    /// Those without a date stand at the end.
    var order: (String, String, Int) {
      (mail["sent"]?.string ?? "A", id, mail["offset"]?.int ?? 0)
    }
  }

  private func result(_ mails: [Part]) -> ReadResult? {
    var seen: [String: Int] = [:]
    var kept: [Part] = []
    for part in mails {
      guard !part.id.isEmpty else {
        kept.append(part)
        continue
      }
      guard let place = seen[part.id] else {
        seen[part.id] = kept.count
        kept.append(part)
        continue
      }
      // The same mail in two folders: the longer copy says more.
      notes.add("message_repeated")
      let (a, b) = (part.mail["text"]?.string ?? "", kept[place].mail["text"]?.string ?? "")
      if a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b { kept[place] = part }
    }
    kept.sort { $0.order < $1.order }
    guard let first = kept.first else { return nil }
    let location = MailLine.location(first.mail, context)
    let id = first.id.isEmpty ? "\(location.path)@\(location.offset)" : first.id
    return draft(kept).result(id, context: context, at: location, raw: nil)
  }

  private func draft(_ mails: [Part]) -> HelpdeskDraft {
    var draft = HelpdeskDraft()
    let first = mails[0].mail
    draft.title = first.text("subject")
    draft.createdAt = first["sent"]?.string
    draft.updatedAt = mails.compactMap { $0.mail["sent"]?.string }.max()
    let opener = first["from"]?.string
    let reached = Set(first.items("to").compactMap(\.string))
    var labels: [String] = []
    for (index, part) in mails.enumerated() {
      let mail = part.mail
      let from = mail["from"]?.string ?? ""
      var isAgent = part.mark == 1
      if part.mark == 2 {
        // Whose mailbox it is isn't known: who was written to first, and writes back, is the agent.
        isAgent = from != opener && reached.contains(from)
        notes.add("role_inferred")
      }
      let sender = mail.items("sender").compactMap(\.string)
      draft.know(sender, isAgent: isAgent)
      draft.know(mail.items("recipients").compactMap(\.string), isAgent: !isAgent)
      for label in MailLabels.own(mail.items("labels").compactMap(\.string))
      where !labels.contains(label) {
        labels.append(label)
      }
      draft.say(
        Message(
          role: isAgent ? .agent : .customer, author: sender.first, sentAt: mail["sent"]?.string,
          text: Array((mail["text"]?.string ?? "").utf8), isHTML: mail.isTrue("html"),
          isAutomatic: mail.isTrue("automatic")),
        id: String(index))
    }
    draft.keep("tags", .array(labels.map { .string($0) }))
    // A conversation whose other mails aren't here still says what it answers.
    for member in first["relations"]?.members ?? [] { draft.keep(member.key, member.value) }
    let attachments = mails.reduce(0) { $0 + ($1.mail["attachments"]?.int ?? 0) }
    draft.keep("attachments", .int(attachments))
    return draft
  }
}
