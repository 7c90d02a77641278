import Testing

@testable import TextMill

@Suite struct ExampleMakerTests {
  /// A token a byte.
  static func count(_ text: [UInt8]) -> Int { text.count }

  static func make(
    _ messages: [Message], title: String? = nil, limit: Int = 1 << 30, system: String? = nil,
    learn: ConverseConfiguration.Learn = .agents
  ) -> Result<TrainingExample, ExampleMaker.Refusal> {
    var options = ConverseConfiguration()
    options.maxTokens = limit
    options.system = system
    options.learn = learn
    return ExampleMaker(options).make(title: title, messages: messages, count: count).map { $0[0] }
  }

  /// Messages whose texts are numbers, so that each can be found again.
  static func messages(_ random: inout SeededGenerator) -> [Message] {
    (0..<Int.random(in: 0...14, using: &random)).map { number in
      let role: Message.Role =
        [.customer, .customer, .agent, .agent, .bot, .system].randomElement(using: &random)!
      let text = random.next() % 9 == 0 ? " \n" : "message \(100 + number)"
      return Message(
        role: role, text: Array(text.utf8),
        visibility: random.next() % 5 == 0 ? .internal : .public,
        isAutomatic: random.next() % 5 == 0)
    }
  }

  static func isHuman(_ message: Message) -> Bool {
    (message.role == .customer || message.role == .agent) && message.visibility == .public
      && !message.isAutomatic && message.text.starts(with: "message".utf8)
  }

  @Test func `Turns alternate from the user to the assistant and hold people's messages alone`() {
    var random = SeededGenerator(seed: 31)
    var made = 0
    for _ in 0..<2_000 {
      let messages = Self.messages(&random)
      guard case .success(let example) = Self.make(messages) else {
        // Refused only when no agent answers a customer.
        let people = messages.filter(Self.isHuman)
        let first = people.firstIndex { $0.role == .customer } ?? people.endIndex
        #expect(!people[first...].contains { $0.role == .agent })
        continue
      }
      made += 1
      for (index, turn) in example.turns.enumerated() {
        #expect(turn.role == (index % 2 == 0 ? .user : .assistant))
        #expect(turn.isLearnt == (turn.role == .assistant))
      }
      #expect(example.turns.last?.role == .assistant && example.droppedTurns == 0)
      // What is inside is a run of the people's messages, in order, each whole and once.
      let people = messages.filter(Self.isHuman)
      let kept = people.drop { $0.role == .agent }.reversed().drop { $0.role == .customer }
        .reversed()
      let parts = example.turns.flatMap { turn in
        String(decoding: turn.text, as: UTF8.self).split(separator: "\n\n").map(String.init)
      }
      #expect(parts == kept.map { String(decoding: $0.text, as: UTF8.self) })
    }
    #expect(made > 300)
  }

  @Test func `Over the limit whole exchanges go, oldest first, and no more than must`() {
    var random = SeededGenerator(seed: 32)
    var shortened = 0
    for _ in 0..<2_000 {
      let messages = Self.messages(&random)
      guard case .success(let whole) = Self.make(messages, system: "Be kind.") else { continue }
      let limit = Int.random(in: 30...whole.tokens, using: &random)
      switch Self.make(messages, limit: limit, system: "Be kind.") {
      case .success(let example):
        #expect(example.tokens <= limit && example.droppedTurns % 2 == 0)
        #expect(example.turns.first == whole.turns.first)
        #expect(example.turns.dropFirst() == whole.turns.dropFirst(1 + example.droppedTurns))
        let dropped = whole.turns.dropFirst().prefix(example.droppedTurns)
        func size(_ turns: some Sequence<Turn>) -> Int {
          turns.reduce(0) { $0 + $1.text.count + ExampleMaker.tokensPerMessage }
        }
        #expect(example.tokens == size(example.turns) + ExampleMaker.tokensPerMessage)
        if example.droppedTurns > 0 {
          shortened += 1
          #expect(example.tokens + size(dropped.suffix(2)) > limit)
        }
      case .failure(let refusal):
        let last = whole.turns.suffix(2).reduce(0) { $0 + $1.text.count }
        #expect(refusal.reason == "too_long")
        #expect(last + "Be kind.".utf8.count + 4 * ExampleMaker.tokensPerMessage > limit)
      }
    }
    #expect(shortened > 50)
  }

  @Test func `The title stands before the first turn once`() throws {
    let messages = [
      Message(role: .customer, text: Array("Where is it?".utf8)),
      Message(role: .agent, text: Array("Here.".utf8)),
    ]
    let titled = try Self.make(messages, title: "My order").get()
    #expect(titled.turns[0].text == Array("My order\n\nWhere is it?".utf8))
    #expect(try Self.make(messages, title: "Where").get().turns == Self.make(messages).get().turns)
  }

  @Test func `Only the last answer is learnt where asked for`() throws {
    let messages = (0..<6).map {
      Message(role: $0 % 2 == 0 ? .customer : .agent, text: Array("\($0)".utf8))
    }
    let example = try Self.make(messages, learn: .lastAgent).get()
    #expect(example.turns.map(\.isLearnt) == [false, false, false, false, false, true])
  }

  @Test func `A refusal says who is missing`() {
    let agent = Message(role: .agent, text: [0x61])
    let customer = Message(role: .customer, text: [0x62])
    #expect(Self.make([agent]) == .failure(.noCustomerTurn))
    #expect(Self.make([]) == .failure(.noCustomerTurn))
    #expect(Self.make([agent, customer]) == .failure(.noAgentTurn))
  }
}
