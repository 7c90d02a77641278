internal import TextAlgorithms

extension SourceOptions {
  init(_ section: ConfigSection, folder: String) {
    let name = section.requiredString("name")
    var reader = Reader.jsonl
    if section.has("reader") {
      reader = section.word("reader", default: Reader.jsonl)
    } else {
      _ = section.node("reader")
      let words = Reader.allCases.map(\.rawValue).joined(separator: ", ")
      section.problem("reader", "is missing", "Add one of: \(words).")
    }
    let paths = section.strings("paths") ?? []
    if paths.isEmpty { section.problem("paths", "is missing", "List files or patterns.") }
    self.init(name: name, reader: reader, folder: folder, paths: paths)
    let isMapped = reader == .jsonl || reader == .csv
    if let mapping = section.section("fields", FieldMapping.init(section:)) {
      fields = mapping
      if !isMapped {
        section.problem(
          "fields", "stand at a \(reader.rawValue) source", "Only jsonl and csv take them.")
      }
    } else if isMapped {
      section.problem(
        "fields", "are missing",
        "Add \"fields: { id: …, text: … }\" for a \(reader.rawValue) source.")
    }
    includedStatuses = (section.section("include") { $0.strings("status") } ?? nil) ?? []
    baseURL = section.string("base_url")
    if baseURL != nil, !reader.takesBaseURL {
      section.problem(
        "base_url", "stands at a \(reader.rawValue) source",
        "Only pages, shopify and magento take one.")
    }
    sitemap = section.strings("sitemap") ?? []
    if !sitemap.isEmpty, !reader.readsPages {
      section.problem(
        "sitemap", "stands at a \(reader.rawValue) source",
        "Only pages, warc, crawl and jsonl take one.")
    }
    currency = section.string("currency")
    if let currency {
      if currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        section.problem("currency", "is \"\(currency)\"", "Use an ISO 4217 code, for instance EUR.")
      }
      if !reader.takesCurrency {
        section.problem(
          "currency", "stands at a \(reader.rawValue) source",
          "Only shopify, woocommerce and magento take one.")
      }
    }
    if let text = section.string("delimiter") {
      if text.utf8.count != 1 {
        section.problem("delimiter", "is \"\(text)\"", "Use one character: , ; | or a tab.")
      }
      if !reader.readsTables {
        section.problem(
          "delimiter", "stands at a \(reader.rawValue) source",
          "Only csv, shopify, woocommerce, magento, merchant-feed and salesforce take one.")
      }
      delimiter = text.utf8.first
    }
    encoding = section.string("encoding")
    threads = section.bool("threads", default: reader.joinsThreads)
    agents = section.strings("agents", default: []) ?? []
    for (key, isGiven) in [("threads", threads), ("agents", !agents.isEmpty)]
    where isGiven && !reader.isMail {
      section.problem(
        key, "stands at a \(reader.rawValue) source", "Only eml, mbox and maildir take it.")
    }
  }
}

extension FieldMapping {
  init(section: ConfigSection) {
    self.init()
    id = section.string("id")
    title = section.string("title")
    text = section.string("text")
    html = section.string("html")
    let messages = section.sections("messages") { message in
      let role = message.string("role", default: "customer") ?? "customer"
      // With each, the role is the name of a field.
      if !message.has("each"), TextMill.Message.Role(rawValue: role) == nil {
        let roles = TextMill.Message.Role.allCases.map(\.rawValue).joined(separator: ", ")
        message.problem("role", "is \"\(role)\"", "Use one of: \(roles).")
      }
      let field = Message(
        role: role, text: message.string("text"), html: message.string("html"),
        author: message.string("author"), sentAt: message.string("sent_at"),
        each: message.string("each"))
      if (field.text == nil) == (field.html == nil) {
        message.problem("text", "and html stand together or are both missing", "Give one of them.")
      }
      return field
    }
    self.messages = messages ?? []
    url = section.string("url")
    language = section.string("language")
    createdAt = section.string("created_at")
    updatedAt = section.string("updated_at")
    customer = section.strings("customer", default: []) ?? []
    agent = section.strings("agent", default: []) ?? []
    status = section.string("status")
    metadata = section.strings("metadata", default: []) ?? []
    let bodies = [text != nil, html != nil, messages != nil].filter { $0 }.count
    if bodies != 1 {
      section.problem("text", "html, messages: \(bodies) of them are given", "Give exactly one.")
    }
  }
}

