/// Whose mails are the agents': addresses, and domains written as `@shop.example`.
struct MailAgents {
  private var addresses: Set<String> = []
  private var domains: Set<String> = []

  /// Anybody may have an address there.
  private static let open: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.de", "hotmail.fr",
    "live.com", "msn.com", "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.co.uk", "ymail.com",
    "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch",
    "gmx.com", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org", "proton.me",
    "protonmail.com", "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "126.com",
    "orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "sfr.fr", "libero.it", "virgilio.it",
    "zoho.com", "fastmail.com", "mail.com", "bluewin.ch", "naver.com", "seznam.cz", "wp.pl",
    "comcast.net", "verizon.net", "att.net", "btinternet.com", "ziggo.nl", "kpnmail.nl",
  ]

  init(_ names: [String]) {
    for name in names {
      let key = name.withoutOuterSpace.lowercased()
      if key.hasPrefix("@") {
        domains.insert(String(key.dropFirst()))
      } else {
        addresses.insert(key)
      }
    }
  }

  var isEmpty: Bool { addresses.isEmpty && domains.isEmpty }

  /// Whether an address, in lower case, is one of them; a domain's subdomains belong to it.
  func holds(_ address: String?) -> Bool {
    guard let address else { return false }
    if addresses.contains(address) { return true }
    guard let at = address.utf8.lastIndex(of: 0x40) else { return false }
    var domain = address[address.utf8.index(after: at)...]
    while true {
      if domains.contains(String(domain)) { return true }
      guard let dot = domain.firstIndex(of: ".") else { return false }
      domain = domain[domain.index(after: dot)...]
    }
  }

  /// An inferred address stands for its domain, unless anybody may have an address there.
  static func names(for address: String) -> [String] {
    guard let at = address.utf8.lastIndex(of: 0x40) else { return [address] }
    let domain = String(address[address.utf8.index(after: at)...])
    return open.contains(domain) ? [address] : [address, "@" + domain]
  }
}
