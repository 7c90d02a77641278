package import TextAlgorithms

/// A configuration with everything that is wrong in it.
package struct ConfigurationErrors: Error, Sendable {
  /// The file as the caller named it.
  package let file: String
  package let problems: [ConfigurationProblem]

  /// One line a problem, in the order of the file.
  package var lines: [String] { problems.map { $0.line(file: file) } }
}

extension Configuration {
  /// Decodes YAML strictly: unknown keys, wrong types and impossible combinations are told all at once.
  ///
  /// `folder` is what relative paths stand for; `overrides` are `KEY.PATH=VALUE`, applied in their order;
  /// `environment` fills `${NAME}`.
  package init(
    yaml: String, file: String, folder: String, overrides: [String] = [],
    environment: [String: String] = [:]
  ) throws(ConfigurationErrors) {
    let problems = ProblemList()
    var root = ConfigNode(value: .null, line: 1)
    do throws(ConfigurationProblem) { root = try ConfigNode(yaml: yaml) } catch {
      throw ConfigurationErrors(file: file, problems: [error])
    }
    for override in overrides {
      guard let equals = override.firstIndex(of: "="), equals > override.startIndex else {
        problems.add("--set \(override)", 0, "has no \"=\"", "Write KEY.PATH=VALUE.")
        continue
      }
      let path = override[..<equals].split(separator: ".").map(String.init)
      do throws(ConfigurationProblem) {
        let text = String(override[override.index(after: equals)...])
        root.set(path[...], to: try ConfigNode(yaml: text, line: 0))
      } catch { problems.add([error]) }
    }
    var found: [ConfigurationProblem] = []
    root.substitute(environment: environment, problems: &found)
    problems.add(found)
    let section = ConfigSection(root, path: "", problems: problems)
    self.init()
    self.folder = folder
    decode(section)
    section.finish()
    validate(section)
    effective = .object(section.effective)
    if !problems.problems.isEmpty {
      throw ConfigurationErrors(file: file, problems: problems.problems)
    }
  }

  /// `path` as it can be opened: relative ones stand below the configuration's folder.
  package func resolve(_ path: String) -> String { Configuration.resolve(path, in: folder) }

  private static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") || folder == "." || folder.isEmpty ? path : "\(folder)/\(path)"
  }

  /// "configs/../runs" as "runs".
  private static func simplified(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/\(joined)" : (joined.isEmpty ? "." : joined)
  }

  private mutating func decode(_ root: ConfigSection) {
    if let version = root.int("version", default: nil, in: 1...1_000_000) {
      if version != 1 {
        root.problem("version", "is \(version)", "This textmill reads version 1.")
      }
    } else if !root.has("version") {
      root.problem("version", "is missing", "Add \"version: 1\".")
    }
    name = root.requiredString("name")
    output = Configuration.simplified(resolve(root.requiredString("output")))
    sources = root.sections("sources") { [folder] in SourceOptions($0, folder: folder) } ?? []
    let extract = root.section("extract") {
      (
        notes: $0.word("internal_notes", default: SourceOptions.InternalNotes.leaveOut),
        parser: $0.word("parser", default: PageParser.Kind.libxml2)
      )
    }
    for i in sources.indices {
      sources[i].internalNotes = extract?.notes ?? .leaveOut
      sources[i].parser = extract?.parser ?? .libxml2
    }
    trimReply = root.section("trim_reply", TrimReplyOptions.init(section:))
    if root.has("normalize"), !root.isNull("normalize") {
      normalize = root.words("normalize", default: NormalizationStep.defaults)
    } else {
      _ = root.node("normalize")
      root.record("normalize", .null)
    }
    redact = root.section("redact", RedactConfiguration.init)
    filter = root.filters("filter")
    decontaminate = root.section("decontaminate") { [folder] section in
      DecontaminateConfiguration(section) { Configuration.resolve($0, in: folder) }
    }
    deduplicate = root.section("deduplicate", DeduplicateOptions.init)
    chunk = root.section("chunk") { section in
      ChunkConfiguration(
        maxTokens: section.int("max_tokens", default: 512, in: 8...1_000_000) ?? 512,
        overlap: section.int("overlap", default: 0, in: 0...1_000_000) ?? 0,
        headings: section.word("headings", default: .metadata))
    }
    tokenize = root.section("tokenize") { section in
      let vocabulary = section.string("vocabulary", default: "embedded") ?? "embedded"
      return TokenizeConfiguration(
        vocabulary: vocabulary == "embedded" ? nil : resolve(vocabulary),
        pattern: section.string("pattern"))
    }
    converse = root.section("converse") { [name, sources] in
      ConverseConfiguration($0, name: name, sources: sources)
    }
    split = root.section("split") { [folder] section in
      SplitConfiguration(section) { Configuration.resolve($0, in: folder) }
    }
    write =
      root.section("write") { [folder] section in
        WriteConfiguration(section) { Configuration.resolve($0, in: folder) }
      } ?? WriteConfiguration()
    run =
      root.section("run") { section in
        RunConfiguration(
          partSize: (section.int("part_mib", default: 16, in: 1...1024) ?? 16) << 20,
          shardSize: (section.int("shard_mib", default: 32, in: 1...4096) ?? 32) << 20)
      } ?? RunConfiguration()
  }
}
