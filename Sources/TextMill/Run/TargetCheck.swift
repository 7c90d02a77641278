internal import TextAlgorithms

/// Holds the rows of one target against its rules and limits. One instance a worker.
struct TargetCheck {
  private let rules: TargetRules
  private let limits: TargetLimits.Limits
  private let encoder: BytePairEncoder?

  /// `tokenizer` counts the tokens of rows that could be too long.
  init(_ target: WriteConfiguration.TrainingTarget, limits: TargetLimits, tokenizer: Tokenizer?) {
    rules = TargetRules(target: target)
    self.limits = limits.limits(of: target)
    encoder = tokenizer?.makeEncoder()
  }

  func violations(of row: UnsafeBufferPointer<UInt8>) -> [RuleViolation] {
    guard let value = try? JSONValue(parsing: row), value.members != nil else {
      return [RuleViolation("data_type", "the row is no object")]
    }
    return rules.violations(of: value) + sizes(of: value, bytes: row.count)
  }

  private func sizes(of row: JSONValue, bytes: Int) -> [RuleViolation] {
    var found: [RuleViolation] = []
    // No text has more tokens or characters than the row has bytes.
    if let most = limits.maxExampleCharacters, bytes > most {
      var count = 0
      TrainingTexts.forEach(row) { text, _ in count += text.unicodeScalars.count }
      if count > most {
        found.append(RuleViolation("character_limit", "\(count) characters, \(most) at most"))
      }
    }
    if let most = limits.maxExampleTokens, bytes > most, let encoder {
      var count = 0
      TrainingTexts.forEach(row) { text, _ in
        count += Array(text.utf8).withUnsafeBufferPointer { encoder.count($0) }
      }
      if count > most {
        found.append(
          RuleViolation(
            "token_limit", "\(count) tokens as textmill counts, \(most) at most", isWarning: true))
      }
    }
    return found
  }

  /// The rules of a whole file.
  func violations(bytes: Int, split: Split) -> [RuleViolation] {
    let most = split == .validation ? limits.maxValidationFileBytes : nil
    guard let most = most ?? limits.maxFileBytes, bytes > most else { return [] }
    return [RuleViolation("file_size_limit", "\(bytes) bytes, \(most) at most")]
  }

  /// The rules of a training set of so many examples.
  func violations(examples: Int) -> [RuleViolation] {
    if let fewest = limits.minExamples, examples < fewest {
      return [RuleViolation("too_few_examples", "\(examples), \(fewest) at least")]
    }
    if let most = limits.maxExamples, examples > most {
      return [RuleViolation("too_many_examples", "\(examples), \(most) at most")]
    }
    return []
  }
}
