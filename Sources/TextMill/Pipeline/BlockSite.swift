/// Whose blocks are counted together: a source's, and of pages a host's.
enum BlockSite {
  /// "shop shop.example" for a page, "helpdesk" for a ticket.
  static func name(of document: Document) -> String {
    guard let url = document.url, let host = BlockSite.host(url) else {
      return document.source.source
    }
    return "\(document.source.source) \(host)"
  }

  /// What stands between the scheme and the path.
  private static func host(_ url: String) -> Substring? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    return url[scheme.upperBound...].prefix { !"/?#".contains($0) }
  }
}
