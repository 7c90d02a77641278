internal import CMail
internal import TextAlgorithms

/// One mail, parsed.
struct Mail {
  var location: SourceLocation
  /// The digest of the Message-ID; nil when there is none.
  var id: String?
  /// The digests of the mails that it answers, by In-Reply-To and by References, as the mail has them.
  var inReplyTo: String?
  var references: [String] = []
  /// Digests of everything in both that looks like a Message-ID.
  var parents: [String] = []
  var gmailThread: String?
  var subject: String?
  /// Names and addresses of who sent it, and of everybody in To and Cc.
  var sender: [String] = []
  var recipients: [String] = []
  /// The first sender's address, and those of the recipients, in lower case.
  var from: String?
  var to: [String] = []
  /// The addresses that the mailbox was reached by.
  var deliveredTo: [String] = []
  var labels: [String] = []
  var sentAt: String?
  var text: [UInt8] = []
  var isHTML = false
  var isAutomatic = false
  var attachments = 0

  /// Parses a message; what isn't one, and what was deleted or never sent, is thrown.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, at location: SourceLocation, notes: inout ReadNotes
  ) throws(HelpdeskDefect) {
    self.location = location
    let parsed = bytes.withMemoryRebound(to: CChar.self) { tm_mail_parse($0.baseAddress, $0.count) }
    guard let parsed else { throw HelpdeskDefect(reason: "invalid_mail") }
    defer { tm_mail_free(parsed) }
    let mail = parsed.pointee
    if mail.from == nil, mail.message_id == nil, mail.subject == nil, !(mail.has_date != 0) {
      throw HelpdeskDefect(
        reason: "invalid_mail", evidence: "no From, Subject, Date or Message-ID")
    }
    labels = Mail.text(mail.gmail_labels).map(MailLabels.split) ?? []
    let state = MailLabels.state(labels: labels, path: location.path)
    if mail.is_deleted != 0 || state == .deleted { throw HelpdeskDraft.tombstone }
    if mail.is_draft != 0 || state == .draft {
      throw HelpdeskDefect(reason: "draft", evidence: "never sent")
    }
    if state == .spam { throw HelpdeskDefect(reason: "spam", evidence: "the mailbox's own mark") }

    let own = Mail.text(mail.message_id).flatMap { $0.isEmpty ? nil : $0 }
    if own == nil { notes.add("message_id_missing") }
    id = own.map(MailIdentifier.digest)
    attachments = Int(mail.attachments)
    notes.add("attachment", attachments)
    subject = Mail.text(mail.subject)
    let from = Mailboxes(mail.from)
    let to = Mailboxes(mail.recipients)
    (sender, recipients) = (from.values, to.values)
    (self.from, self.to) = (from.addresses.first, to.addresses)
    deliveredTo = (Mail.text(mail.delivered_to) ?? "").split(separator: "\n").compactMap {
      MailAddress(String($0))?.key
    }
    let parent = Mail.text(mail.in_reply_to)
    let list = Mail.text(mail.references)
    inReplyTo = parent.map(MailIdentifier.digest)
    references = (list ?? "").split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }
      .map { MailIdentifier.digest(String($0)) }
    let named = MailIdentifier.identifiers(in: list) + MailIdentifier.identifiers(in: parent)
    parents = named.map(MailIdentifier.digest)
    gmailThread = Mail.text(mail.gmail_thread)?.withoutOuterSpace
    sentAt = mail.has_date != 0 ? Timestamps.string(Int(mail.date)) : nil
    text = Mail.content(mail, &notes)
    isHTML = mail.is_html != 0
    isAutomatic = mail.is_automatic != 0
  }

  /// `in_reply_to` and `references`, where the mail has them.
  var relations: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let inReplyTo { members.append(.init(key: "in_reply_to", value: .string(inReplyTo))) }
    if !references.isEmpty {
      members.append(
        .init(key: "references", value: .array(references.map { .string($0) })))
    }
    return members
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// The body in UTF-8: as labelled where that can be, else UTF-8 if it is valid, else windows-1252.
  private static func content(_ mail: tm_mail, _ notes: inout ReadNotes) -> [UInt8] {
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
  /// The addresses alone, in lower case.
  private(set) var addresses: [String] = []

  /// From lines of name, tab and address.
  init(_ list: UnsafePointer<CChar>?) {
    guard let list else { return }
    var seen: Set<String> = []
    var known: Set<String> = []
    for line in String(cString: list).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      for field in fields {
        let value = String(field).withoutOuterSpace
        if !value.isEmpty, seen.insert(value).inserted { values.append(value) }
      }
      if let address = fields.last.map({ String($0).withoutOuterSpace.lowercased() }),
        !address.isEmpty, known.insert(address).inserted
      {
        addresses.append(address)
      }
    }
  }
}
