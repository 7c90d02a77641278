/// What a mailbox says about a message beside the message itself: Gmail's labels, the flags of a Maildir.
enum MailLabels {
  enum State { case kept, deleted, draft, spam }

  /// Labels of the mailbox's own making; the system's are in the interface's language.
  private static let system: Set<String> = [
    "inbox", "sent", "important", "opened", "unread", "starred", "archived", "chat", "chats",
    "all mail", "posteingang", "gesendet", "wichtig", "geöffnet", "ungelesen", "markiert",
    "boîte de réception", "messages envoyés", "important", "ouvert", "non lus", "favoris",
    "category personal", "category updates", "category forums", "category social",
    "category promotions", "category purchases",
  ]
  private static let deleted: Set<String> = ["trash", "bin", "papierkorb", "corbeille", "papelera"]
  private static let drafts: Set<String> = [
    "draft", "drafts", "entwurf", "entwürfe", "brouillons", "borradores", "bozze",
  ]
  private static let spam: Set<String> = ["spam", "junk"]

  /// The labels of X-Gmail-Labels; one with a comma stands in quotes.
  static func split(_ header: String) -> [String] {
    var labels: [String] = []
    var label: [UInt8] = []
    var isQuoted = false
    for byte in Array(header.utf8) + [0x2C] {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if byte == 0x2C, !isQuoted {
        let text = String(decoding: label, as: UTF8.self).withoutOuterSpace
        if !text.isEmpty { labels.append(text) }
        label = []
      } else if byte != 0x0A, byte != 0x0D {
        label.append(byte)
      }
    }
    return labels
  }

  /// Those that somebody gave.
  static func own(_ labels: [String]) -> [String] {
    labels.filter { !system.contains($0.lowercased()) }
  }

  /// By the labels, or by the flags behind `:2,` in the name of a Maildir's file.
  static func state(labels: [String], path: String) -> State {
    let names = Set(labels.map { $0.lowercased() })
    if !names.isDisjoint(with: deleted) { return .deleted }
    if !names.isDisjoint(with: spam) { return .spam }
    if !names.isDisjoint(with: drafts) { return .draft }
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: 0x2F), slash >= 3,
      bytes[..<slash].suffix(3).elementsEqual("cur".utf8)
    else { return .kept }
    let name = bytes[(slash + 1)...]
    guard let comma = name.lastIndex(of: 0x2C), comma >= name.startIndex + 2,
      bytes[(comma - 2)..<comma].elementsEqual(":2".utf8)
        || bytes[(comma - 2)..<comma].elementsEqual(";2".utf8)
    else { return .kept }
    let flags = name[(comma + 1)...]
    if flags.contains(UInt8(ascii: "T")) { return .deleted }
    return flags.contains(UInt8(ascii: "D")) ? .draft : .kept
  }
}
