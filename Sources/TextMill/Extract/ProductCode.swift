/// Global trade item numbers: EAN, UPC, ISBN.
enum ProductCode {
  private static let labels = ["isbn", "ean", "upc", "gtin", "jan", "ismn"]

  /// The number's digits without marks and a label such as "ISBN-13:", when length and check digit are right.
  ///
  /// GTIN-8, -12, -13, -14 and ISBN-13 by the sum modulo 10, ISBN-10 (its last digit may be X) modulo 11.
  /// A number of one digit repeated is no number; nor are digits among other letters.
  static func valid(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 64 else { return nil }
    var rest = Array(text.lowercased().utf8)[...]
    func skip() {
      while let first = rest.first, !((first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10) {
        rest.removeFirst()
      }
    }
    skip()
    let label = labels.first { rest.starts(with: $0.utf8) }
    rest = rest.dropFirst(label?.utf8.count ?? 0)
    var digits: [UInt8] = []
    for byte in rest {
      if byte &- 0x30 < 10 {
        digits.append(byte &- 0x30)
      } else if byte == 0x78, digits.count == 9 || label != nil && digits.count == 11 {
        digits.append(10)
      } else if byte &- 0x61 < 26 || byte >= 0x80 {
        return nil
      }
    }
    if let number = checked(digits[...]) { return number }
    // "ISBN-13: 978…": the label's own number.
    guard label != nil else { return nil }
    for length in ["13", "14", "12", "10", "8"]
    where digits.starts(with: length.utf8.map { $0 &- 0x30 }) {
      let number = digits.dropFirst(length.utf8.count)
      if number.count == Int(length), let found = checked(number) { return found }
    }
    return nil
  }

  private static func checked(_ digits: ArraySlice<UInt8>) -> String? {
    guard let first = digits.first, digits.contains(where: { $0 != first }) else { return nil }
    var sum = 0
    switch digits.count {
    case 8, 12, 13, 14:
      for (place, digit) in digits.reversed().enumerated() {
        sum += Int(digit) * (place % 2 == 0 ? 1 : 3)
      }
      guard sum % 10 == 0, !digits.contains(10) else { return nil }
    case 10:
      for (place, digit) in digits.enumerated() { sum += Int(digit) * (10 - place) }
      guard sum % 11 == 0 else { return nil }
    default: return nil
    }
    return digits.map { $0 == 10 ? "X" : String($0) }.joined()
  }
}
