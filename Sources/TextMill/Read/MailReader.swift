internal import CMail
internal import TextAlgorithms

/// Reads mail: a message a file (EML), or mailboxes in which a `From ` line begins each message (mbox).
///
/// Each message is a conversation of one message by a customer; its id is a digest of its Message-ID
/// (`MailIdentifier`). What joins messages to threads stands in the metadata in the same form:
/// `in_reply_to` and `references`.
struct MailReader: SourceReader {
  let context: ReaderContext
  let isMailbox: Bool

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    isMailbox ? context.wholeFileParts() : Batches.cut(context, partSize: partSize)
  }

  func makePartReader() -> any PartReader { MailPartReader(context, isMailbox: isMailbox) }
}

/// Splits mailboxes and parses messages.
final class MailPartReader: PartReader {
  private let context: ReaderContext
  private let isMailbox: Bool
  private var notes = ReadNotes()

  init(_ context: ReaderContext, isMailbox: Bool) {
    self.context = context
    self.isMailbox = isMailbox
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    guard isMailbox else {
      return try Batches.forEachContent(of: part, context: context, body) { bytes, location in
        try body(message(bytes, location))
      }
    }
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      try Mailbox.forEachMessage(in: ByteWindow(stream), path: path, context: context, body) {
        try body(message($0, $1))
      }
    }
  }

  /// Parses one message.
  func message(
    _ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation
  ) -> ReadResult {
    let parsed = bytes.withMemoryRebound(to: CChar.self) { tm_mail_parse($0.baseAddress, $0.count) }
    guard let parsed else {
      return context.rejection("invalid_mail", at: location, raw: bytes)
    }
    defer { tm_mail_free(parsed) }
    let mail = parsed.pointee
    if mail.from == nil, mail.message_id == nil, mail.subject == nil, !(mail.has_date != 0) {
      return context.rejection(
        "invalid_mail", at: location, evidence: "no From, Subject, Date or Message-ID", raw: bytes)
    }
    let sender = Mailboxes(mail.from)
    let own = text(mail.message_id).flatMap { $0.isEmpty ? nil : $0 }
    if own == nil { notes.add("message_id_missing") }
    notes.add("attachment", Int(mail.attachments))
    let sentAt = mail.has_date != 0 ? Timestamps.string(Int(mail.date)) : nil
    let message = Message(
      role: .customer, author: sender.first, sentAt: sentAt, text: content(mail),
      isHTML: mail.is_html != 0, isAutomatic: mail.is_automatic != 0)
    var document = Document(
      id: context.documentID(
        own.map(MailIdentifier.digest) ?? "\(location.path)@\(location.offset)"),
      kind: .conversation,
      source: location, title: text(mail.subject), createdAt: sentAt, updatedAt: sentAt,
      body: .conversation([message]))
    document.identities = Identities(
      customer: sender.values, agent: Mailboxes(mail.recipients).values)
    if let parent = text(mail.in_reply_to) {
      document.metadata.append(
        .init(key: "in_reply_to", value: .string(MailIdentifier.digest(parent))))
    }
    if let references = text(mail.references) {
      let ids = references.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }
      document.metadata.append(
        .init(
          key: "references", value: .array(ids.map { .string(MailIdentifier.digest(String($0))) })))
    }
    document.metadata.append(.init(key: "attachments", value: .int(Int(mail.attachments))))
    return .document(document)
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// The body in UTF-8: as labelled where that can be, else UTF-8 if it is valid, else windows-1252.
  private func content(_ mail: tm_mail) -> [UInt8] {
    guard let start = mail.text else { return [] }
    let raw = UnsafeRawBufferPointer(start: start, count: mail.text_count)
    let bytes = raw.bindMemory(to: UInt8.self)
    if UTF8Encoding.firstInvalid(bytes) == nil { return Array(bytes) }
    let charset = text(mail.charset) ?? ""
    if mail.is_utf8 != 0 || charset == "utf-8" || charset == "utf8" {
      notes.add("encoding_repaired")
      return UTF8Encoding.repaired(bytes).text
    }
    if charset != "iso-8859-1", charset != "windows-1252" { notes.add("encoding_detected") }
    var out: [UInt8] = []
    Windows1252.append(bytes, to: &out)
    return out
  }
}

/// The names and addresses of a list of mailboxes.
struct Mailboxes {
  /// Names and addresses in the order of the mail, without repetition.
  private(set) var values: [String] = []
  /// The first mailbox's name, or its address.
  var first: String? { values.first }

  /// From lines of name, tab and address.
  init(_ list: UnsafePointer<CChar>?) {
    guard let list else { return }
    for line in String(cString: list).split(separator: "\n") {
      for field in line.split(separator: "\t") {
        let value = String(field).withoutOuterSpace
        if !value.isEmpty, !values.contains(value) { values.append(value) }
      }
    }
  }
}
