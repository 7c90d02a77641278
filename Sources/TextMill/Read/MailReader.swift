internal import TextAlgorithms

/// Reads mail: a message a file (EML, Maildir), or mailboxes in which a `From ` line begins each message
/// (mbox).
///
/// With `threads` messages are joined to conversations (`MailThreads`). Without, each message is a
/// conversation of one message; its id is a digest of its Message-ID (`MailIdentifier`), and what joins
/// messages to threads stands in the metadata in the same form: `in_reply_to` and `references`.
struct MailReader: SourceReader {
  let context: ReaderContext
  let isMailbox: Bool

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    guard context.options.threads else { return parts(partSize) }
    do {
      let path = "\(workFolder)/mail-\(context.index)"
      var threads = try MailThreads(context, path: path)
      let reader = MailPartReader(context, isMailbox: isMailbox)
      for part in parts(partSize) {
        try reader.read(
          part,
          rejection: { if case .rejection(let rejection) = $0 { try threads.add(rejection) } },
          mail: { try threads.add($0) })
      }
      for note in reader.takeNotes() { threads.notes.add(note.name, note.count) }
      try threads.finish()
      return try JoinedLines.parts(of: path, context: context, partSize: partSize)
    } catch let error as TextMillError {
      throw error
    } catch {
      throw TextMillError(
        .inputOutput, "\(context.options.name): \(error)", remedy: "Check the files and run again.")
    }
  }

  func makePartReader() -> any PartReader {
    context.options.threads
      ? MailThreadReader(context) : MailPartReader(context, isMailbox: isMailbox)
  }

  private func parts(_ partSize: Int) -> [InputPart] {
    isMailbox ? context.wholeFileParts() : Batches.cut(context, partSize: partSize)
  }
}

/// Splits mailboxes and parses messages.
final class MailPartReader: PartReader {
  private let context: ReaderContext
  private let isMailbox: Bool
  private let agents: MailAgents
  private var notes = ReadNotes()

  init(_ context: ReaderContext, isMailbox: Bool) {
    self.context = context
    self.isMailbox = isMailbox
    agents = MailAgents(context.options.agents)
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try read(part, rejection: body) { mail in try body(.document(document(mail))) }
  }

  /// The mails of a part, and the rejections between them.
  func read(
    _ part: InputPart, rejection: (ReadResult) throws -> Void, mail: (Mail) throws -> Void
  ) throws {
    func handle(_ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation) throws {
      switch parse(bytes, location) {
      case .success(let parsed): try mail(parsed)
      case .failure(let defect): try rejection(.rejection(defect.rejection))
      }
    }
    guard isMailbox else {
      return try Batches.forEachContent(
        of: part, context: context, rejection, content: handle)
    }
    try InputOpener.forEachMember(of: part, context: context, rejection) { path, stream in
      try Mailbox.forEachMessage(
        in: ByteWindow(stream), path: path, context: context, rejection, message: handle)
    }
  }

  /// Parses one message.
  func message(
    _ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation
  ) -> ReadResult {
    switch parse(bytes, location) {
    case .success(let mail): .document(document(mail))
    case .failure(let defect): .rejection(defect.rejection)
    }
  }

  private struct Defect: Error { var rejection: Rejection }

  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation
  ) -> Result<Mail, Defect> {
    do throws(HelpdeskDefect) {
      return .success(try Mail(bytes, at: location, notes: &notes))
    } catch {
      let hasRaw = error.reason == "invalid_mail"
      return .failure(
        Defect(
          rejection: Rejection(
            stage: "read", reason: error.reason, source: location, evidence: error.evidence,
            raw: hasRaw ? Array(bytes.prefix(Rejection.rawLimit)) : nil)))
    }
  }

  private func document(_ mail: Mail) -> Document {
    let role: Message.Role = agents.holds(mail.from) ? .agent : .customer
    let message = Message(
      role: role, author: mail.sender.first, sentAt: mail.sentAt, text: mail.text,
      isHTML: mail.isHTML, isAutomatic: mail.isAutomatic)
    var document = Document(
      id: context.documentID(mail.id ?? "\(mail.location.path)@\(mail.location.offset)"),
      kind: .conversation, source: mail.location, title: mail.subject, createdAt: mail.sentAt,
      updatedAt: mail.sentAt, body: .conversation([message]))
    document.identities =
      role == .agent
      ? Identities(customer: mail.recipients, agent: mail.sender)
      : Identities(customer: mail.sender, agent: mail.recipients)
    document.metadata = mail.relations
    document.metadata.append(.init(key: "attachments", value: .int(mail.attachments)))
    return document
  }
}
