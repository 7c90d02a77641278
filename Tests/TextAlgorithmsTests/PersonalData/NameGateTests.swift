import CLanes
import Testing

@testable import TextAlgorithms

/// What is passed in wide registers, looked up at once or left out early is what a look at every word would say.
@Suite struct NameGateTests {
  static func gate() -> NameGate { NameGate(table: NameTable(), words: NameWords()) }

  static func places(
    _ bytes: [UInt8], _ gate: NameGate, masks: [PersonalFinding] = []
  ) -> [NamePlace] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let text = PersonalText(base: base, count: buffer.count)
      var places: [NamePlace] = []
      gate.find(text, masks: masks, cues: [], isLow: gate.isLow(text), into: &places)
      return places
    }
  }

  static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    var text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      NameLookUpTests.text(&generator)
    }.joined(separator: " ")
    if Bool.random(using: &generator) { text = text.lowercased() }
    return Array(text.utf8)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `words begin where a look at every byte says`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let none = [tm_plain_word](repeating: tm_plain_word(), count: Int(TM_PLAIN_SLOTS))
    for _ in 0..<80 {
      let bytes = Self.text(&generator)
      for isSmall in [false, true] {
        let expected = bytes.indices.filter { i in
          let before = i > 0 ? bytes[i - 1] : 0
          let isLetter = PersonalText.isLetter(before)
          return switch bytes[i] {
          case 0x41...0x5A: !isLetter
          case 0x61...0x7A: isSmall && !isLetter
          case 0x30...0x39: !PersonalText.isDigit(before)
          case 0xC3...0xDF: !isLetter
          default: false
          }
        }
        var found = [Int](repeating: 0, count: bytes.count + 64)
        var from = 0
        let count = tm_word_places(none, bytes, bytes.count, isSmall, &from, &found, found.count)
        #expect(Array(found[..<count]) == expected)
      }
      let capital = bytes.firstIndex(where: PersonalText.isUpper) ?? bytes.count
      #expect(tm_next_capital(bytes, bytes.count, 0) == capital)
    }
  }

  @Test func `places don't depend on what was read before`() {
    var generator = SeededGenerator(seed: 5)
    let used = Self.gate()
    var count = 0
    for _ in 0..<120 {
      let bytes = Self.text(&generator)
      let again = Self.places(bytes, used)
      #expect("\(again)" == "\(Self.places(bytes, Self.gate()))")
      count += again.count
    }
    #expect(count > 500)
  }

  @Test func `many words at once have the bins of each`() {
    var generator = SeededGenerator(seed: 6)
    let table = NameTable()
    var hashes = NameLookUpTests.words.map { word in
      word.lowercased().utf8.reduce(NameTable.seed) { NameTable.add($1, to: $0) }
    }
    for _ in 0..<500 { hashes.append(generator.next()) }
    let expected = hashes.map { "\(table.bins($0))" }
    hashes.withUnsafeMutableBufferPointer { table.replaceByBins($0) }
    #expect(hashes.map { "\(NameTable.Bins(bits: UInt32($0)))" } == expected)
  }

  @Test func `places under masks and in placeholders are left out`() {
    let bytes = Array("Ask Priya Raghavan or [CUSTOMER_NAME_2] of Lefèvre".utf8)
    let all = Self.places(bytes, Self.gate()).filter(\.isSeed)
    #expect(
      all.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        == ["Priya", "Raghavan", "Lefèvre"])
    let mask = PersonalFinding(kind: .person, range: 4..<9)
    #expect(Self.places(bytes, Self.gate(), masks: [mask]).filter(\.isSeed).count == 2)
  }

  @Test(arguments: [
    ("we run Kubernetes every day", false), ("please ask Mr Kowalskyj today", true),
    ("then Kowalskyj said no", true), ("Kowalskyj moved it", true),
  ])
  func `an unknown word amid plain ones is no place but where a word speaks for it`(
    text: String, isSeed: Bool
  ) {
    #expect(Self.places(Array(text.utf8), Self.gate()).contains(where: \.isSeed) == isSeed)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `windows hold their places with what is near, and their cores don't overlap`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let bytes: [UInt8] = (0..<12).flatMap { _ in Self.text(&generator) + [0x0A] }
      bytes.withUnsafeBufferPointer { buffer in
        let text = PersonalText(base: buffer.baseAddress!, count: buffer.count)
        let places = Self.places(bytes, Self.gate()).filter { _ in
          Int.random(in: 0..<4, using: &generator) == 0
        }
        var windows: [NameWindow] = []
        for place in places { NameWindow.add(place, text, to: &windows) }
        for place in places {
          #expect(windows.contains { $0.core.contains(place.start) })
        }
        for window in windows {
          #expect(window.range.contains(window.core.lowerBound))
          #expect(window.core.upperBound <= window.range.upperBound)
          #expect(text[window.range.lowerBound] & 0xC0 != 0x80)
          #expect(text[window.range.upperBound] & 0xC0 != 0x80)
        }
        for (one, two) in zip(windows, windows.dropFirst()) {
          #expect(one.core.upperBound <= two.core.lowerBound)
        }
      }
    }
  }
}
