/// Check digits of national ids; each takes the id's digits and capitals as values: 0–9, A = 10 … Z = 35.
enum IdentityChecks {
  typealias Check = @Sendable ([Int]) -> Bool

  private static func sum(_ d: ArraySlice<Int>, _ weights: [Int]) -> Int {
    zip(d, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func varies(_ d: [Int]) -> Bool { d.contains { $0 != d[0] } }

  static func luhn(_ d: [Int]) -> Bool {
    varies(d) && CheckDigits.luhn(d.map { UInt8(truncatingIfNeeded: $0) })
  }

  private static func isDate(_ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && (1...31).contains(day)
  }
  private static func two(_ d: [Int], _ i: Int) -> Int { d[i] * 10 + d[i + 1] }

  /// The product in the dihedral group of ten elements, which Verhoeff's check digit uses.
  private static func dihedral(_ a: Int, _ b: Int) -> Int {
    if a < 5 { return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5 }
    let difference = (a - b + 10) % 5
    return b < 5 ? 5 + difference : difference
  }

  static let any: Check = { _ in true }
  static let nhs: Check = { d in
    let rest = 11 - sum(d[0..<9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return varies(d) && rest != 10 && rest % 11 == d[9]
  }
  static let dni: Check = { d in
    let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8).map { Int($0) - 55 }
    var digits = Array(d.dropLast())
    if digits[0] > 9 { digits[0] -= 33 }
    return letters[digits.reduce(0) { $0 * 10 + $1 } % 23] == d[d.count - 1]
  }
  static let codiceFiscale: Check = { d in
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    let total = (0..<15).reduce(0) { sum, i in
      let value = d[i] > 9 ? d[i] - 10 : d[i]
      return sum + (i % 2 == 0 ? odd[value] : value)
    }
    return 10 + total % 26 == d[15]
  }
  static let hetu: Check = { d in
    let signs = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8).map {
      $0 < 0x40 ? Int($0) - 48 : Int($0) - 55
    }
    // The sign of the century is left out where it is a letter.
    let digits = d.count == 11 ? Array(d[0..<6] + d[7...]) : d
    guard digits.count == 10, isDate(two(d, 2), two(d, 0)) else { return false }
    return signs[digits[0..<9].reduce(0) { $0 * 10 + $1 } % 31] == digits[9]
  }
  static let personnummer: Check = { d in
    let last = Array(d.suffix(10))
    return isDate(two(last, 2), two(last, 4) % 60) && luhn(last)
  }
  static let norway: Check = { d in
    (11 - sum(d[0..<9], [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11 == d[9]
      && (11 - sum(d[0..<10], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == d[10]
  }
  static let cpr: Check = { d in isDate(two(d, 2), two(d, 0)) }
  static let bsn: Check = { d in varies(d) && sum(d[...], [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 }
  static let nir: Check = { d in
    var digits = d
    // Corsica: 2A counts as 19, 2B as 18.
    if d[6] > 9 { (digits[5], digits[6]) = (1, d[6] == 10 ? 9 : 8) }
    guard digits.count == 15, digits.allSatisfy({ $0 < 10 }) else { return false }
    let number = digits[0..<13].reduce(0) { $0 * 10 + $1 }
    return 97 - number % 97 == two(digits, 13)
  }
  static let steuer: Check = { d in
    let counts = (0...9).map { digit in d[0..<10].count { $0 == digit } }
    guard d[0] != 0, counts.count(where: { $0 > 1 }) == 1, counts.max()! < 4 else { return false }
    var product = 10
    for digit in d[0..<10] {
      let s = (digit + product) % 10
      product = (s == 0 ? 10 : s) * 2 % 11
    }
    return (11 - product) % 10 == d[10]
  }
  static let svnr: Check = { d in
    sum(d[...], [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == d[3] && isDate(two(d, 6), two(d, 4))
  }
  static let ean: Check = { d in
    (10 - sum(d[0..<12], [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10) % 10 == d[12]
  }
  static let belgium: Check = { d in
    let number = d[0..<9].reduce(0) { $0 * 10 + $1 }
    return 97 - number % 97 == two(d, 9) || 97 - (2_000_000_000 + number) % 97 == two(d, 9)
  }
  static let pesel: Check = { d in
    isDate(two(d, 2) % 20, two(d, 4))
      && (10 - sum(d[0..<10], [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10 == d[10]
  }
  static let rodneCislo: Check = { d in
    d.reduce(0) { $0 * 10 + $1 } % 11 == 0 && isDate(two(d, 2) % 50 % 20, two(d, 4))
  }
  static let cnp: Check = { d in
    sum(d[0..<12], [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 % 10 == d[12]
  }
  static let nif: Check = { d in
    (11 - sum(d[0..<8], [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == d[8]
  }
  static let kimlik: Check = { d in
    let odd = d[0] + d[2] + d[4] + d[6] + d[8]
    let even = d[1] + d[3] + d[5] + d[7]
    return d[0] != 0 && (7 * odd - even + 70) % 10 == d[9] && (odd + even + d[9]) % 10 == d[10]
  }
  static let aadhaar: Check = { d in
    let first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    var check = 0
    for (i, digit) in d.reversed().enumerated() {
      var value = digit
      for _ in 0..<(i % 8) { value = first[value] }
      check = dihedral(check, value)
    }
    return d[0] > 1 && check == 0
  }
  static let cpf: Check = { d in
    let first = sum(d[0..<9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    let second = sum(d[0..<10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    return varies(d) && first == d[9] && second == d[10]
  }
  static let sin: Check = { d in d[0] != 0 && d[0] != 8 && luhn(d) }
  static let tfn: Check = { d in varies(d) && sum(d[...], [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 }
  static let medicare: Check = { d in sum(d[0..<8], [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == d[8] }
  static let rrn: Check = { d in
    isDate(two(d, 2), two(d, 4)) && (1...8).contains(d[6])
      && (11 - sum(d[0..<12], [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 == d[12]
  }
  static let myNumber: Check = { d in
    var total = 0
    for i in 0..<11 { total += d[10 - i] * (i < 6 ? i + 2 : i - 4) }
    let rest = total % 11
    return (rest <= 1 ? 0 : 11 - rest) == d[11]
  }
  static let southAfrica: Check = { d in isDate(two(d, 2), two(d, 4)) && d[10] < 3 && luhn(d) }
  static let nric: Check = { d in
    let offset = d[0] == 29 || d[0] == 16 ? 4 : d[0] == 22 ? 3 : 0
    let total = (sum(d[1..<8], [2, 7, 6, 5, 4, 3, 2]) + offset) % 11
    let table =
      d[0] == 28 || d[0] == 29 ? "JZIHGFEDCBA" : d[0] == 22 ? "KLJNPQRTUWX" : "XWUTRQPNMLK"
    return Int(Array(table.utf8)[total]) - 55 == d[8]
  }
}
