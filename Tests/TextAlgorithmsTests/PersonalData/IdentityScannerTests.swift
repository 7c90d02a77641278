import Testing

@testable import TextAlgorithms

@Suite struct IdentityScannerTests {
  @Test(arguments: [
    ("my NI number is AB 12 34 56 C", "national_id:AB 12 34 56 C"),
    ("NHS 943 476 5919", "national_id:943 476 5919"),
    ("DNI 12345678Z", "national_id:12345678Z"),
    ("NIE X1234567L", "national_id:X1234567L"),
    ("codice fiscale RSSMRA85T10A562S", "national_id:RSSMRA85T10A562S"),
    ("hetu 131052-308T", "national_id:131052-308T"),
    ("personnummer 811228-9874", "national_id:811228-9874"),
    ("BSN 111222333", "national_id:111222333"),
    ("AHV 756.9217.0769.85", "national_id:756.9217.0769.85"),
    ("PESEL 44051401359", "national_id:44051401359"),
    ("CPF 529.982.247-25", "national_id:529.982.247-25"),
    ("NRIC S1234567D", "national_id:S1234567D"),
    ("Steuer-ID 86095742719", "national_id:86095742719"),
    ("SIN 130 692 544", "national_id:130 692 544"),
    ("my passport number is C01X00T47", "passport:C01X00T47"),
    ("Reisepass 123456789", "passport:123456789"),
    ("driver's license number is D1234567", "licence:D1234567"),
    ("Führerschein 12345678", "licence:12345678"),
    ("number plate AB12 CDE please", "plate:AB12 CDE"),
    ("Kennzeichen: KI-LH 2024", "plate:KI-LH 2024"),
    ("BIC: DEUTDEFF500", "bic:DEUTDEFF500"),
    ("swift code is BOFAUS3N", "bic:BOFAUS3N"),
    ("born on 3 May 1980", "date_of_birth:3 May 1980"),
    ("Geburtsdatum: 03.05.1980", "date_of_birth:03.05.1980"),
    ("date of birth May 3rd, 1980.", "date_of_birth:May 3rd, 1980"),
    ("生年月日1980年5月3日", "date_of_birth:1980年5月3日"),
    ("meet at 52.520008, 13.404954", "coordinates:52.520008, 13.404954"),
    ("at 52.5200° N, 13.4050° E", "coordinates:52.5200° N, 13.4050° E"),
    ("my zip code is 94110", "address:94110"),
    ("PLZ: 24103", "address:24103"),
    ("order number LH-204417", "order_number:LH-204417"),
    ("parcel 1Z999AA10123456784", "tracking_number:1Z999AA10123456784"),
    ("my card number is 4111 1111 1111 1112", "card:4111 1111 1111 1112"),
    ("IBAN: DE89 3704 0044 0532 0130 01", "iban:DE89 3704 0044 0532 0130 01"),
  ])
  func `each kind is found with its ends`(text: String, expected: String) {
    #expect(found(text).contains(expected), "\(found(text))")
  }

  @Test(arguments: [
    "DNI 12345678A", "codice fiscale RSSMRA85T10A562T", "AHV 756.9217.0769.84",
    "model AB12 CDE is out",
    "CPF 529.982.247-26", "article 12345678Z of the order", "delivered on 3 May 1980",
    "swift answer, thanks",
    "the ratio is 1.618, 2.718", "a plate of 24 cm", "chapter 756.1.2.3", "1234 5678 9012 units",
    "size 52.5 x 13.4 cm", "the zip file has 94110 lines", "Oak 811228 in stock", "lot 44051401359",
  ])
  func `what has no check digit or no word beside it stays`(text: String) {
    let kinds = PersonalDataKind.standard
    #expect(found(text, kinds: kinds) == [])
  }

  @Test func `every shape of the program compiles and holds its own check`() {
    #expect(IdentityShapes.all.count > 30)
    #expect(IdentityShapes.plates.count == 10)
  }
}