extension TrimReplyOptions {
  private enum Languages: String, CaseIterable { case auto }

  init(section: ConfigSection) {
    self.init()
    _ = section.word("languages", default: Languages.auto)
    forwards = section.word("forwards", default: forwards)
    signatures = section.word("signatures", default: signatures)
  }
}

extension RedactConfiguration {
  init(_ section: ConfigSection) {
    self.init()
    options.mode = section.word("mode", default: RedactOptions.Mode.placeholder)
    if let key = section.string("key") {
      options.keyVariable = PseudonymKey.variable(key)
      if options.keyVariable == nil {
        section.problem(
          "key", "isn't written as ${NAME}", "Name an environment variable that holds the key.")
      }
    } else if options.mode == .pseudonym {
      section.problem(
        "mode", "is pseudonym, which needs a key", "Add \"key: ${NAME}\" and set NAME.")
    }
    options.kinds = section.kinds("kinds")
    options.rules = section.sections("rules", Self.rule)?.compactMap { $0 } ?? []
    knownIdentities = section.bool("known_identities", default: true)
    options.allow = section.strings("allow", default: []) ?? []
    failOnRescan = section.bool("fail_on_rescan", default: true)
  }
}

extension RedactConfiguration {
  private static func rule(_ section: ConfigSection) -> RedactRule? {
    let kind = section.string("kind") ?? ""
    let pattern = section.string("pattern") ?? ""
    do throws(RedactRule.Problem) {
      return try RedactRule(kind: kind, pattern: pattern)
    } catch {
      switch error {
      case .badKind:
        section.problem(
          "kind", "is \"\(kind)\"", "Use three to 24 small letters and low lines.")
      case .badPattern:
        section.problem(
          "pattern", "is \"\(pattern)\", which is no pattern",
          "configs/reference.yaml says how to write one.")
      }
    }
    return nil
  }
}

extension ConfigSection {
  /// Kinds of personal data: a list of their names, or `all` for those that are on by default.
  fileprivate func kinds(_ key: String) -> [PersonalDataKind] {
    let names = strings(key, default: ["all"]) ?? ["all"]
    if names == ["all"] { return PersonalDataKind.standard }
    return names.compactMap { name in
      if let kind = PersonalDataKind.allCases.first(where: { $0.name == name }) { return kind }
      let known = PersonalDataKind.allCases.map(\.name).joined(separator: ", ")
      problem(key, "holds \"\(name)\"", "Use all, or some of: \(known).")
      return nil
    }
  }
}

extension DeduplicateOptions {
  init(_ section: ConfigSection) {
    self.init()
    exact = section.bool("exact", default: true)
    var keepOfNear: Keep?
    near = section.section("near") { section in
      var near = Near()
      near.similarity = section.double("similarity", default: 0.8, in: 0.1...1)
      near.ngram = section.int("ngram", default: 5, in: 1...32) ?? 5
      near.bands = section.int("bands", default: 14, in: 1...256) ?? 14
      near.rows = section.int("rows", default: 8, in: 1...64) ?? 8
      near.verify = section.bool("verify", default: true)
      near.numbers = section.word("numbers", default: NumbersWord.keep).value
      if near.bands * near.rows > 4096 {
        section.problem("bands", "× rows is over 4096", "Use a smaller sketch.")
      }
      keepOfNear = section.word("keep", default: .newest)
      return near
    }
    keep = keepOfNear ?? .newest
    repeatedBlocks = section.section("repeated_blocks") { section in
      var blocks = RepeatedBlocks()
      blocks.minShare = section.double("min_share", default: 0.02, in: 0.0001...1)
      blocks.minDocuments = section.int("min_documents", default: 10, in: 2...1_000_000_000) ?? 10
      blocks.minWords = section.int("min_words", default: 4, in: 1...1000) ?? 4
      blocks.action = section.word("action", default: .strip)
      blocks.cap = section.int("cap", default: 20, in: 1...1_000_000) ?? 20
      return blocks
    }
  }

