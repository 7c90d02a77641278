/// Cue words of national ids, papers, dates of birth, places and orders.
extension CueTables {
  static let identity: [(words: StaticString, meaning: CueWords.Meaning)] = [
    ("nhs health_service", .nhs),
    (
      "personnummer personnr pnr fødselsnummer fødselsnr fnr cpr personal_identity swedish_id sotu henkilötunnus",
      .personnummer
    ),
    ("bsn burgerservicenummer sofinummer", .bsn),
    (
      "steuer steuerid steuernummer idnr steueridentifikationsnummer tin tfn tax_file pan tax_id steuer_id",
      .tax
    ),
    (
      """
      rvnr rentenversicherung rentenversicherungsnummer sozialversicherung sozialversicherungsnummer svnr
      versicherungsnummer
      """, .insurance
    ),
    ("pesel", .pesel), ("cnp", .cnp), ("nif contribuinte", .nif), ("kimlik tckn tc", .kimlik),
    ("aadhaar aadhar uidai", .aadhaar), ("cpf", .cpf), ("sin nas social_insurance", .sin),
    ("medicare mbi", .medicare), ("rrn resident_registration korean", .rrn),
    ("my_number mynumber", .myNumber),
    ("id identity personalausweis ausweis ausweisnummer", .identity),
    (
      """
      passport passports reisepass passnummer reisepassnummer passeport pasaporte passaporto paspoort
      paspoortnummer travel_document paszport paszportu
      """, .passport
    ),
    (
      """
      drivers_license drivers_licence driver_license driver_licence driving_licence driving_license s_license
      s_licence führerschein führerscheinnummer conduire conducir patente rijbewijs rijbewijsnummer körkort
      license_number licence_number
      """, .licence
    ),
    (
      """
      license_plate licence_plate number_plate plate_number plate_no registration_plate car_registration
      vehicle_registration kennzeichen nummernschild immatriculation matrícula targa kenteken plaka
      registreringsnummer
      """, .plate
    ),
    (
      """
      born birthday dob birthdate birth geboren geburtsdatum geburtstag né née naissance nacido nacida
      nacimiento nascita nato nata geboortedatum födelsedatum född fødselsdato født nascimento urodzenia
      syntynyt o_b
      """, .birth
    ),
    (
      """
      january february march april may june july august september october november december jan feb mar
      apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février
      mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio
      julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
      settembre ottobre novembre dicembre januari februari maart mei augustus maj juli augusti janeiro
      fevereiro março maio junho julho setembro outubro dezembro
      """, .month
    ),
    (
      """
      zip zipcode postcode plz postleitzahl code_postal código_postal codigo_postal postnummer postal_code
      post_code kod_pocztowy psč
      """, .postCode
    ),
    (
      "lat latitude lon lng long longitude gps coordinates koordinaten coordonnées coordenadas coordinate location position",
      .coordinates
    ),
    (
      """
      order invoice tracking shipment parcel rma booking confirmation reservation claim policy account
      customer bestellung bestellnummer rechnung rechnungsnummer auftrag auftragsnummer kundennummer
      commande facture pedido factura ordine fattura beställning bestelling bestelnummer ordernummer
      encomenda
      """, .order
    ),
    ("iban", .iban),
  ]

  static let joinedIdentity: [(words: StaticString, meaning: CueWords.Meaning)] = [
    ("生年月日 誕生日 出生日期 생년월일", .birth), ("マイナンバー 個人番号", .myNumber), ("주민등록번호 주민번호", .rrn),
    ("パスポート 旅券番号 护照 여권", .passport), ("運転免許 免許証番号 驾照 운전면허", .licence),
    ("車のナンバー 车牌", .plate),
  ]
}
