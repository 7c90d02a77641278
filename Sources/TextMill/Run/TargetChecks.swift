/// The rules of all targets of a run's training data, for several threads.
struct TargetChecks: Sendable {
  let layout: TrainingLayout
  private let limits: TargetLimits
  private let tokenizer: Tokenizer?

  /// Loads the embedded vocabulary when a target has training data.
  init(layout: TrainingLayout, limits: TargetLimits) throws(TextMillError) {
    self.layout = layout
    self.limits = limits
    tokenizer = layout.targets.isEmpty ? nil : try Tokenizer(vocabulary: .embedded)
  }

  func check(of target: WriteConfiguration.TrainingTarget) -> TargetCheck {
    TargetCheck(target, limits: limits, tokenizer: tokenizer)
  }
}
