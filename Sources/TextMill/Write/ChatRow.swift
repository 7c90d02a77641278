internal import TextAlgorithms

/// Rows of the OpenAI chat format: `{"messages": [{"role", "content", "weight"?}]}` and nothing else,
/// because the service refuses a file with any other key.
enum ChatRow {
  /// Appends the row with its line end. `weight: 0` stands on assistant turns that aren't learnt.
  static func append(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendKey("messages")
    out.append(0x5B)
    for (index, turn) in example.turns.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("role", turn.role.rawValue)
      out.appendMember("content", turn.text)
      if turn.role == .assistant, !turn.isLearnt { out.appendMember("weight", 0) }
      out.append(0x7D)
    }
    out.append(0x5D)
    out.append(0x7D)
    out.append(0x0A)
  }
}
