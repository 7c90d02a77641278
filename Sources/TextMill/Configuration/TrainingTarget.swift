extension WriteConfiguration {
  /// A format of training rows, by the name of the service or program that reads it.
  package enum TrainingTarget: String, CaseIterable, Sendable {
    case openaiChat = "openai-chat"
    case openaiPreference = "openai-preference"
    case trlMessages = "trl-messages"
    case trlPromptCompletion = "trl-prompt-completion"
    case trlPreference = "trl-preference"
    case trlUnpaired = "trl-unpaired"
    case bedrockConversation = "bedrock-conversation"
    case bedrockText = "bedrock-text"
    case claudeBedrock = "claude-bedrock"
    case together
    case llamaFactory = "llama-factory"
    case axolotl
    case text

    /// Whether every example makes a row; the others need a rejected answer or a rating.
    package var takesAll: Bool {
      switch self {
      case .openaiPreference, .trlPreference, .trlUnpaired: false
      default: true
      }
    }
  }
}

extension WriteConfiguration.Training {
  init(_ section: ConfigSection, resolve: (String) -> String) {
    self.init()
    let target: WriteConfiguration.TrainingTarget = section.word("target", default: .openaiChat)
    targets = [target]
    if section.has("targets"), !section.isNull("targets") {
      targets = section.words("targets", default: [])
      if targets.isEmpty {
        section.problem("targets", "names no target", "Name one, or drop the key.")
        targets = [target]
      }
      if Set(targets).count < targets.count {
        section.problem("targets", "names a target twice", "Name each once.")
      }
    } else {
      _ = section.node("targets")
      section.record("targets", .null)
    }
    limits = section.string("limits").map(resolve)
    compression = section.word("compression", default: .zstd)
    if targets.contains(.llamaFactory), compression != .none {
      section.problem(
        "compression", "is \(compression.rawValue), which LLaMA-Factory doesn't read",
        "Use compression: none.")
    }
  }
}
