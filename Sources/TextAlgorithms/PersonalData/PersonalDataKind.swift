/// A kind of personal data or secret that the scanners find, in order of rank: the first wins an overlap.
package enum PersonalDataKind: UInt8, CaseIterable, Sendable {
  case person, secret, email, url, iban, card, ssn, crypto, mac, ip, phone

  /// The name in options and output.
  package var name: String {
    switch self {
    case .person: "person"
    case .secret: "secret"
    case .email: "email"
    case .url: "url"
    case .iban: "iban"
    case .card: "card"
    case .ssn: "ssn"
    case .crypto: "crypto"
    case .mac: "mac"
    case .ip: "ip"
    case .phone: "phone"
    }
  }

  /// The kind called `name`, or nil.
  package init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// What is redacted unless asked otherwise: all but web addresses, which are worth keeping.
  package static let standard: [PersonalDataKind] = allCases.filter { $0 != .url }
}
