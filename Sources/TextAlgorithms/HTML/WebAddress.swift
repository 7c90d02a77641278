/// Resolving of references against the address they stand under (RFC 3986, section 5, without validation).
package enum WebAddress {
  /// The absolute address that `reference` means under `base`; the reference itself where there is no base.
  package static func resolved(_ reference: String, under base: String?) -> String {
    let reference = reference.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
    guard let base, !base.isEmpty, !hasScheme(reference) else { return reference }
    let (scheme, host, path) = parts(base)
    guard !scheme.isEmpty else { return reference }
    if reference.hasPrefix("//") { return scheme + ":" + reference }
    let root = scheme + "://" + host
    let withoutFragment = String(base.prefix { $0 != "#" })
    if reference.isEmpty { return withoutFragment }
    if reference.hasPrefix("#") { return withoutFragment + reference }
    if reference.hasPrefix("?") { return root + (path.isEmpty ? "/" : path) + reference }
    let cut = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let own = String(reference[..<cut])
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    let whole = own.hasPrefix("/") ? own : folder + own
    return root + withoutDots(whole) + reference[cut...]
  }

  /// Whether the address begins with a scheme, such as "https:" or "tel:".
  static func hasScheme(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      if (byte | 0x20) &- 0x61 < 26 {
        isFirst = false
      } else if byte == 0x3A {
        return !isFirst
      } else if isFirst || !(byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E) {
        return false
      }
    }
    return false
  }

  private static func parts(_ base: String) -> (scheme: String, host: String, path: String) {
    guard let colon = base.utf8.firstIndex(of: 0x3A) else { return ("", "", "") }
    let scheme = String(base[..<colon])
    let rest = base[base.utf8.index(after: colon)...]
    guard rest.hasPrefix("//") else { return ("", "", "") }
    let body = rest.dropFirst(2)
    let hostEnd = body.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? body.endIndex
    let path = body[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    return (scheme, String(body[..<hostEnd]), String(path))
  }

  private static func withoutDots(_ path: String) -> String {
    guard path.contains("./") || path.hasSuffix("/.") || path.hasSuffix("/..") else { return path }
    var kept: [Substring] = []
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      if step == ".." {
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      } else if step == "." {
        if isLast { kept.append("") }
      } else {
        kept.append(step)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
