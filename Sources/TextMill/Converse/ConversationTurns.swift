internal import TextAlgorithms

/// The messages of a conversation as turns in alternation, the first by the customer, the last by an agent.
///
/// Internal notes, system events and automatic messages stay out; consecutive messages of a side become
/// one turn; what stands behind the last agent's turn is left out. Linear.
struct ConversationTurns {
  /// A turn with what is known of it.
  struct Item {
    var turn: Turn
    var isBot = false
    /// What a bot answered to the same turns before the agent did.
    var draft: [UInt8]?
  }

  private(set) var items: [Item] = []
  /// What agents wrote before the customer did.
  private(set) var opening: [UInt8] = []

  /// `keepsBots`: answers of bots that no agent's followed become turns too.
  init(_ messages: [Message], keepsBots: Bool) {
    var draft: [UInt8] = []
    for message in messages
    where message.visibility == .public && !message.isAutomatic && !ASCIISpace.isAll(message.text) {
      switch message.role {
      case .system: continue
      case .customer:
        draft = []
        add(message.text, .user)
      case .bot:
        if keepsBots {
          addBot(message.text)
        } else if items.last?.turn.role == .user {
          ConversationTurns.join(message.text, to: &draft)
        }
      case .agent:
        if let last = items.last, last.isBot {
          items[items.count - 1] = Item(
            turn: Turn(role: .assistant, text: message.text), draft: last.turn.text)
        } else {
          let begins = items.last?.turn.role == .user
          add(message.text, .assistant)
          if begins, !draft.isEmpty { items[items.count - 1].draft = draft }
        }
        draft = []
      }
    }
    if let first = items.first, first.turn.role == .assistant {
      opening = first.turn.text
      items.removeFirst()
    }
    while let last = items.last, last.turn.role == .user || last.isBot { items.removeLast() }
  }

  private mutating func add(_ text: [UInt8], _ role: Turn.Role) {
    if let last = items.last, last.turn.role == role, !last.isBot {
      ConversationTurns.join(text, to: &items[items.count - 1].turn.text)
    } else {
      items.append(Item(turn: Turn(role: role, text: text)))
    }
  }

  private mutating func addBot(_ text: [UInt8]) {
    if let last = items.last, last.turn.role == .assistant {
      // Behind an agent's answer bots only say good-bye.
      if last.isBot { ConversationTurns.join(text, to: &items[items.count - 1].turn.text) }
    } else {
      items.append(Item(turn: Turn(role: .assistant, text: text), isBot: true))
    }
  }

  private static func join(_ text: [UInt8], to out: inout [UInt8]) {
    if !out.isEmpty { out += [0x0A, 0x0A] }
    out += text
  }
}
