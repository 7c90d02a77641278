internal import TextAlgorithms

/// Rows of one text, or of a prompt and a completion, in which labels say who speaks.
enum TextRow {
  /// `{"text": "..."}`: the system message, then `User:` and `Assistant:`.
  static func append(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendMember("text", render(example.turns, assistant: "Assistant: "))
    out.appendASCII("}\n")
  }

  /// `{"prompt": "...", "completion": "..."}`: the prompt ends in `Bot:`, as Amazon's models know it.
  static func appendPrompt(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    let prompt = render(example.prompt, assistant: "Bot: ") + Array("\n\nBot:".utf8)
    out.appendMember("prompt", prompt)
    out.appendMember("completion", [0x20] + (example.turns.last?.text ?? []))
    out.appendASCII("}\n")
  }

  private static func render(_ turns: some Sequence<Turn>, assistant: String) -> [UInt8] {
    var text: [UInt8] = []
    for turn in turns {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      switch turn.role {
      case .system: break
      case .user: text += "User: ".utf8
      case .assistant: text += assistant.utf8
      }
      text += turn.text
    }
    return text
  }
}
