internal import TextAlgorithms

/// The published rules of the OpenAI chat fine-tuning format, under the service's own error names.
enum ChatRules {
  private static let messageKeys: Set<String> = [
    "role", "content", "name", "function_call", "weight", "tool_calls", "tool_call_id",
  ]
  private static let roles: Set<String> = ["system", "user", "assistant", "function", "tool"]

  /// Each rule that a row breaks, with what breaks it.
  static func violations(of row: UnsafeBufferPointer<UInt8>) -> [(rule: String, detail: String)] {
    guard let value = try? JSONValue(parsing: row), let members = value.members else {
      return [("data_type", "the row is no object")]
    }
    var found: [(rule: String, detail: String)] = []
    for member in members
    where !["messages", "tools", "parallel_tool_calls"].contains(member.key) {
      found.append(("example_unrecognized_key", "\"\(member.key)\""))
    }
    guard let messages = value["messages"]?.array, !messages.isEmpty else {
      return found + [("missing_messages_list", "no messages")]
    }
    for (index, message) in messages.enumerated() { check(message, index, &found) }
    if !messages.contains(where: { $0["role"]?.string == "assistant" }) {
      found.append(("example_missing_assistant_message", "no message to learn"))
    }
    if messages.last?["role"]?.string != "assistant" {
      found.append(("last_message_not_assistant", "the last message is another's"))
    }
    return found
  }

  private static func check(
    _ message: JSONValue, _ index: Int, _ found: inout [(rule: String, detail: String)]
  ) {
    let place = "message \(index + 1)"
    if message["role"] == nil || message["content"] == nil {
      found.append(("message_missing_key", place))
    }
    for member in message.members ?? [] where !messageKeys.contains(member.key) {
      found.append(("message_unrecognized_key", "\(place): \"\(member.key)\""))
    }
    if !roles.contains(message["role"]?.string ?? "") { found.append(("unrecognized_role", place)) }
    if (message["content"]?.string ?? "").isEmpty, message["function_call"] == nil {
      found.append(("missing_content", place))
    }
    if let weight = message["weight"] {
      let isSound = message["role"]?.string == "assistant" && (weight.int == 0 || weight.int == 1)
      if !isSound { found.append(("invalid_weight", place)) }
    }
  }
}
