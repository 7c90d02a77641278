import ArgumentParser
import TextMill

/// `textmill extract`: exports and pages in, documents out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turns exports, mail and pages into documents: text as Markdown, messages, products.",
    discussion: """
      Reads files named directly (exports of Zendesk, Freshdesk, Intercom, Help Scout, Gorgias, HubSpot, \
      Jira, Salesforce, Stack Exchange and GitHub, mail boxes, Maildir, EML, products of Shopify, \
      WooCommerce and Magento, Google Merchant feeds, web archives, crawls, pages; gzip, zstd, bzip2, \
      xz and archives are read in place), or records: {"id", "url"?, "path"} with files below --root, \
      {"id", "url"?, "html"}, or {"id", "raw"} with one mail. Writes one document a line.

      Examples:
        textmill extract --as zendesk tickets-*.json > documents.jsonl
        textmill extract --as page --root pages < pages.jsonl
        textmill extract --as warc crawl-*.warc.gz --rejects left-out.jsonl > pages.jsonl
        textmill extract --as salesforce Case.csv EmailMessage.csv CaseComment.csv
        textmill extract --as mail --agents support@shop.example support.mbox
        textmill extract --as csv --config support-bot.yaml legacy.csv.gz
      """)

  /// What the input is.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case page, mail, zendesk, shopify, woocommerce, magento
    case merchantFeed = "merchant-feed"
    case freshdesk, intercom, helpscout, gorgias, hubspot, jira, salesforce, stackexchange, github
    case maildir, warc, crawl, jsonl, csv, auto
  }

  /// What becomes of notes that the customer couldn't see.
  enum Notes: String, ExpressibleByArgument, CaseIterable {
    case leaveOut = "leave-out"
    case keep
  }

  @Option(name: .customLong("as"), help: "What the input is; auto looks at each file.")
  var kind: Kind

  @Option(help: ArgumentHelp("The folder that paths in records are relative to.", valueName: "dir"))
  var root: String = "."

  @Option(
    help: """
      What the ids of documents from files begin with. Default: the name of the configuration's source, \
      else source.
      """)
  var name: String?

  @Option(help: "Internal notes of tickets: leave-out (default) or keep.")
  var internalNotes: Notes?

  @Flag(
    inversion: .prefixedNo,
    help: "Join mails to conversations. Default: yes for mail boxes and Maildir, no for EML.")
  var conversations: Bool?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Whose mails are the agents': an address, or a domain as @shop.example; repeatable.",
      valueName: "address"))
  var agents: [String] = []

  @Flag(help: "Keep the addresses of links in the Markdown.")
  var links = false

  @Flag(help: "Keep the alternative text of images.")
  var imageText = false

  @Option(
    help: """
      Who parses pages: libxml2 (default), or html5, the tree that browsers build, which is faster.
      """)
  var parser: PageExtractor.Options.Parser?

  @OptionGroup var stage: StageOptions

  func run() throws {
    let configuration = try stage.config.map { try ConfigurationFile.load($0) }
    let inputs = try inputs()
    guard case .file = inputs[0] else { return try extractRecords(inputs, configuration) }
    var sources: [SourceOptions] = []
    for (file, input) in zip(stage.files, inputs) {
      guard case .file(let reader) = input else { throw mixture }
      if sources.last?.reader == reader {
        sources[sources.count - 1].paths.append(file)
      } else {
        sources.append(try source(reader, file: file, configuration: configuration))
      }
    }
    Interruption.install()
    var job = ExportJob(sources: sources, threads: stage.threadCount, rejects: stage.rejects)
    job.pages = pageOptions
    stage.report(try job.run())
  }

  /// What each input is; standard input holds records.
  private func inputs() throws -> [ExtractInput] {
    if stage.files.allSatisfy({ $0 == "-" }) {
      switch kind {
      case .page: return [.pageRecords]
      case .mail: return [.mailRecords]
      default:
        throw TextMillError(
          .usage, "--as \(kind.rawValue) reads files, not standard input",
          remedy: "Name the files behind the options.")
      }
    }
    var inputs = try stage.files.map { try ExtractInput($0, as: kind) }
    if kind == .jsonl, stage.config == nil {
      // Pages as crawlers write them need no field mapping.
      for (i, file) in stage.files.enumerated() where try ExtractInput.isCrawl(file) {
        inputs[i] = .file(.crawl)
      }
    }
    if kind == .auto {
      for (file, input) in zip(stage.files, inputs) { Terminal.error("\(file): \(input.name)") }
    }
    return inputs
  }

  private func source(
    _ reader: SourceOptions.Reader, file: String, configuration: Configuration?
  ) throws -> SourceOptions {
    var source = try ExportJob.source(reader, file: file, configuration: configuration)
    source.name = name ?? source.name
    if let parser { source.parser = parser }
    if reader.isMail {
      source.threads = conversations ?? source.threads
      if !agents.isEmpty { source.agents = agents }
    }
    if let internalNotes { source.internalNotes = internalNotes == .keep ? .keep : .leaveOut }
    return source
  }

  private func extractRecords(_ inputs: [ExtractInput], _ configuration: Configuration?) throws {
    guard inputs.allSatisfy({ $0 == inputs[0] }) else { throw mixture }
    if inputs[0] == .mailRecords {
      let source = name ?? "source"
      return try stage.pump("extract") { MailRecordStage(source: source) }
    }
    let files = try StoredFile(root: root)
    var options = pageOptions
    options.parser = parser ?? configuration?.sources.first?.parser ?? options.parser
    try stage.pump("extract") { [options] in PageStage(options, files: files) }
  }

  private var mixture: TextMillError {
    TextMillError(
      .usage, "records and other files stand side by side",
      remedy: "Extract them with commands of their own.")
  }

  private var pageOptions: PageExtractor.Options {
    var options = PageExtractor.Options()
    options.links = links
    options.imageText = imageText
    return options
  }
}

extension PageExtractor.Options.Parser: ExpressibleByArgument {}
