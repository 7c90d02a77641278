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
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    guard let comma = name.lastIndex(of: 0x2C) else { return .kept }
    let mark = name[..<comma].suffix(2)
    let flags = name[name.index(after: comma)...]
    // Some file systems allow no colon.
    guard mark.elementsEqual(":2".utf8) || mark.elementsEqual(";2".utf8),
      flags.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
    else { return .kept }
    if flags.contains(UInt8(ascii: "T")) { return .deleted }
    return flags.contains(UInt8(ascii: "D")) ? .draft : .kept
  }
}
