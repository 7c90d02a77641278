import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct LedgerTests {
  static let stages: [Stage] = [.read, .normalize, .filter, .write]

  /// The books of so many documents that go through the stages.
  static func ledger(_ documents: Int, _ random: inout SeededGenerator) -> Ledger {
    var ledger = Ledger(sources: 3)
    for _ in 0..<documents {
      let source = Int.random(in: 0..<3, using: &random)
      for stage in stages {
        if random.next() % 5 == 0 {
          ledger.reject(
            source, stage, ["too_short", "bot", "empty"].randomElement(using: &random)!)
          break
        }
        ledger.pass(source, stage)
      }
      ledger.tally("tokens", Int.random(in: 0...9, using: &random))
    }
    return ledger
  }

  @Test func `Books add up in any order and survive JSON`() throws {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<50 {
      let pieces = (0..<4).map { _ in Self.ledger(Int.random(in: 0...40, using: &random), &random) }
      var forward = Ledger(sources: 3)
      for piece in pieces { forward.add(piece) }
      var backward = Ledger(sources: 3)
      for piece in pieces.reversed() { backward.add(piece) }
      #expect(forward == backward)
      #expect(forward.json.bytes == backward.json.bytes)
      let read = try JSONValue(parsing: forward.json.bytes)
      #expect(Ledger(json: read, sources: 3) == forward)
      #expect(Ledger(json: read, sources: 2) == nil)
      let names = ["a", "b", "c"]
      #expect(forward.imbalances(stages: Self.stages, names: names).isEmpty)
      for stage in Self.stages {
        let entered = pieces.reduce(0) { $0 + $1.total(stage).entered }
        #expect(forward.total(stage).entered == entered)
        #expect(forward.total(stage).balances)
      }
    }
  }

  @Test func `A lost document is found where it was lost`() {
    var random = SeededGenerator(seed: 72)
    for stage in Self.stages {
      var ledger = Self.ledger(60, &random)
      ledger[1, stage].left -= 1
      let found = ledger.imbalances(stages: Self.stages, names: ["a", "b", "c"])
      #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("b: ") })
      #expect(found[0].hasPrefix("b: \(stage.rawValue) took"))
    }
    var ledger = Ledger(sources: 1)
    ledger.pass(0, .read, 2)
    ledger.pass(0, .write)
    #expect(
      ledger.imbalances(stages: [.read, .write], names: ["s"]) == ["s: read left 2, write took 1"])
  }

  @Test func `Chunk and converse stand side by side`() {
    var ledger = Ledger(sources: 1)
    ledger.pass(0, .deduplicate, 3)
    ledger.pass(0, .converse, 2)
    ledger.reject(0, .converse, "no_agent_turn")
    ledger.pass(0, .chunk, 3)
    ledger.pass(0, .write, 3)
    let stages: [Stage] = [.deduplicate, .converse, .chunk, .write]
    #expect(ledger.imbalances(stages: stages, names: ["s"]).isEmpty)
  }
}