  private enum NumbersWord: String, CaseIterable {
    case keep, mask

    var value: Shingler.Numbers { self == .keep ? .keep : .mask }
  }
}

extension WriteConfiguration {
  init(_ section: ConfigSection, resolve: (String) -> String) {
    self.init()
    var counts: [Int] = []
    func shards(_ section: ConfigSection) {
      guard let node = section.node("shards") else {
        return section.record("shards", .string("auto"))
      }
      if case .scalar("auto", _) = node.value { return section.record("shards", .string("auto")) }
      if case .scalar(let text, false) = node.value, let number = Int(text), number > 0,
        number <= 65536, number & (number - 1) == 0
      {
        counts.append(number)
        section.record("shards", .int(number))
      } else {
        section.problem("shards", "is \(node.kind)", "Use auto or a power of two up to 65536.")
      }
    }
    documents = section.section("documents") { section in
      shards(section)
      return Documents(compression: section.word("compression", default: .zstd))
    }
    training = section.section("training") { section in
      shards(section)
      return Training(section, resolve: resolve)
    }
    retrieval = section.section("retrieval") { section in
      shards(section)
      let retrieval = Retrieval(
        targets: section.words("targets", default: [.jsonl]),
        index: section.string("index", default: "textmill") ?? "textmill",
        compression: section.word("compression", default: .gzip))
      if section.node("previous") != nil {
        section.problem("previous", "names an earlier run", "Write null: runs aren't compared.")
      }
      return retrieval
    }
    if Set(counts).count > 1 {
      section.problem("training", "and the other datasets name different shards", "Use one number.")
    }
    self.shards = counts.first
  }
}

extension ConfigSection {
  /// The list of filters: words and mappings of one key.
  func filters(_ key: String) -> [FilterRule]? {
    guard let node = node(key) else {
      record(key, .null)
      return nil
    }
    guard case .sequence(let nodes) = node.value else {
      problem(key, "is \(node.kind)", "Write a list of filters.")
      return nil
    }
    var filters: [FilterRule] = []
    var effective: [JSONValue.Member] = []
    for (index, node) in nodes.enumerated() {
      var node = node
      if case .scalar(let word, _) = node.value {
        let empty = ConfigNode(value: .mapping([]), line: node.line)
        node.value = .mapping([ConfigNode.Entry(key: word, line: node.line, node: empty)])
      }
      let section = ConfigSection(node, path: "\(place(key))[\(index)]", problems: problemList)
      filters += section.filter().map { [$0] } ?? []
      section.finish()
      effective.append(.init(key: "", value: .object(section.effective)))
    }
    record(key, .array(effective.map(\.value)))
    return filters
  }

  private func filter() -> FilterRule? {
    var found: FilterRule?
    func take(_ key: String, _ body: (ConfigSection) -> FilterRule) {
      guard has(key) else {
        _ = node(key)
        return
      }
      if isNull(key) {
        _ = node(key)
        found = body(
          ConfigSection(
            ConfigNode(value: .null, line: line), path: place(key), problems: problemList))
        return record(key, .object([]))
      }
      found = section(key, body) ?? found
    }
    take("length") { section in
      .length(
        LengthFilter(
          minWords: section.int("min_words", default: 0, in: 0...1_000_000_000) ?? 0,
          maxWords: section.int("max_words", default: nil, in: 1...1_000_000_000),
          minCharacters: section.int("min_characters", default: 0, in: 0...1_000_000_000) ?? 0,
          maxCharacters: section.int("max_characters", default: nil, in: 1...1_000_000_000)))
    }
    take("language") { section in
      let keep = section.strings("keep", default: []) ?? []
      if keep.isEmpty { section.problem("keep", "is missing", "List ISO 639-1 codes: [en, de].") }
      return .language(
        LanguageFilter(keep: keep, unknown: section.word("unknown", default: .keep)))
    }
    take("repetition") { _ in .repetition(RepetitionFilter()) }
    take("automation") { _ in .automation(AutomationFilter()) }
    return found
  }
}
