/// Makes the reader that a source's options ask for.
package enum SourceReaders {
  /// Finds the files and checks the options. Throws `.missingInput` when a pattern matches nothing,
  /// `.usage` when an option can't be followed.
  package static func make(
    options: SourceOptions, index: Int
  ) throws(TextMillError) -> any SourceReader {
    try checkEncoding(options)
    let patterns = options.paths.map {
      FilePattern.folderPattern($0, in: options.folder, suffix(options.reader))
    }
    let found = try FilePattern.files(of: patterns, in: options.folder)
    let files = options.reader == .pages ? withoutCompanions(found) : found
    let context = ReaderContext(options: options, index: index, files: files)
    let reader = try make(context)
    if options.sitemap.isEmpty { return reader }
    let sitemaps = try FilePattern.files(of: options.sitemap, in: options.folder)
    return SitemapReader(
      inner: reader, context: context, sitemaps: SitemapIndex.followed(sitemaps))
  }

  private static func make(_ context: ReaderContext) throws(TextMillError) -> any SourceReader {
    switch context.options.reader {
    case .jsonl:
      try checkMapping(context.options)
      return JSONLinesReader(context: context)
    case .csv:
      try checkMapping(context.options)
      return CSVReader(context: context)
    case .zendesk: return ZendeskReader(context: context)
    case .pages: return PagesReader(context: context)
    case .warc: return WARCReader(context: context)
    case .crawl: return CrawlReader(context: context)
    case .shopify: return ShopifyReader(context: context)
    case .woocommerce: return WooReader(context: context)
    case .magento: return MagentoReader(context: context)
    case .merchantFeed: return MerchantReader(context: context)
    case .eml: return MailReader(context: context, isMailbox: false)
    case .mbox: return MailReader(context: context, isMailbox: true)
    case .maildir: return MailReader(context: context, isMailbox: false)
    case .freshdesk: return HelpdeskReader(context: context, format: FreshdeskFormat())
    case .intercom: return HelpdeskReader(context: context, format: IntercomFormat())
    case .helpscout: return HelpdeskReader(context: context, format: HelpScoutFormat())
    case .gorgias: return HelpdeskReader(context: context, format: GorgiasFormat())
    case .hubspot: return HelpdeskReader(context: context, format: HubSpotFormat())
    case .jira: return HelpdeskReader(context: context, format: JiraFormat())
    case .salesforce: return HelpdeskReader(context: context, format: SalesforceFormat())
    case .stackexchange: return HelpdeskReader(context: context, format: StackExchangeFormat())
    case .github: return HelpdeskReader(context: context, format: GitHubFormat())
    }
  }

  /// Without the files in the folders that browsers make beside the pages that they save.
  private static func withoutCompanions(_ files: [InputFile]) -> [InputFile] {
    let pages = Set(files.map(\.path))
    let kept = files.filter { file in
      !SavedPage.isCompanion(file.path) { pages.contains($0) }
    }
    return kept.isEmpty ? files : kept
  }

  /// What a folder stands for, by reader.
  private static func suffix(_ reader: SourceOptions.Reader) -> String {
    switch reader {
    case .pages: "**/*.{html,htm,xhtml}{,.gz,.zst,.bz2,.xz}"
    case .eml: "**/*.eml{,.gz,.zst,.bz2,.xz}"
    case .warc: "**/*.{warc,warc.gz,warc.zst,arc,arc.gz,wacz}"
    case .maildir: "**/{,.*/}{cur,new}/*"
    default: "**/*"
    }
  }

  private static func checkEncoding(_ options: SourceOptions) throws(TextMillError) {
    guard let encoding = options.encoding?.lowercased(),
      ![.pages, .warc, .crawl].contains(options.reader)
    else { return }
    if ["utf-8", "utf8", "windows-1252", "iso-8859-1"].contains(encoding) { return }
    throw TextMillError(
      .usage, "source \(options.name): encoding \(encoding) isn't read",
      remedy: "Use utf-8, windows-1252 or iso-8859-1, or convert the file first.")
  }

  private static func checkMapping(_ options: SourceOptions) throws(TextMillError) {
    let fields = options.fields
    if fields.text == nil, fields.html == nil, fields.messages.isEmpty {
      throw TextMillError(
        .usage, "source \(options.name): fields names no text, html or messages",
        remedy: "Name the field that holds the text.")
    }
  }
}
