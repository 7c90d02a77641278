/// Check digits of numbers that name something: cards, bank accounts, wallets.
package enum CheckDigits {
  /// True when the digits (values 0–9) hold by the Luhn formula (ISO/IEC 7812-1).
  package static func luhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (i, digit) in digits.reversed().enumerated() {
      let value = Int(digit)
      sum += i & 1 == 0 ? value : value > 4 ? value * 2 - 9 : value * 2
    }
    return sum % 10 == 0
  }

  /// The remainder by 97 of digits and capital letters, A = 10 … Z = 35 (ISO 7064).
  package static func mod97(_ text: [UInt8]) -> Int {
    var rest = 0
    for byte in text {
      rest = byte < 0x40 ? (rest * 10 + Int(byte) - 0x30) % 97 : (rest * 100 + Int(byte) - 55) % 97
    }
    return rest
  }

  /// True when an issuer gives numbers that begin and are as long as these digits (values 0–9).
  package static func isIssued(_ d: [UInt8]) -> Bool {
    let n = d.count
    guard n >= 12, n <= 19 else { return false }
    let two = Int(d[0]) * 10 + Int(d[1])
    let three = two * 10 + Int(d[2])
    let four = three * 10 + Int(d[3])
    switch (two, four) {
    case (40...49, _): return n == 13 || n == 16 || n == 19
    case (51...55, _), (_, 2221...2720), (81...82, _): return n == 16
    case (34, _), (37, _): return n == 15
    case (30, _): return three <= 305 && n >= 14
    case (36, _), (38...39, _): return n >= 14
    case (_, 3528...3589), (_, 6011), (64...65, _), (62, _), (_, 2200...2204): return n >= 16
    case (50, _), (56...58, _), (60, _), (63, _), (67, _): return true
    case (10...19, _): return n == 15
    default: return false
    }
  }

  /// True for a payment card: an issuer's beginning and length, Luhn, not one digit throughout.
  package static func isCard(_ digits: [UInt8]) -> Bool {
    isIssued(digits) && luhn(digits) && digits.contains { $0 != digits[0] }
  }

  /// True for a US social security number or ITIN by area, group and serial.
  package static func isSSN(_ d: [UInt8]) -> Bool {
    guard d.count == 9 else { return false }
    let area = Int(d[0]) * 100 + Int(d[1]) * 10 + Int(d[2])
    let group = Int(d[3]) * 10 + Int(d[4])
    let serial = d[5...].reduce(0) { $0 * 10 + Int($1) }
    if area == 0 || area == 666 || group == 0 || serial == 0 { return false }
    if (area, group, serial) == (78, 5, 1120) || (area, group, serial) == (219, 9, 9999) {
      return false
    }
    guard area >= 900 else { return true }
    switch group {
    case 50...65, 70...88, 90...92, 94...99: return true
    default: return false
    }
  }
}
