internal import TextAlgorithms

/// The numbers of placeholders in one record: one for each value, in order of first appearance.
struct PlaceholderNumbers {
  private var numbers: [[UInt8]: Int] = [:]
  private var counts: [String: Int] = [:]

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// The placeholder for a value; the same value, however it is written, has the same one.
  mutating func placeholder(
    _ finding: PersonalFinding, value: ArraySlice<UInt8>, customers: Int
  ) -> [UInt8] {
    var label = finding.kind.name.uppercased()
    var key: [UInt8]
    if finding.kind == .person {
      let identity = finding.identity ?? -1
      label = identity < 0 ? "PERSON" : identity < customers ? "CUSTOMER_NAME" : "AGENT_NAME"
      key = identity < 0 ? FoldedText.fold(Array(value)) : Array(String(identity).utf8)
    } else {
      key = Self.key(finding.kind, value)
    }
    key = Array(label.utf8) + [0x20] + key
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      counts[label, default: 0] += 1
      number = counts[label]!
      numbers[key] = number
    }
    return Array("[\(label)_\(number)]".utf8)
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
    case .iban, .mac: return value.filter { $0 >= 0x30 && $0 != 0x3A }
    default: return value
    }
  }
}
