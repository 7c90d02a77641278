/// Rows of a training target.
struct TrainingRow {
  let target: WriteConfiguration.TrainingTarget
  /// Whether chat rows say which answers are learnt.
  let hasUnlearntTurns: Bool

  /// The rating from which an answer is a good one, and that to which it is a bad one.
  private static let good = 4.0
  private static let bad = 2.0

  /// Why the example makes no row of this target: nil when it does.
  static func refusal(
    of example: TrainingExample, for target: WriteConfiguration.TrainingTarget
  ) -> String? {
    switch target {
    case .openaiPreference, .trlPreference: example.rejected == nil ? "no_preference" : nil
    case .trlUnpaired: label(of: example) == nil ? "no_rating" : nil
    default: nil
    }
  }

  private static func label(of example: TrainingExample) -> Bool? {
    guard let rating = example.rating else { return nil }
    if rating >= good { return true }
    return rating <= bad ? false : nil
  }

  /// Appends the row with its line end. The example isn't refused.
  func append(_ example: TrainingExample, to out: inout [UInt8]) {
    let weight = hasUnlearntTurns ? ChatRow.Flag.weight : .none
    let rejected = example.rejected ?? []
    switch target {
    case .openaiChat, .together: ChatRow.append(example, flag: weight, to: &out)
    case .openaiPreference: PromptRow.appendOpenAIPreference(example, rejected: rejected, to: &out)
    case .trlMessages: ChatRow.append(example, flag: .none, to: &out)
    case .trlPromptCompletion: PromptRow.append(example, to: &out)
    case .trlPreference: PromptRow.appendPreference(example, rejected: rejected, to: &out)
    case .trlUnpaired: PromptRow.append(example, label: TrainingRow.label(of: example), to: &out)
    case .bedrockConversation: BedrockRow.append(example, to: &out)
    case .bedrockText: TextRow.appendPrompt(example, to: &out)
    case .claudeBedrock: ChatRow.appendClaude(example, to: &out)
    case .llamaFactory: ShareGPTRow.append(example, to: &out)
    case .axolotl: ChatRow.append(example, flag: .train, to: &out)
    case .text: TextRow.append(example, to: &out)
    }
  }
}
