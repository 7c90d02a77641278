/// Lengths of international bank account numbers by country (SWIFT IBAN registry).
enum IBANCountries {
  private static let table: StaticString = """
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24\
    FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32\
    LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24\
    RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
    """

  /// The length of the accounts of the country with these two capitals, or nil.
  static func length(_ first: UInt8, _ second: UInt8) -> Int? {
    table.withUTF8Buffer { bytes in
      var i = 0
      while i + 4 <= bytes.count {
        if bytes[i] == first, bytes[i + 1] == second {
          return Int(bytes[i + 2] - 0x30) * 10 + Int(bytes[i + 3] - 0x30)
        }
        i += 4
      }
      return nil
    }
  }
}
