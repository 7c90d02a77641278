internal import TextAlgorithms

/// The texts of a training row, whatever its target.
enum TrainingTexts {
  private static let texts: Set<String> = ["content", "value", "text", "prompt", "completion"]
  private static let inner: Set<String> = [
    "messages", "conversations", "content", "prompt", "completion", "chosen", "rejected", "input",
    "preferred_output", "non_preferred_output", "system",
  ]

  /// Calls `body` with each text, and whether it is of the system message. Linear.
  static func forEach(
    _ value: JSONValue, isSystem: Bool = false,
    _ body: (_ text: String, _ isSystem: Bool) throws -> Void
  ) rethrows {
    switch value {
    case .array(let values):
      for value in values { try forEach(value, isSystem: isSystem, body) }
    case .object(let members):
      let speaker = value["role"]?.string ?? value["from"]?.string
      let isSystem = isSystem || speaker == "system"
      for member in members {
        let isItsMessage = isSystem || member.key == "system"
        if case .string(let text) = member.value {
          if texts.contains(member.key) || member.key == "system" { try body(text, isItsMessage) }
        } else if inner.contains(member.key) {
          try forEach(member.value, isSystem: isItsMessage, body)
        }
      }
    default: break
    }
  }
}
