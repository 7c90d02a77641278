internal import TextAlgorithms

/// The placeholders of one record: one for each value, numbered in order of first appearance, or named by a keyed hash.
struct PlaceholderNumbers {
  private var numbers: [[UInt8]: Int] = [:]
  private var counts: [String: Int] = [:]
  /// Makes pseudonyms; nil: numbers.
  let hash: HMAC?
  private let rules: [RedactRule]

  init(hash: HMAC? = nil, rules: [RedactRule] = []) {
    self.hash = hash
    self.rules = rules
  }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// The name of a finding's kind, or of the rule that found it.
  func name(_ finding: PersonalFinding) -> String {
    finding.detector == .custom ? rules[finding.identity ?? 0].kind : finding.kind.name
  }

  /// The placeholder for a value; the same value, however it is written, has the same one. `identities` are what the
  /// record states, those of customers first.
  mutating func placeholder(
    _ finding: PersonalFinding, value: ArraySlice<UInt8>, identities: [String], customers: Int
  ) -> [UInt8] {
    var label = name(finding).uppercased()
    var key = Self.key(finding.kind, value)
    if finding.kind == .person, let identity = finding.identity {
      label = identity < customers ? "CUSTOMER_NAME" : "AGENT_NAME"
      key =
        hash == nil
        ? Array(String(identity).utf8) : FoldedText.fold(Array(identities[identity].utf8))
    }
    if let hash {
      let digest = hash.hash(Array(label.utf8) + [0x20] + key)
      return Array("[\(label)_\(SHA256.hexadecimal(Array(digest.prefix(6))))]".utf8)
    }
    let number = number(label, key)
    if finding.kind == .person, finding.identity == nil { share(number, label, key) }
    return Array("[\(label)_\(number)]".utf8)
  }

  private mutating func number(_ label: String, _ key: [UInt8]) -> Int {
    let key = Array(label.utf8) + [0x20] + key
    if let known = numbers[key] { return known }
    let number = (counts[label] ?? 0) + 1
    counts[label] = number
    numbers[key] = number
    return number
  }

  /// Whoever is called by a part of a full name later on is the same person.
  private mutating func share(_ number: Int, _ label: String, _ name: [UInt8]) {
    let parts = name.split(separator: 0x20)
    guard parts.count > 1 else { return }
    for part in parts where part.count > 2 {
      let key = Array(label.utf8) + [0x20] + part
      if numbers[key] == nil { numbers[key] = number }
    }
  }

  /// What is the same however it is written: the digits of numbers, letters without case.
  private static func key(_ kind: PersonalDataKind, _ source: ArraySlice<UInt8>) -> [UInt8] {
    if kind == .secret || kind == .crypto { return Array(source) }
    let value = FoldedText.fold(Array(source))
    switch kind {
    case .phone:
      // An international number and its national form end alike.
      return Array(value.filter { $0 >= 0x30 && $0 <= 0x39 }.suffix(9))
    case .card, .ssn: return value.filter { $0 >= 0x30 && $0 <= 0x39 }
    case .address: return value.filter { ($0 >= 0x30 && $0 <= 0x39) || $0 >= 0x61 }
    case .iban, .mac, .bic, .nationalID, .passport, .licence, .plate:
      return value.filter { ($0 >= 0x30 && $0 != 0x3A) }
    default: return value
    }
  }
}
