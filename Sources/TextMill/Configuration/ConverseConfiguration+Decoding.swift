internal import TextAlgorithms

extension ConverseConfiguration {
  /// `name` is the run's; `sources` say which metadata fields documents can have.
  init(_ section: ConfigSection, name: String, sources: [SourceOptions]) {
    self.init()
    system = section.string("system")
    var variables: [String: String] = [:]
    if let node = section.node("variables") {
      if case .mapping(let entries) = node.value {
        for entry in entries {
          if case .scalar(let text, _) = entry.node.value { variables[entry.key] = text }
        }
        section.record(
          "variables",
          .object(entries.map { .init(key: $0.key, value: .string(variables[$0.key] ?? "")) }))
      } else {
        section.problem("variables", "is \(node.kind)", "Write a mapping of names and texts.")
      }
    }
    // The run is named after the shop where nothing else says what it is called.
    if variables["shop"] == nil { variables["shop"] = name }
    learn = section.word("learn", default: .agents)
    opening = section.word("opening", default: .drop)
    bots = section.word("bots", default: .leaveOut)
    examples = section.word("examples", default: .conversation)
    maxTokens = section.int("max_tokens", default: 4096, in: 16...10_000_000) ?? 4096
    quality = section.section("quality", Quality.init) ?? Quality()
    rating = section.string("rating")
    rejected = section.string("rejected")
    botDrafts = section.bool("bot_drafts", default: true)
    if opening == .context, system == nil {
      section.problem(
        "opening", "is context, and there is no system message that could hold it", "Add system.")
    }
    fillSystem(section, variables, sources)
  }

  /// Puts the variables' values for `{{name}}` in the system prompt; what is left must be a field.
  private mutating func fillSystem(
    _ section: ConfigSection, _ variables: [String: String], _ sources: [SourceOptions]
  ) {
    guard let system else { return }
    let fields = Set(sources.flatMap(\.metadataFields))
    var prompt = SystemPrompt(system)
    prompt.fill(variables)
    self.system = prompt.template
    for name in prompt.names where !fields.contains(name) {
      section.problem(
        "system", "names {{\(name)}}, which has no value",
        "Add \"variables: { \(name): … }\" to converse, or \(name) to a source's metadata.")
    }
  }
}

extension ConverseConfiguration.Quality {
  init(_ section: ConfigSection) {
    self.init()
    solved = section.bool("solved", default: false)
    minRating = section.optionalDouble("min_rating", in: 1...5)
    humanAgent = section.bool("human_agent", default: false)
    minWords = section.int("min_words", default: 0, in: 0...1_000_000) ?? 0
    minTurns = section.int("min_turns", default: 0, in: 0...1_000_000) ?? 0
  }
}

extension SourceOptions {
  /// The metadata fields that documents of this source can have.
  var metadataFields: [String] {
    switch reader {
    case .jsonl, .csv: fields.metadata
    default: fields.metadata + ["tags", "status", "priority", "type", "channel", "satisfaction"]
    }
  }
}

extension ConfigSection {
  /// A number, or nil when the key is missing or null.
  func optionalDouble(_ key: String, in range: ClosedRange<Double>) -> Double? {
    if !has(key) || isNull(key) {
      _ = node(key)
      record(key, .null)
      return nil
    }
    return double(key, default: range.lowerBound, in: range)
  }
}
