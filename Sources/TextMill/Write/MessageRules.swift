internal import TextAlgorithms

/// The rules of a list of messages: keys, roles, contents, order. Error names are those of OpenAI's
/// cookbook ("Data preparation and analysis for chat model fine-tuning") where it has one.
struct MessageRules {
  var keys: Set<String> = ["role", "content"]
  var roles: Set<String> = ["system", "user", "assistant"]
  /// User and assistant alternate, behind an optional system message.
  var alternates = false
  /// The last message is the assistant's.
  var endsWithAssistant = true
  /// The name of the list, which details begin with.
  var name = "message"

  /// Each rule that the list breaks.
  func violations(of list: JSONValue?) -> [RuleViolation] {
    guard let messages = list?.array, !messages.isEmpty else {
      return [RuleViolation("missing_messages_list", "no messages")]
    }
    var found: [RuleViolation] = []
    for (index, message) in messages.enumerated() {
      check(message, "\(name) \(index + 1)", &found)
    }
    let roles = messages.map { $0["role"]?.string ?? "" }
    if endsWithAssistant, !roles.contains("assistant") {
      found.append(RuleViolation("example_missing_assistant_message", "no message to learn"))
    }
    if endsWithAssistant, roles.last != "assistant" {
      found.append(RuleViolation("last_message_not_assistant", "the last message is another's"))
    }
    if alternates {
      let dialogue = roles.first == "system" ? roles.dropFirst() : roles[...]
      if dialogue.first != "user" {
        found.append(RuleViolation("first_message_not_user", "the first message is another's"))
      }
      for (place, (one, next)) in zip(dialogue, dialogue.dropFirst()).enumerated()
      where one == next {
        found.append(
          RuleViolation("roles_not_alternating", "\(name)s \(place + 1) and \(place + 2)"))
      }
    }
    return found
  }

  private func check(_ message: JSONValue, _ place: String, _ found: inout [RuleViolation]) {
    guard let members = message.members else {
      return found.append(RuleViolation("data_type", "\(place) is no object"))
    }
    if message["role"] == nil || message["content"] == nil {
      found.append(RuleViolation("message_missing_key", place))
    }
    for member in members where !keys.contains(member.key) {
      found.append(RuleViolation("message_unrecognized_key", "\(place): \"\(member.key)\""))
    }
    let role = message["role"]?.string ?? ""
    if !roles.contains(role) { found.append(RuleViolation("unrecognized_role", place)) }
    let calls =
      keys.contains("function_call") ? message["function_call"] ?? message["tool_calls"] : nil
    if (message["content"]?.string ?? "").isEmpty, calls == nil {
      found.append(RuleViolation("missing_content", place))
    }
    if keys.contains("weight"), let weight = message["weight"] {
      let isSound = role == "assistant" && (weight.int == 0 || weight.int == 1)
      if !isSound { found.append(RuleViolation("invalid_weight", place)) }
    }
    if keys.contains("train"), let train = message["train"], train.bool == nil {
      found.append(RuleViolation("invalid_train", place))
    }
  }
}
