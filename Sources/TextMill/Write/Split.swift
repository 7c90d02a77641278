internal import TextAlgorithms

/// The part of a training set that an example belongs to.
enum Split: String, CaseIterable, Sendable {
  case train, validation, test

  /// The split of a group, by the group's hash alone: the same from run to run, whatever else is there.
  init(group: String, options: SplitConfiguration?) {
    guard let options, options.validation + options.test > 0 else {
      self = .train
      return
    }
    let digest = SHA256.hash(Array("split\u{0}\(group)".utf8))
    let bits = digest[0..<7].reduce(0) { $0 << 8 | UInt64($1) }
    let point = Double(bits) / Double(UInt64(1) << 56)
    if point < options.test {
      self = .test
    } else if point < options.test + options.validation {
      self = .validation
    } else {
      self = .train
    }
  }

  /// What must not straddle splits: the customer where one is known and asked for, else the conversation.
  static func group(of document: Document, options: SplitConfiguration?) -> String {
    if let options, options.by.contains(.customer),
      let customer = document.identities.customer.first(where: { $0.contains("@") })
        ?? document.identities.customer.first
    {
      return "customer\u{0}" + customer.lowercased()
    }
    return "conversation\u{0}" + document.id
  }
}
