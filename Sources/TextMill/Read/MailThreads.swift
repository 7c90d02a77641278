internal import TextAlgorithms

/// Joins mails to conversations, however many there are: texts wait on disk, and four bytes a mail and
/// one mark stay in memory.
///
/// Mails belong together that name each other, or the same other mail, in References or In-Reply-To (after
/// J. Zawinski's message threading), and those that Gmail put together (X-GM-THRID). An answer that names
/// no mail that is there goes to the mail before it with the same subject, but for marks like `Re:`, between
/// the same two addresses, within 90 days.
struct MailThreads {
  /// How long a subject holds an answer and what it answers together, in seconds.
  static let subjectWindow = 90 * 86_400
  /// The most recipients of a mail that are looked at.
  static let recipientLimit = 16

  let context: ReaderContext
  var notes = ReadNotes()
  private let path: String
  private let out: WorkFile
  private let spill: WorkFile
  private var ids: ExternalSort
  private var subjects: ExternalSort
  private var owners: MailOwners
  private var count: UInt32 = 0

  /// `path` is the file of the result, and what the names of work files begin with.
  init(_ context: ReaderContext, path: String) throws {
    self.context = context
    self.path = path
    out = try WorkFile(creating: path)
    spill = try WorkFile(creating: path + "-texts")
    ids = ExternalSort(prefix: path + "-ids")
    subjects = ExternalSort(prefix: path + "-subjects")
    owners = MailOwners(path: path + "-owners")
  }

  /// A rejection met on the way; it comes out of the joined file again.
  func add(_ rejection: Rejection) throws { try out.write(HelpdeskJoin.line(rejection)) }

  mutating func add(_ mail: Mail) throws {
    let number = MailThreads.bytes(count)
    let subject = MailSubject(mail.subject ?? "")
    let own = mail.id.map { Array($0.utf8) }
    if let own { try ids.add(key: own + [0], payload: number) }
    for parent in mail.parents { try ids.add(key: Array(parent.utf8) + [1], payload: number) }
    if let thread = mail.gmailThread {
      let key = SHA256.hexadecimal(
        Array(SHA256.hash(Array("X-GM-THRID \(thread)".utf8)).prefix(16)))
      // As if it were the mail that all of the thread's answer.
      try ids.add(key: Array(key.utf8) + [1], payload: number)
    }
    if let from = mail.from, let sentAt = mail.sentAt, !subject.text.isEmpty {
      for other in mail.to.prefix(MailThreads.recipientLimit) where other != from {
        let pair = "\(subject.text)\n\(min(from, other))\n\(max(from, other))"
        let key = SHA256.hash(Array(pair.utf8)).prefix(16)
        // Times of this form sort as texts.
        try subjects.add(
          key: Array(key) + Array(sentAt.utf8) + (own ?? [UInt8](repeating: 0x30, count: 32)),
          payload: number + [subject.isReply ? 1 : 0])
      }
    }
    try owners.add(mail, isOpening: mail.parents.isEmpty && !subject.isReply)
    try spill.write(MailLine.bytes(mail) + [0x0A])
    count += 1
  }

  /// Writes the joined lines, each a conversation.
  consuming func finish() throws {
    try spill.close()
    var sets = DisjointSets(count: Int(count))
    let linked = try MailThreads.joinByID(ids, count: Int(count), &sets)
    try MailThreads.joinBySubject(subjects, linked, &sets)
    let agents =
      context.options.agents.isEmpty ? try owners.agents() : MailAgents(context.options.agents)
    if context.options.agents.isEmpty, !agents.isEmpty { notes.add("role_inferred", Int(count)) }
    try writeThreads(&sets, agents)
    for note in notes.take() {
      try out.write(Array(#"{"_note":"\#(note.name)","_count":\#(note.count)}"#.utf8) + [0x0A])
    }
    try out.close()
  }

  /// Which mails have a mail that they answer here.
  private static func joinByID(
    _ ids: consuming ExternalSort, count: Int, _ sets: inout DisjointSets
  ) throws -> [Bool] {
    var linked = [Bool](repeating: false, count: count)
    var key: [UInt8] = []
    var first: UInt32 = 0
    var isHere = false
    try ids.merge { record in
      let number = MailThreads.number(record.payload)
      let own = Array(record.key.dropLast())
      let isReference = record.key.last == 1
      if own != key {
        (key, first, isHere) = (own, number, !isReference)
        return
      }
      sets.union(first, number)
      if isReference, isHere { linked[Int(number)] = true }
    }
    return linked
  }

  private static func joinBySubject(
    _ subjects: consuming ExternalSort, _ linked: [Bool], _ sets: inout DisjointSets
  ) throws {
    var key: [UInt8] = []
    var last: (number: UInt32, time: Int)?
    try subjects.merge { record in
      let number = MailThreads.number(record.payload)
      let own = Array(record.key.prefix(16))
      let time = Timestamps.seconds(Array(record.key[16..<36]))
      if own != key { last = nil }
      key = own
      if let last, record.payload[4] == 1, !linked[Int(number)],
        time - last.time <= subjectWindow
      {
        sets.union(last.number, number)
      }
      last = (number, time)
    }
  }

  /// Brings the texts of each conversation together.
  private func writeThreads(_ sets: inout DisjointSets, _ agents: MailAgents) throws {
    var threads = ExternalSort(prefix: path + "-threads")
    var number: UInt32 = 0
    let texts = path + "-texts"
    let file = InputFile(file: texts, path: "work folder", size: try WorkFile.size(of: texts))
    // A text of any size that was read fits.
    try LineSplitter.forEachLine(in: ByteWindow(try FileStream(file)), limit: .max) { line in
      let root = sets.find(number)
      let mark: UInt8 = agents.isEmpty ? 2 : agents.holds(MailLine.sender(line.bytes)) ? 1 : 0
      try threads.add(key: MailThreads.bytes(root), payload: [mark] + Array(line.bytes))
      number += 1
    }
    FileSystem.remove(texts)
    var group = MailThreadGroup(context: context)
    try threads.merge { record in
      if record.key != group.key {
        if let line = group.takeLine() { try out.write(line) }
        group.key = record.key
      }
      group.add(record.payload)
    }
    if let line = group.takeLine() { try out.write(line) }
  }

  /// Most significant byte first, so that keys sort as numbers.
  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  private static func number(_ bytes: [UInt8]) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
