internal import TextAlgorithms

/// Rows that part the last answer from what it answers: prompt and completion, preferences, labels.
enum PromptRow {
  /// `{"prompt": [...], "completion": [...]}`, with `"label"` where the answer was rated.
  static func append(_ example: TrainingExample, label: Bool? = nil, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendKey("prompt")
    ChatRow.append(example.prompt, to: &out)
    out.appendKey("completion")
    ChatRow.append(example.turns.suffix(1), to: &out)
    if let label {
      out.appendKey("label")
      if label { out.appendASCII("true") } else { out.appendASCII("false") }
    }
    out.appendASCII("}\n")
  }

  /// `{"prompt": [...], "chosen": [...], "rejected": [...]}`.
  static func appendPreference(
    _ example: TrainingExample, rejected: [UInt8], to out: inout [UInt8]
  ) {
    out.append(0x7B)
    out.appendKey("prompt")
    ChatRow.append(example.prompt, to: &out)
    out.appendKey("chosen")
    ChatRow.append(example.turns.suffix(1), to: &out)
    out.appendKey("rejected")
    ChatRow.append([Turn(role: .assistant, text: rejected)], to: &out)
    out.appendASCII("}\n")
  }

  /// `{"input": {"messages": [...]}, "preferred_output": [...], "non_preferred_output": [...]}`.
  static func appendOpenAIPreference(
    _ example: TrainingExample, rejected: [UInt8], to out: inout [UInt8]
  ) {
    out.appendASCII("{\"input\":{\"messages\":")
    ChatRow.append(example.prompt, to: &out)
    out.append(0x7D)
    out.appendKey("preferred_output")
    ChatRow.append(example.turns.suffix(1), to: &out)
    out.appendKey("non_preferred_output")
    ChatRow.append([Turn(role: .assistant, text: rejected)], to: &out)
    out.appendASCII("}\n")
  }
}
