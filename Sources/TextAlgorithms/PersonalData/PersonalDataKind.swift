/// A kind of personal data or secret that the scanners find, in order of rank: the first wins an overlap.
package enum PersonalDataKind: UInt8, CaseIterable, Sendable {
  case custom, secret, email, url, iban, card, ssn, crypto, mac, ip, plate, passport, licence
  case nationalID, phone, dateOfBirth, bic, coordinates, trackingNumber, orderNumber
  case address, person, location, organization

  /// The name in options and output.
  package var name: String {
    switch self {
    case .custom: "custom"
    case .secret: "secret"
    case .email: "email"
    case .url: "url"
    case .iban: "iban"
    case .card: "card"
    case .ssn: "ssn"
    case .crypto: "crypto"
    case .mac: "mac"
    case .ip: "ip"
    case .plate: "plate"
    case .passport: "passport"
    case .licence: "licence"
    case .nationalID: "national_id"
    case .phone: "phone"
    case .dateOfBirth: "date_of_birth"
    case .bic: "bic"
    case .coordinates: "coordinates"
    case .trackingNumber: "tracking_number"
    case .orderNumber: "order_number"
    case .address: "address"
    case .person: "person"
    case .location: "location"
    case .organization: "organization"
    }
  }

  /// The kind called `name`, or nil.
  package init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// What is redacted unless asked otherwise: what leads to a person. Web addresses, places, companies and the
  /// numbers of orders and parcels are worth keeping.
  package static let standard: [PersonalDataKind] = allCases.filter {
    switch $0 {
    case .url, .location, .organization, .orderNumber, .trackingNumber: false
    default: true
    }
  }
}
