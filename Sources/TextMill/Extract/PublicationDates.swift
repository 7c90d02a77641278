internal import TextAlgorithms

/// When a page was published and changed, by its linked data, else its meta elements, else its first time.
struct PublicationDates {
  private(set) var published: String?
  private(set) var modified: String?

  init(_ blocks: [JSONValue], _ facts: PageFactsReader) {
    for block in blocks { search(block, depth: 0) }
    for key in ["article:published_time", "datepublished", "date", "dc.date", "dcterms.created"] {
      published = published ?? PageDate.utc(facts.meta[key])
    }
    for key in ["article:modified_time", "datemodified", "og:updated_time", "last-modified"] {
      modified = modified ?? PageDate.utc(facts.meta[key])
    }
    published = published ?? PageDate.utc(facts.firstTime)
  }

  /// Dates of pages and articles only; comments and reviews have their own.
  private mutating func search(_ value: JSONValue, depth: Int) {
    guard depth < 4 else { return }
    for inner in value.array ?? [] { search(inner, depth: depth + 1) }
    guard value.members != nil else { return }
    if let graph = value["@graph"] { search(graph, depth: depth + 1) }
    let isPage = SchemaValue.types(value).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Page") || $0.hasSuffix("Posting") || $0 == "Report"
    }
    guard isPage else { return }
    published = published ?? PageDate.utc(value["datePublished"]?.string)
    modified = modified ?? PageDate.utc(value["dateModified"]?.string)
  }
}
