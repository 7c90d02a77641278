internal import TextAlgorithms

/// Finds out whose mailbox it is: the addresses that at least half of the mails that open a conversation
/// are sent to, or that the server noted as the mailbox's own for half of all mails.
struct MailOwners {
  private var addresses: ExternalSort
  private var mails = 0
  private var openings = 0

  init(path: String) { addresses = ExternalSort(prefix: path, runSize: 8 << 20) }

  mutating func add(_ mail: Mail, isOpening: Bool) throws {
    // What machines send tells nothing of whom people write to.
    if mail.isAutomatic { return }
    mails += 1
    if isOpening { openings += 1 }
    for address in mail.to.prefix(MailThreads.recipientLimit) {
      try addresses.add(key: Array(address.utf8), payload: [isOpening ? 1 : 0])
    }
    for address in Set(mail.deliveredTo) {
      try addresses.add(key: Array(address.utf8), payload: [2])
    }
  }

  /// The owners and, unless anybody may have an address there, their domains.
  consuming func agents() throws -> MailAgents {
    var key: [UInt8] = []
    var counts = (all: 0, opening: 0, delivered: 0)
    var found: [String] = []
    let (mails, openings) = (mails, openings)
    func close() {
      let isOwner =
        counts.delivered > 0 && 2 * counts.delivered >= mails
        || (openings > 0
          ? counts.opening > 0 && 2 * counts.opening >= openings
          : counts.all > 0 && 2 * counts.all >= mails)
      if isOwner { found += MailAgents.names(for: String(decoding: key, as: UTF8.self)) }
      counts = (0, 0, 0)
    }
    try addresses.merge { record in
      if record.key != key { close() }
      key = record.key
      switch record.payload[0] {
      case 2: counts.delivered += 1
      case 1:
        counts.opening += 1
        counts.all += 1
      default: counts.all += 1
      }
    }
    close()
    return MailAgents(found)
  }
}
