/// A media type as HTTP and archives write it: `text/html; charset="UTF-8"`.
package struct MediaType: Sendable, Equatable {
  /// In lower case, without parameters: "text/html".
  package let name: String
  /// The value of the parameter charset; nil without one.
  package let charset: String?

  package init(_ text: String) {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false)[...]
    // Where a field was sent twice and joined, the first type holds.
    let first = (parts.popFirst() ?? "").split(separator: ",").first ?? ""
    name = MediaType.trimmed(first).lowercased()
    charset =
      parts.lazy.compactMap { part -> String? in
        let sides = part.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, MediaType.trimmed(sides[0]).lowercased() == "charset" else {
          return nil
        }
        let value = MediaType.trimmed(sides[1]).filter { $0 != "\"" && $0 != "'" }
        return value.isEmpty || value.utf8.count > 40 ? nil : value
      }.first
  }

  /// Whether it says HTML or XHTML.
  package var isHTML: Bool {
    name == "text/html" || name == "application/xhtml+xml" || name == "application/html"
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
