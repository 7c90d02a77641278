import Testing

@testable import TextAlgorithms

@Suite struct CheckDigitsTests {
  @Test func `Luhn accepts exactly one check digit for each number`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let body = (0..<Int.random(in: 1...18, using: &random)).map { _ in
        UInt8.random(in: 0...9, using: &random)
      }
      // Brute force: the definition on the digits from the right, each second one doubled.
      let valid = (0...9).filter { check in
        let digits = body.map(Int.init) + [check]
        let sum = digits.enumerated().reduce(0) { sum, pair in
          let isDoubled = (digits.count - pair.offset) % 2 == 0
          return sum
            + (isDoubled
            ? String(pair.element * 2).compactMap(\.wholeNumberValue)
            : [
              pair.element
            ]).reduce(0, +)
        }
        return sum % 10 == 0
      }
      #expect(valid.count == 1)
      for check in 0...9 {
        #expect(CheckDigits.luhn(body + [UInt8(check)]) == valid.contains(check))
      }
    }
  }

  @Test func `the remainder by 97 is that of long division`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let value = UInt64.random(in: 0...UInt64.max / 2, using: &random)
      #expect(CheckDigits.mod97(Array(String(value).utf8)) == Int(value % 97))
    }
    #expect(CheckDigits.mod97(Array("A".utf8)) == 10)
    #expect(CheckDigits.mod97(Array("Z".utf8)) == 35)
  }

  @Test(arguments: [
    ("000121234", false), ("666121234", false), ("123001234", false), ("123120000", false),
    ("078051120", false), ("219099999", false), ("900121234", false), ("912701234", true),
    ("912931234", false), ("123121234", true), ("899121234", true),
  ])
  func `a social security number has a possible area, group and serial`(digits: String, ok: Bool) {
    #expect(CheckDigits.isSSN(digits.utf8.map { $0 - 0x30 }) == ok)
  }

  @Test func `a changed sign breaks a base 58 checksum`() {
    let address = Array("1111111111111111111114oLvT2".utf8)
    #expect(WalletChecksum.isBase58Check(address))
    for i in address.indices {
      var changed = address
      changed[i] = changed[i] == 0x32 ? 0x33 : 0x32
      #expect(!WalletChecksum.isBase58Check(changed))
    }
  }

  @Test func `a changed sign breaks a Bech32 checksum`() {
    let address = Array("bc1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq".utf8)
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    var valid = 0
    // Among all values of the last sign at most one holds for each of the two constants.
    for sign in alphabet where WalletChecksum.isBech32(address.dropLast() + [sign]) { valid += 1 }
    #expect(valid <= 2)
    let known = Array("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4".utf8)
    #expect(WalletChecksum.isBech32(known))
    for i in 3..<known.count {
      var changed = known
      changed[i] = changed[i] == 0x71 ? 0x70 : 0x71
      #expect(!WalletChecksum.isBech32(changed))
    }
  }
}
