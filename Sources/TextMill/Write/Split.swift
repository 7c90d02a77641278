internal import TextAlgorithms

/// The part of a training set that an example belongs to.
enum Split: String, CaseIterable, Sendable {
  case train, validation, test

  /// Its place among all of them.
  var number: Int {
    switch self {
    case .train: 0
    case .validation: 1
    case .test: 2
    }
  }

  /// The split of a group, by the group's hash alone: the same from run to run, whatever else is there.
  init(group: UInt64, options: SplitConfiguration) {
    let digest = SHA256.hash(
      Array("split\u{0}".utf8) + withUnsafeBytes(of: group.bigEndian, Array.init))
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

  /// The hash of what must not straddle splits: the customer where one is known and asked for, else the
  /// conversation. A customer is the first mail address that the record states, else the first name.
  static func group(of document: Document, options: SplitConfiguration) -> UInt64 {
    var name = "conversation\u{0}" + document.id
    if options.by.contains(.customer),
      let customer = document.identities.customer.first(where: { $0.contains("@") })
        ?? document.identities.customer.first
    {
      name = "customer\u{0}" + customer.lowercased()
    }
    return SHA256.hash(Array(name.utf8))[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
