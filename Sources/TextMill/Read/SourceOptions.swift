package import TextAlgorithms

/// What the configuration says about one source.
package struct SourceOptions: Equatable, Sendable {
  /// The formats that are read, by their names in the configuration.
  package enum Reader: String, Sendable, CaseIterable {
    case jsonl, csv, zendesk, pages, warc, crawl, shopify, woocommerce, magento
    case merchantFeed = "merchant-feed"
    case eml, mbox, maildir
    case freshdesk, intercom, helpscout, gorgias, hubspot, jira, salesforce, stackexchange, github

    /// Whether `base_url`, `sitemap` and the other options of a kind of input are for this reader.
    package var readsPages: Bool { [.pages, .warc, .crawl, .jsonl].contains(self) }
    package var readsTables: Bool {
      [.csv, .shopify, .woocommerce, .magento, .merchantFeed, .salesforce].contains(self)
    }
    package var takesBaseURL: Bool { [.pages, .shopify, .magento].contains(self) }
    package var takesCurrency: Bool { [.shopify, .woocommerce, .magento].contains(self) }
  }

  /// What becomes of notes that the customer couldn't see.
  package enum InternalNotes: String, Sendable, CaseIterable {
    case leaveOut = "leave_out"
    case keep
  }

  /// How far compressed input may grow before it is given up as hostile.
  package struct ExpansionBudget: Equatable, Sendable {
    /// Bytes out for each byte of the file; the first 16 MiB are free.
    package var ratio = 1_000
    /// Bytes out of one file.
    package var bytes = 64 << 30

    package init() {}
  }

  /// The prefix of document ids and the name in rejects and reports.
  package var name: String
  package var reader: Reader
  /// The folder that patterns are relative to: the configuration's.
  package var folder: String
  /// Patterns of files: `*`, `**`, `?`, `[a-z]`, `{a,b}`; a folder stands for all files below it.
  package var paths: [String]
  /// Which field of a record becomes what; for `jsonl` and `csv`.
  package var fields = FieldMapping()
  /// Records with another status are left out (`status_excluded`); empty: all are kept.
  package var includedStatuses: [String] = []
  /// What the URLs of pages, or of a shop's products, begin with; nil: pages are named by their path.
  package var baseURL: String?
  /// Patterns of sitemaps: pages whose address isn't in one are left out; empty: all stay.
  package var sitemap: [String] = []
  /// The currency of exports that don't name one, an ISO 4217 code.
  package var currency: String?
  /// The byte between the cells of a CSV file; nil: found in the header line.
  package var delimiter: UInt8?
  /// The encoding of text files: "utf-8", "windows-1252" or "iso-8859-1"; nil: UTF-8, or windows-1252
  /// where the first megabyte is no UTF-8.
  package var encoding: String?
  /// Whether mails are joined to conversations; for `eml`, `mbox` and `maildir`.
  package var threads = false
  /// Whose mails are the agents': addresses, and domains as `@shop.example`. Empty: found in the mailbox
  /// where mails are joined; else none.
  package var agents: [String] = []
  package var internalNotes = InternalNotes.leaveOut
  /// Who parses HTML pages.
  package var parser = PageParser.Kind.libxml2
  package var expansion = ExpansionBudget()
  /// The most bytes of one record; a longer one is rejected (`record_too_large`).
  package var recordLimit = 64 << 20

  package init(name: String, reader: Reader, folder: String, paths: [String]) {
    self.name = name
    self.reader = reader
    self.folder = folder
    self.paths = paths
  }
}

extension SourceOptions.Reader {
  /// Whether it reads mails.
  package var isMail: Bool { self == .eml || self == .mbox || self == .maildir }

  /// Whether mails are joined unless the configuration says otherwise: where the input is a mailbox.
  package var joinsThreads: Bool { self == .mbox || self == .maildir }
}
