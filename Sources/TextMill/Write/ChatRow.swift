internal import TextAlgorithms

/// Rows that hold a list of messages with roles, and nothing else, because services refuse a file with any
/// other key: OpenAI, Together, Hugging Face TRL, Axolotl, Claude on Bedrock.
enum ChatRow {
  /// How a message says whether it is learnt.
  enum Flag {
    case none
    /// `weight` 0 or 1 at each turn of the assistant.
    case weight
    /// `train`, true or false, at each turn.
    case train
  }

  /// Appends `{"messages": [...]}` with its line end.
  static func append(_ example: TrainingExample, flag: Flag, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendKey("messages")
    append(example.turns, flag: flag, to: &out)
    out.appendASCII("}\n")
  }

  /// Appends `{"system": "...", "messages": [...]}`; without a system turn there is no such key.
  static func appendClaude(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    if let system = example.system { out.appendMember("system", system) }
    out.appendKey("messages")
    append(example.dialogue, flag: .none, to: &out)
    out.appendASCII("}\n")
  }

  /// Appends turns as an array of messages.
  static func append(
    _ turns: some Sequence<Turn>, flag: Flag = .none, to out: inout [UInt8]
  ) {
    out.append(0x5B)
    for (index, turn) in turns.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("role", turn.role.rawValue)
      out.appendMember("content", turn.text)
      switch flag {
      case .none: break
      case .weight:
        if turn.role == .assistant { out.appendMember("weight", turn.isLearnt ? 1 : 0) }
      case .train:
        out.appendKey("train")
        if turn.isLearnt { out.appendASCII("true") } else { out.appendASCII("false") }
      }
      out.append(0x7D)
    }
    out.append(0x5D)
  }
}

extension TrainingExample {
  /// The text of the system turn.
  var system: [UInt8]? { turns.first?.role == .system ? turns[0].text : nil }
  /// The turns of user and assistant.
  var dialogue: ArraySlice<Turn> { turns.drop { $0.role == .system } }
  /// Everything before the last turn.
  var prompt: ArraySlice<Turn> { turns.dropLast() }
}
