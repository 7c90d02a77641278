internal import TextAlgorithms

/// Rows of Amazon Bedrock's conversation schema.
enum BedrockRow {
  static let schemaVersion = "bedrock-conversation-2024"

  /// `{"schemaVersion", "system": [{"text"}], "messages": [{"role", "content": [{"text"}]}]}`; without a
  /// system turn there is no such key.
  static func append(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendMember("schemaVersion", schemaVersion)
    if let system = example.system {
      out.appendKey("system")
      append(system, to: &out)
    }
    out.appendKey("messages")
    out.append(0x5B)
    for (index, turn) in example.dialogue.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("role", turn.role.rawValue)
      out.appendKey("content")
      append(turn.text, to: &out)
      out.append(0x7D)
    }
    out.appendASCII("]}\n")
  }

  private static func append(_ text: [UInt8], to out: inout [UInt8]) {
    out.appendASCII("[{")
    out.appendMember("text", text)
    out.appendASCII("}]")
  }
}
