import TextMill

/// What one input of `textmill extract` is.
enum ExtractInput: Equatable {
  /// A file or folder that a reader reads.
  case file(SourceOptions.Reader)
  /// JSON Lines of records.
  case pageRecords
  case mailRecords

  /// Tells the input by the kind that was asked for, and looks into the file where that leaves a choice.
  init(_ path: String, as kind: ExtractCommand.Kind) throws {
    switch kind {
    case .zendesk: self = .file(.zendesk)
    case .shopify: self = .file(.shopify)
    case .woocommerce: self = .file(.woocommerce)
    case .magento: self = .file(.magento)
    case .merchantFeed: self = .file(.merchantFeed)
    case .warc: self = .file(.warc)
    case .crawl: self = .file(.crawl)
    case .freshdesk: self = .file(.freshdesk)
    case .intercom: self = .file(.intercom)
    case .helpscout: self = .file(.helpscout)
    case .gorgias: self = .file(.gorgias)
    case .hubspot: self = .file(.hubspot)
    case .jira: self = .file(.jira)
    case .salesforce: self = .file(.salesforce)
    case .stackexchange: self = .file(.stackexchange)
    case .github: self = .file(.github)
    case .maildir: self = .file(.maildir)
    case .jsonl: self = .file(.jsonl)
    case .csv: self = .file(.csv)
    case .page:
      let isFile =
        try FileSystem.isFolder(path) || path.contains(".htm") || InputFormat(of: path) == .page
      self = isFile ? .file(.pages) : .pageRecords
    case .mail:
      if FileSystem.isFolder(path) {
        self = .file(ExtractInput.isMaildir(path) ? .maildir : .eml)
        return
      }
      switch try InputFormat(of: path) {
      case .mbox: self = .file(.mbox)
      case .mailRecords: self = .mailRecords
      case nil where path.hasSuffix(".jsonl"): self = .mailRecords
      default: self = .file(.eml)
      }
    case .auto where ExtractInput.isMaildir(path): self = .file(.maildir)
    case .auto: try self.init(found: FileSystem.isFolder(path) ? nil : InputFormat(of: path), path)
    }
  }

  /// Whether a file holds pages as JSON Lines, with their addresses.
  static func isCrawl(_ path: String) throws -> Bool {
    guard !FileSystem.isFolder(path) else { return false }
    return try InputFormat(of: path) == .crawl
  }

  private init(found: InputFormat?, _ path: String) throws {
    switch found {
    case .export(let reader): self = .file(reader)
    case .zendesk: self = .file(.zendesk)
    case .mbox: self = .file(.mbox)
    case .eml: self = .file(.eml)
    case .shopify: self = .file(.shopify)
    case .woocommerce: self = .file(.woocommerce)
    case .magento: self = .file(.magento)
    case .merchantFeed: self = .file(.merchantFeed)
    case .warc: self = .file(.warc)
    case .crawl: self = .file(.crawl)
    case .page: self = .file(.pages)
    case .pageRecords: self = .pageRecords
    case .mailRecords: self = .mailRecords
    case nil:
      throw TextMillError(
        .usage, "\(path): what it holds can't be told", remedy: "Say it by --as.")
    }
  }

  private static func isMaildir(_ path: String) -> Bool {
    FileSystem.isFolder(path + "/cur") || FileSystem.isFolder(path + "/new")
  }

  /// The name for a person.
  var name: String {
    switch self {
    case .file(let reader): reader.rawValue
    case .pageRecords: "records of pages"
    case .mailRecords: "records of mails"
    }
  }
}
