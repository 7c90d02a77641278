internal import TextAlgorithms

/// The configured list of filters; the first that fails decides. One for each worker.
package struct FilterChain {
  package let rules: [FilterRule]
  private var counter = RepetitionCounter()

  package init(rules: [FilterRule]) { self.rules = rules }

  /// Whether a filter looks for what programs wrote.
  package var judgesMessages: Bool { automation != nil }

  private var automation: AutomationFilter? {
    for case .automation(let filter) in rules { return filter }
    return nil
  }

  /// Whether a message of a conversation was written by a program, by what it says.
  package func isAutomatic(_ message: [UInt8]) -> Bool {
    automation?.judgesAutomatic(message) ?? false
  }

  /// Judges a document; a language filter on the way notes a reliable answer in `subject.language`.
  package mutating func judge(_ subject: inout FilterSubject) -> FilterVerdict {
    for rule in rules {
      let verdict: FilterVerdict
      switch rule {
      case .length(let filter): verdict = filter.judge(subject)
      case .language(let filter):
        let detected = DetectedLanguage(of: subject.text)
        verdict = filter.judge(subject, detected: detected)
        if detected.isReliable { subject.language = detected.code }
      case .repetition(let filter): verdict = filter.judge(subject, counter: &counter)
      case .automation(let filter): verdict = filter.judge(subject)
      }
      if verdict != .keep { return verdict }
    }
    return .keep
  }
}
