internal import TextAlgorithms

/// The published rules of a training target for one row.
struct TargetRules {
  let target: WriteConfiguration.TrainingTarget

  /// The rules of OpenAI's chat format, whose messages may also call functions.
  private static let openAI = MessageRules(
    keys: ["role", "content", "name", "function_call", "weight", "tool_calls", "tool_call_id"],
    roles: ["system", "user", "assistant", "function", "tool", "developer"])
  private static let strict = MessageRules(alternates: true)
  private static let dialogue = MessageRules(roles: ["user", "assistant"], alternates: true)
  private static let prompt = MessageRules(endsWithAssistant: false, name: "prompt message")

  /// The rules of one answer in a list of its own.
  private static func answer(_ name: String) -> MessageRules {
    MessageRules(roles: ["assistant"], name: "\(name) message")
  }

  /// Each rule that a row breaks, with what breaks it. Linear.
  func violations(of row: UnsafeBufferPointer<UInt8>) -> [RuleViolation] {
    guard let value = try? JSONValue(parsing: row), value.members != nil else {
      return [RuleViolation("data_type", "the row is no object")]
    }
    return violations(of: value)
  }

  func violations(of row: JSONValue) -> [RuleViolation] {
    switch target {
    case .openaiChat:
      return extra(row, ["messages", "tools", "parallel_tool_calls", "functions"])
        + TargetRules.openAI.violations(of: row["messages"])
    case .openaiPreference: return openAIPreference(row)
    case .trlMessages:
      return extra(row, ["messages"]) + MessageRules().violations(of: row["messages"])
    case .trlPromptCompletion, .trlUnpaired:
      var found = keys(row, ["prompt", "completion"] + (target == .trlUnpaired ? ["label"] : []))
      found += TargetRules.prompt.violations(of: row["prompt"])
      found += TargetRules.answer("completion").violations(of: row["completion"])
      if target == .trlUnpaired, row["label"]?.bool == nil {
        found.append(RuleViolation("invalid_label", "neither true nor false"))
      }
      return found
    case .trlPreference:
      return keys(row, ["prompt", "chosen", "rejected"])
        + TargetRules.prompt.violations(of: row["prompt"])
        + TargetRules.answer("chosen").violations(of: row["chosen"])
        + TargetRules.answer("rejected").violations(of: row["rejected"])
    case .bedrockConversation: return bedrock(row)
    case .bedrockText:
      return keys(row, ["prompt", "completion"]) + texts(row, ["prompt", "completion"])
    case .claudeBedrock:
      return extra(row, ["system", "messages"])
        + TargetRules.dialogue.violations(of: row["messages"])
        + (row["system"].map { _ in texts(row, ["system"]) } ?? [])
    case .together:
      var rules = TargetRules.strict
      rules.keys.insert("weight")
      return extra(row, ["messages"]) + rules.violations(of: row["messages"])
    case .llamaFactory: return shareGPT(row)
    case .axolotl:
      var rules = MessageRules()
      rules.keys.insert("train")
      return extra(row, ["messages"]) + rules.violations(of: row["messages"])
    case .text: return keys(row, ["text"]) + texts(row, ["text"])
    }
  }

  private func extra(_ row: JSONValue, _ known: [String]) -> [RuleViolation] {
    (row.members ?? []).filter { !known.contains($0.key) }
      .map { RuleViolation("example_unrecognized_key", "\"\($0.key)\"") }
  }

  private func keys(_ row: JSONValue, _ known: [String]) -> [RuleViolation] {
    extra(row, known)
      + known.filter { row[$0] == nil }.map { RuleViolation("example_missing_key", "\"\($0)\"") }
  }

  private func texts(_ row: JSONValue, _ names: [String]) -> [RuleViolation] {
    names.filter { (row[$0]?.string ?? "").allSatisfy(\.isWhitespace) }
      .map { RuleViolation("missing_content", "\"\($0)\"") }
  }

  private func openAIPreference(_ row: JSONValue) -> [RuleViolation] {
    let input = row["input"] ?? .null
    var found = keys(row, ["input", "preferred_output", "non_preferred_output"])
    found += extra(input, ["messages", "tools", "parallel_tool_calls"])
    found += TargetRules.prompt.violations(of: input["messages"])
    for name in ["preferred_output", "non_preferred_output"] where row[name] != nil {
      found += TargetRules.answer(name).violations(of: row[name])
    }
    return found
  }

  private func bedrock(_ row: JSONValue) -> [RuleViolation] {
    var found = extra(row, ["schemaVersion", "system", "messages"])
    if row["schemaVersion"]?.string != BedrockRow.schemaVersion {
      found.append(RuleViolation("invalid_schema_version", "isn't \(BedrockRow.schemaVersion)"))
    }
    func joined(_ content: JSONValue?) -> JSONValue? {
      guard let blocks = content?.array else { return nil }
      let isSound = blocks.allSatisfy { $0.members?.map(\.key) == ["text"] }
      return isSound ? .string(blocks.compactMap { $0["text"]?.string }.joined()) : nil
    }
    if let system = row["system"], (joined(system)?.string ?? "").isEmpty {
      found.append(RuleViolation("missing_content", "\"system\""))
    }
    // The texts of a content's blocks stand for it, so that the rules of messages hold.
    let messages = row["messages"]?.array?.map { message in
      JSONValue.object(
        (message.members ?? []).map { member in
          member.key == "content"
            ? .init(key: "content", value: joined(member.value) ?? .null) : member
        })
    }
    return found + TargetRules.dialogue.violations(of: messages.map { .array($0) })
  }

  private func shareGPT(_ row: JSONValue) -> [RuleViolation] {
    let names = ["human": "user", "gpt": "assistant"]
    let messages = row["conversations"]?.array?.map { message in
      JSONValue.object(
        (message.members ?? []).map { member in
          switch member.key {
          case "from":
            return .init(
              key: "role",
              value: member.value.string.flatMap { names[$0] }.map { .string($0) } ?? .null)
          case "value": return .init(key: "content", value: member.value)
          default: return member
          }
        })
    }
    return extra(row, ["conversations", "system", "tools"])
      + TargetRules.dialogue.violations(of: messages.map { .array($0) })
  }
}
