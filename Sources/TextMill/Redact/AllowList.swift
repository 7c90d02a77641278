internal import TextAlgorithms

/// Values that stay in the text: whole ones, and the addresses of domains.
struct AllowList {
  private var values: Set<[UInt8]> = []
  private var domains: [[UInt8]] = []

  init(_ entries: [String]) {
    for entry in entries {
      var value = Self.fold(Array(entry.utf8)[...])
      values.insert(value)
      if value.first == 0x40 { value.removeFirst() }
      let isDomain =
        value.contains(0x2E) && !value.contains(0x40) && !value.contains(0x20)
        && value.contains { $0 >= 0x61 && $0 <= 0x7A }
      if isDomain { domains.append(value) }
    }
  }

  var isEmpty: Bool { values.isEmpty }

  /// True when what was found is one of the values or belongs to one of the domains.
  func allows(_ kind: PersonalDataKind, _ value: ArraySlice<UInt8>) -> Bool {
    let folded = Self.fold(value)
    if values.contains(folded) { return true }
    guard !domains.isEmpty, kind == .email || kind == .url else { return false }
    let host = Self.host(folded, kind)
    return domains.contains { domain in
      host.count == domain.count
        ? host.elementsEqual(domain)
        : host.count > domain.count && host.suffix(domain.count).elementsEqual(domain)
          && host[host.endIndex - domain.count - 1] == 0x2E
    }
  }

  /// The host of a folded e-mail or web address.
  private static func host(_ value: [UInt8], _ kind: PersonalDataKind) -> ArraySlice<UInt8> {
    if kind == .email { return value[((value.lastIndex(of: 0x40) ?? -1) + 1)...] }
    var rest = value[...]
    if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: Array("://".utf8)) {
      rest = rest[(colon + 3)...]
    }
    let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let host = authority[((authority.lastIndex(of: 0x40) ?? authority.startIndex - 1) + 1)...]
    return host.prefix { $0 != 0x3A }
  }

  private static func fold(_ value: ArraySlice<UInt8>) -> [UInt8] {
    value.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
