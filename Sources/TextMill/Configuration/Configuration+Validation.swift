extension Configuration {
  /// Notes combinations that can't work, after every key was read.
  func validate(_ root: ConfigSection) {
    if sources.isEmpty, !root.has("sources") {
      root.problem("sources", "is missing", "Add a list of sources.")
    } else if sources.isEmpty {
      root.problem("sources", "is empty", "Add a source.")
    }
    var names: Set<String> = []
    for (index, source) in sources.enumerated() {
      let key = "sources[\(index)]"
      let legal = source.name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
          || $0 == 0x2E
      }
      if !source.name.isEmpty, !legal {
        root.problem(
          key, "has the name \"\(source.name)\"", "Use letters, digits, '-', '_' and '.' only.")
      }
      if !names.insert(source.name).inserted, !source.name.isEmpty {
        root.problem(key, "repeats the name \"\(source.name)\"", "Give each source its own name.")
      }
    }
    validateStages(root)
  }

  private func validateStages(_ root: ConfigSection) {
    if write.documents == nil, write.training == nil, write.retrieval == nil {
      root.problem("write", "names no dataset", "Add documents, training or retrieval to write.")
    }
    if write.training != nil, converse == nil {
      root.problem("write.training", "needs converse", "Add \"converse: {}\".")
    }
    if converse != nil, write.training == nil {
      root.problem("converse", "makes examples that nothing writes", "Add write.training.")
    }
    if write.retrieval != nil, chunk == nil {
      root.problem("write.retrieval", "needs chunk", "Add \"chunk: { max_tokens: 512 }\".")
    }
    if chunk != nil, write.retrieval == nil {
      root.problem("chunk", "makes chunks that nothing writes", "Add write.retrieval.")
    }
    if tokenize == nil, chunk != nil || converse != nil {
      root.problem(
        chunk != nil ? "chunk" : "converse", "counts tokens and needs tokenize",
        "Add \"tokenize: { vocabulary: embedded }\".")
    }
    if let chunk, chunk.overlap * 2 > chunk.maxTokens {
      root.problem("chunk", "has an overlap of over half of max_tokens", "Make overlap smaller.")
    }
    if let split {
      if write.training == nil {
        root.problem("split", "divides training data that nothing writes", "Add write.training.")
      }
      if split.time == .newest, split.validation + split.test == 0 {
        root.problem("split", "goes by time without shares", "Give test or validation a share.")
      }
      if split.validation + split.test >= 0.95 {
        root.problem("split", "leaves under 5 % for training", "Make validation and test smaller.")
      }
      if split.by.contains(.cluster), deduplicate?.near == nil {
        root.problem(
          "split", "goes by cluster without near-duplicates",
          "Add deduplicate.near, or drop cluster.")
      }
    }
    if let deduplicate, !deduplicate.exact, deduplicate.near == nil,
      deduplicate.repeatedBlocks == nil
    {
      root.problem(
        "deduplicate", "does nothing",
        "Set exact to true, add near or repeated_blocks, or drop the stage.")
    }
  }
}
