/// Closed word lists in lower case; a low line joins words that count only together.
enum CueTables {
  static let phone: StaticString = """
    tel tél phone telephone telefon telefono teléfono téléphone telefone telefoon telefonnummer
    telefonnr tfn tlf puh puhelin puhelinnumero mobile mobil mobilnummer mobiel móvil movil celular
    cellulare telemóvel portable handy handynummer gsm mob cell cellphone fax faks telefax call
    called calling dial ring whatsapp sms text_me viber hotline landline pager reach answering
    rufnummer rückruf anrufen durchwahl appeler appelez llamar llame chiamare chiamami bellen bel
    ringa ringe komórka komórkowy zadzwoń тел Тел телефон Телефон mobilni telefonszám direct office
    desk switchboard toll_free phones contact_number voicemail extension callback call_back me_at
    us_at poste ph telefonisch
    """

  static let other: StaticString = """
    order invoice tracking shipment parcel sku ean upc gtin isbn issn asin mpn part item article
    serial model version ver build release firmware revision section chapter page price total amount
    quantity qty ref reference case ticket bug issue policy claim booking confirmation reservation
    account acct customer member membership transaction payment po rma imei barcode batch lot
    bestellnummer bestellung rechnung rechnungsnummer artikelnummer sendungsnummer kundennummer
    vorgang auftrag commande facture référence suivi colis pedido factura seguimiento referencia
    ordine fattura spedizione codice bestelnummer factuur ordernummer kvitto beställning encomenda
    fatura zamówienie dimension resolution size zip postcode plz pin code ssn id port row line error
    hz mm cm kg usd eur gbp license licence passport plate nhs bsn nif vat ustid uid rrn cpf aadhaar
    bic swift routing iban
    """

  static let card: StaticString = """
    card credit debit cc visa mastercard master_card amex american_express maestro diners discover
    jcb karte kreditkarte carte tarjeta carta kaart kort cartão karta pan
    """

  static let ssn: StaticString = "ssn social_security social_sec itin taxid tax_id taxpayer"

  static let version: StaticString = """
    v ver vers version versions build release firmware driver revision section chapter kernel update
    patch
    """

  static let unit: StaticString = "suite ste apt unit room box floor"

  static let behind: StaticString = """
    office fax mobile cell home work tel telephone phone direct voice pager handy mobil telefon ph
    """

  /// Words before which or behind which a word that is also a name is a name.
  static let greeting: StaticString = """
    hi hello hey dear hallo liebe lieber bonjour hola ciao caro cara beste hej hei moi cher chère
    estimado estimada thanks regards cheers sincerely best love gruß grüße grüßen cordialement
    saludos mvh groeten mr mrs ms miss dr herr frau
    """

  /// Codes of goods: a number behind them is never a telephone by its shape alone.
  static let goods: StaticString = "sku ean order invoice tracking part isbn"

  /// What a help desk is called: a name made only of these is no person's.
  static let role: StaticString = """
    support team service services customer customers admin info sales help helpdesk shop store the
    and of our care success agent client account bot system office user guest noreply desk unknown
    anonymous
    """

  /// Parts of names that are words: alone they are a name only beside a greeting.
  static let common: StaticString = """
    mark will may rose grace price chase jordan art bill frank hope joy faith dawn summer june april
    august miles rich grant pat sue drew gene dean ray guy van long short young white black brown
    green gray grey king page stone wood woods hill banks fields rivers bush west north east south
    day best good goode love case cash major cook baker carpenter mason bishop read small little bell
    ball ford bond cross power powers sharp wise gold silver fox wolf bird fish rice berry cherry ivy
    lily daisy violet amber ruby pearl crystal angel star sky max jack rob nick skip chip buck rusty
    sandy randy misty melody harmony charity christian duke earl prince noble general support team
    service services customer admin info sales help helpdesk shop store the and company inc ltd gmbh
    paris london victoria florence sydney austin dallas houston charlotte madison chelsea brooklyn
    carter cooper cole forest glen heath heather holly jasmine olive sage basil penny rocky sunny
    wade walker weaver turner taylor tanner miller fisher hunter gardener archer porter potter
    parker parks park post street lane road church temple moon snow frost winter spring autumn field
    ground house home hall gates key keys lock book books bank bay beach lake marsh pool waters wells
    don dot bob ben sam tab tom ann per les des der die das den del una mit und for not you are all
    any can has had her him his how its let new now old one our out own see she too two use was way
    who why yes yet amazon apple google orange target dell ferrari mercedes porsche tesla delta smart
    test user agent client account order name mail email phone office web online direct contact dev
    """
}
