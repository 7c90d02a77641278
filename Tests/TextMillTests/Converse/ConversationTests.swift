import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct ConversationTests {
  static func message(_ role: Message.Role, _ text: String, isAutomatic: Bool = false) -> Message {
    Message(role: role, text: Array(text.utf8), isAutomatic: isAutomatic)
  }

  static func make(
    _ messages: [Message], _ metadata: [JSONValue.Member] = [],
    _ change: (inout ConverseConfiguration) -> Void
  ) -> Result<[TrainingExample], ExampleMaker.Refusal> {
    var options = ConverseConfiguration()
    change(&options)
    return ExampleMaker(options).make(title: nil, messages: messages, metadata: metadata) {
      $0.count
    }
  }

  static func texts(_ example: TrainingExample) -> [String] {
    example.turns.map { String(decoding: $0.text, as: UTF8.self) }
  }

  static func field(_ key: String, _ value: String) -> JSONValue.Member {
    .init(key: key, value: .string(value))
  }

  static let exchange = [message(.customer, "q"), message(.agent, "one two three")]

  @Test func `The agent's opening ends the system message where it is context`() throws {
    let messages =
      [Self.message(.agent, "Your parcel is late."), Self.message(.agent, "Sorry!")]
      + Self.exchange
    let kept = try Self.make(messages) {
      $0.system = "Help."
      $0.opening = .context
    }.get()[0]
    #expect(
      Self.texts(kept) == ["Help.\n\nYour parcel is late.\n\nSorry!", "q", "one two three"])
    let dropped = try Self.make(messages) { $0.system = "Help." }.get()[0]
    #expect(Self.texts(dropped) == ["Help.", "q", "one two three"])
  }

  @Test func `Bots are context that isn't learnt, and never the last turn`() throws {
    let messages = [
      Self.message(.customer, "a"), Self.message(.bot, "b"), Self.message(.customer, "c"),
      Self.message(.agent, "d"), Self.message(.customer, "e"), Self.message(.bot, "f"),
    ]
    let example = try Self.make(messages) { $0.bots = .context }.get()[0]
    #expect(Self.texts(example) == ["a", "b", "c", "d"])
    #expect(example.turns.map(\.isLearnt) == [false, false, false, true])
    let without = try Self.make(messages) { _ in }.get()[0]
    #expect(Self.texts(without) == ["a\n\nc", "d"])
  }

  @Test(arguments: ConverseConfiguration.Bots.allCases)
  func `A bot's answer that an agent's followed is the rejected one`(
    bots: ConverseConfiguration.Bots
  ) throws {
    let messages = [
      Self.message(.customer, "a"), Self.message(.bot, "draft"), Self.message(.agent, "answer"),
    ]
    let example = try Self.make(messages) { $0.bots = bots }.get()[0]
    #expect(Self.texts(example) == ["a", "answer"])
    #expect(example.rejected == Array("draft".utf8))
    #expect(try Self.make(messages) { $0.botDrafts = false }.get()[0].rejected == nil)
    let edited = try Self.make(messages, [Self.field("draft", "edited away")]) {
      $0.rejected = "draft"
    }
    #expect(try edited.get()[0].rejected == Array("edited away".utf8))
    // What is the same was not rejected.
    let same = try Self.make(messages, [Self.field("draft", "answer")]) { $0.rejected = "draft" }
    #expect(try same.get()[0].rejected == nil)
  }

  @Test func `Each answer makes an example of its own, with all turns before it that fit`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let messages = (0..<Int.random(in: 2...20, using: &random)).map { number in
        Self.message(
          [.customer, .agent].randomElement(using: &random)!,
          String(repeating: "x", count: Int.random(in: 1...9, using: &random)) + "\(number)")
      }
      guard case .success(let whole) = Self.make(messages, [], { _ in }) else { continue }
      let limit = Int.random(in: 40...120, using: &random)
      let made = Self.make(messages) {
        $0.examples = .agentTurn
        $0.maxTokens = limit
      }
      guard case .success(let examples) = made else { continue }
      for example in examples {
        let last = 2 * (example.number ?? 0)
        let turns = whole[0].turns[example.droppedTurns..<last]
        #expect(example.turns.map(\.text) == turns.map(\.text))
        #expect(example.turns.map(\.isLearnt).firstIndex(of: true) == example.turns.count - 1)
        let size = example.turns.reduce(3) { $0 + $1.text.count + 3 }
        #expect(example.tokens == size && size <= limit)
        if example.droppedTurns > 0 {
          let more = whole[0].turns[(example.droppedTurns - 2)..<example.droppedTurns]
          #expect(size + more.reduce(0) { $0 + $1.text.count + 3 } > limit)
        }
      }
    }
  }

  @Test func `The system message takes metadata, and a document without it is left out`() throws {
    let metadata = [
      Self.field("product_line", "lamps"),
      .init(key: "tags", value: .array([.string("a"), .int(2)])),
    ]
    let example = try Self.make(Self.exchange, metadata) {
      $0.system = "For {{product_line}}: {{ tags }}, {not} {{this"
    }.get()[0]
    #expect(Self.texts(example)[0] == "For lamps: a, 2, {not} {{this")
    let missing = Self.make(Self.exchange) { $0.system = "For {{product_line}}" }
    #expect(missing == .failure(.missingVariable(name: "product_line")))
  }

  @Test func `Quality gates say what they miss`() {
    func refusal(
      _ metadata: [JSONValue.Member], of messages: [Message] = Self.exchange,
      _ change: (inout ConverseConfiguration.Quality) -> Void
    ) -> String? {
      let made = Self.make(messages, metadata) { change(&$0.quality) }
      if case .failure(let refusal) = made { return refusal.reason }
      return nil
    }
    #expect(refusal([Self.field("status", "open")]) { $0.solved = true } == "not_solved")
    #expect(refusal([]) { $0.solved = true } == "not_solved")
    #expect(refusal([Self.field("status", "Closed")]) { $0.solved = true } == nil)
    #expect(refusal([Self.field("satisfaction", "bad")]) { $0.minRating = 3 } == "low_rating")
    #expect(refusal([Self.field("satisfaction", "good")]) { $0.minRating = 3 } == nil)
    #expect(refusal([]) { $0.minRating = 3 } == "no_rating")
    #expect(refusal([]) { $0.minWords = 4 } == "short_answer")
    #expect(refusal([]) { $0.minWords = 3 } == nil)
    #expect(refusal([]) { $0.minTurns = 3 } == "few_turns")
    let macro = [Self.message(.customer, "q"), Self.message(.agent, "macro", isAutomatic: true)]
    #expect(refusal([], of: macro) { $0.humanAgent = true } == "no_human_agent")
  }

  @Test(
    arguments: [
      ("good", 5), ("goodwithcomment", nil), ("good_with_comment", 5), ("Bad, I'm unsatisfied", 1),
      ("offered", nil), ("4", 4), ("okay", 3), ("not good", 1), ("103", nil), ("", nil),
    ] as [(String, Double?)])
  func `Ratings are read as helpdesks write them`(text: String, value: Double?) {
    #expect(Satisfaction.value(in: [Self.field("rating", text)], field: nil) == value)
  }
}
