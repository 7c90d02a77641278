/// Shapes of national ids, passports and licences, with their checks and the words they need beside them.
enum IdentityShapes {
  struct Shape: Sendable {
    var kind: PersonalDataKind
    var pattern: LinearPattern
    var check: IdentityChecks.Check
    /// Words of which one must stand near; empty when the check is enough.
    var cues: CueWords.Meaning
  }

  private static func id(
    _ pattern: StaticString, _ check: @escaping IdentityChecks.Check, _ cues: CueWords.Meaning = []
  ) -> Shape {
    Shape(kind: .nationalID, pattern: LinearPattern(own: pattern), check: check, cues: cues)
  }

  static let all: [Shape] = [
    id("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]", { nino($0) }),
    id("\\d{3}[ -]?\\d{3}[ -]?\\d{4}", IdentityChecks.nhs, .nhs),
    id("\\d{8}-?\\u", IdentityChecks.dni),
    id("[XYZ]\\d{7}-?\\u", IdentityChecks.dni),
    id("\\u{6}\\d{2}[A-EHLMPR-T]\\d{2}\\u\\d{3}\\u", IdentityChecks.codiceFiscale),
    id("[0-3]\\d[01]\\d{3}[-+A-FU-Y]\\d{3}[0-9A-Y]", IdentityChecks.hetu),
    id("\\d{6}[-+]\\d{4}", IdentityChecks.personnummer),
    id("\\d{8}[-+]\\d{4}", IdentityChecks.personnummer),
    id("\\d{10}", IdentityChecks.personnummer, .personnummer),
    id("\\d{12}", IdentityChecks.personnummer, .personnummer),
    id("\\d{6} ?\\d{5}", IdentityChecks.norway, .personnummer),
    id("[0-3]\\d[01]\\d{3}-?\\d{4}", IdentityChecks.cpr, .personnummer),
    id("\\d{9}", IdentityChecks.bsn, .bsn),
    id("[12] ?\\d{2} ?\\d{2} ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d{2}", IdentityChecks.nir),
    id("\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}", IdentityChecks.steuer, .tax),
    id("\\d{2} ?[0-3]\\d[01]\\d{3} ?\\u ?\\d{3}", IdentityChecks.any, .insurance),
    id("\\d{4} ?[0-3]\\d[01]\\d{3}", IdentityChecks.svnr, .insurance),
    id("756\\.\\d{4}\\.\\d{4}\\.\\d{2}", IdentityChecks.ean),
    id("\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}", IdentityChecks.belgium),
    id("\\d{11}", IdentityChecks.pesel, .pesel),
    id("\\d{6}/\\d{4}", IdentityChecks.rodneCislo),
    id("[1-8]\\d{12}", IdentityChecks.cnp, .cnp),
    id("\\d{3} ?\\d{3} ?\\d{3}", IdentityChecks.nif, .nif),
    id("\\d{11}", IdentityChecks.kimlik, .kimlik),
    id("\\d{4}[ :-]?\\d{4}[ :-]?\\d{4}", IdentityChecks.aadhaar, .aadhaar),
    id("\\u{3}[ABCFGHJLPT]\\u\\d{4}\\u", IdentityChecks.any, .tax),
    id("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", IdentityChecks.cpf),
    id("\\d{11}", IdentityChecks.cpf, .cpf),
    id("\\d{3}[ -]?\\d{3}[ -]?\\d{3}", IdentityChecks.sin, .sin),
    id("\\d{3} ?\\d{3} ?\\d{3}", IdentityChecks.tfn, .tax),
    id("[2-6]\\d{3} ?\\d{5} ?\\d", IdentityChecks.medicare, .medicare),
    id("\\d{6}-\\d{7}", IdentityChecks.rrn),
    id("\\d{13}", IdentityChecks.rrn, .rrn),
    id("\\d{4} ?\\d{4} ?\\d{4}", IdentityChecks.myNumber, .myNumber),
    id("\\d{13}", IdentityChecks.southAfrica, .identity),
    id("[STFGM]\\d{7}\\u", IdentityChecks.nric),
    id(
      "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}",
      IdentityChecks.any, .medicare),
    id("[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}\\d?", IdentityChecks.any, .identity),
    Shape(
      kind: .passport, pattern: LinearPattern(own: "\\u{0,2}\\d{6,9}\\u?"),
      check: IdentityChecks.any, cues: .passport),
    Shape(
      kind: .passport, pattern: LinearPattern(own: "[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}"),
      check: IdentityChecks.any, cues: .passport),
    Shape(
      kind: .licence, pattern: LinearPattern(own: "\\u{1,5}9{0,4}\\d{6}\\u[A-Z9][A-Z0-9]\\u{2}"),
      check: IdentityChecks.any,
      cues: .licence),
    Shape(
      kind: .licence, pattern: LinearPattern(own: "\\u{0,3}\\d{4,14}\\u?"),
      check: IdentityChecks.any, cues: .licence),
    Shape(
      kind: .licence, pattern: LinearPattern(own: "\\u\\d{3}-\\d{3,4}-\\d{2,4}-?\\d{0,4}"),
      check: IdentityChecks.any,
      cues: .licence),
  ]

  /// Of each byte the shapes that may begin with it, or with its capital, a bit each.
  static let beginnings: [UInt64] = {
    precondition(all.count <= 64)
    return (0..<256).map { byte in
      let b = UInt8(byte)
      var shapes: UInt64 = 0
      for (i, shape) in all.enumerated()
      where shape.pattern.mayBegin(b) || b > 0x60 && shape.pattern.mayBegin(b & 0xDF) {
        shapes |= 1 << UInt64(i)
      }
      return shapes
    }
  }()

  /// The words that each shape needs.
  static let needs: [CueWords.Meaning] = all.map(\.cues)

  /// The beginnings that no UK national insurance number has.
  @Sendable private static func nino(_ d: [Int]) -> Bool {
    let prefix = String(decoding: [UInt8(d[0] + 55), UInt8(d[1] + 55)], as: UTF8.self)
    return !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  static let plates: [LinearPattern] = [
    "[A-HJ-PR-Y]{2}\\d{2}[ -]?[A-HJ-PR-Z]{3}", "\\u{1,3}[- ]\\u{1,2}[- ]?\\d{1,4}[EH]?",
    "[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}", "\\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}",
    "[A-HJ-NPR-TV-Z]{2}[ -]?\\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}",
    "[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2}",
    "\\u{3} ?\\d{2}[0-9A-Z]", "\\d{2} ?\\u{1,3} ?\\d{2,4}",
    "\\u{2}[ -]?\\d{1,2}[ -]?\\u{1,3}[ -]?\\d{4}",
    "[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}",
  ].map { (pattern: StaticString) in LinearPattern(own: pattern) }
}
