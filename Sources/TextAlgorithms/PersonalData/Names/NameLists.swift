/// Closed lists of words in lower case, of many languages.
enum NameLists {
  private static let street: StaticString = """
    street st road rd avenue ave av boulevard blvd lane ln drive dr court ct place pl square
    sq terrace crescent close way highway hwy parkway pkwy circle cir trail row walk mews
    gardens grove hill park plaza route turnpike pike loop run path alley green quay wharf
    esplanade parade promenade freeway expressway crossing rue allée allee allées impasse
    chemin quai cours passage faubourg montée sentier calle avenida avda paseo carrera
    camino carretera ronda travesía glorieta c/ urbanización colonia callejón pasaje jirón
    via viale piazza corso largo vicolo strada piazzale contrada lungotevere salita borgo
    rua travessa praça estrada alameda rodovia beco straße strasse str weg platz gasse ring
    damm ufer steig chaussee markt hof straat laan plein gracht kade dreef singel steenweg
    gatan gata väg vägen stigen gränd torg vej gade allé plads veien vegen gate katu tie
    kuja polku tänav tn maantee ulica ul aleja al plac os osiedle ulice náměstí nám trg
    cesta utca út útja tér körút bulevardul calea cadde caddesi sokak sk mahallesi bulvarı
    jalan jl soi chome cho machi dori οδός λεωφόρος улица ул проспект пр переулок бульвар
    площадь
    """

  private static let unit: StaticString = """
    apt apartment suite ste unit flat floor fl room rm bldg building box po pmb lot apto
    piso puerta pta bât bâtiment appt étage wohnung wg stock stiege top int interno scala
    lgh lägenhet sal th dør bus boîte bte esc psc fpo apo dpo postfach lokal lok byt
    huisnummer
    """

  private static let company: StaticString = """
    inc ltd llc llp plc corp corporation company co group gmbh ag kg ohg ug se sa sas sarl
    srl spa bv nv ab oy oyj as asa aps pty pte limited holdings holding partners associates
    consulting foundation institute university college bank software systems solutions
    technologies technology services industries labs media networks energy capital insurance
    airlines motors records studios incorporated hospital school club association council
    committee department ministry agency
    """

  private static let title: StaticString = """
    mr mrs ms miss mx dr prof professor sir madam lady lord rev reverend fr sister capt
    captain lt col sgt gen hon herr frau fräulein hr fru frk monsieur madame mademoiselle
    mme mlle m. señor señora señorita sr sra srta don doña signor signora signorina sig dott
    dottssa ing avv dhr mevr mevrouw meneer pan pani pán paní senhor senhora dona san sama
    bey hanım jr phd md esq
    """

  private static let kin: StaticString = """
    wife husband son daughter mother father mom mum dad brother sister partner friend
    colleague boss manager uncle aunt cousin girlfriend boyfriend nephew niece grandmother
    grandfather fiancé fiancée roommate landlord neighbor neighbour assistant spouse child
    kid ehefrau ehemann sohn tochter mutter vater bruder schwester freund freundin kollege
    kollegin chef mari femme fils fille mère père frère soeur ami amie collègue esposa
    esposo hijo hija madre padre hermano hermana amigo amiga moglie marito figlio figlia
    stepfather stepmother godmother godfather twin grandma grandpa nan granny bride groom
    widow mama papa oma opa tante onkel oncle zoon dochter moeder vader broer zus vriend
    vriendin collega man vrouw fru kone datter søn mor far bror søster amico amica nonna
    nonno abuelo abuela tío tía primo vizinho mãe pai filho filha irmão irmã marido vecino
    vecina nachbar nachbarin nachbarn voisin voisine buurman buurvrouw granddaughter
    grandson client patient tenant teacher coach
    """

  private static let greeting: StaticString = """
    hi hello hey dear hiya howdy greetings hallo moin servus liebe lieber liebes bonjour
    salut cher chère bonsoir hola querido querida estimado estimada buenos ciao buongiorno
    gentile caro cara salve geachte beste hej hejsan hei moi terve kære kjære olá oi prezado
    prezada szia kedves ahoj cześć witam szanowny szanowna merhaba sayın привет здравствуйте
    уважаемый morning afternoon evening thanks thank heya yo gm goodmorning welcome
    bienvenue willkommen benvenuto bienvenido ehi cari liebste verehrte werter geehrte
    geehrter geehrten tag señores estimados bom dia boa tarde noite goedemorgen goedemiddag
    goedendag god dag morgen kära käre hyvä päivää dobrý dzień dobry buna bună salutare
    zdravo γεια καλημέρα здравствуй уважаемая добрый
    """

  private static let goodbye: StaticString = """
    regards sincerely cheers thanks best kind warm yours truly faithfully respectfully
    cordially love thx rgds grüße grüßen gruß mfg lg vg cordialement amicalement saludos
    atentamente abrazo saluti cordiali groeten groet hälsningar vänliga mvh hilsen vennlig
    terveisin atenciosamente abraços pozdrawiam üdvözlettel selam saygılarımla sent signed
    gracias merci danke grazie bedankt tack obrigado bye cu xoxo hugs cheerio appreciated
    grateful respectueusement salutations bises bisous atte saludo besos cordiales distinti
    mille vriendelijke hartelijke groetjes hilsener venlig hälsning terv ystävällisin
    cumprimentos abraço obrigada pozdrav pozdravem hochachtungsvoll herzliche herzlichst
    freundliche freundlichen viele liebe
    """

  private static let naming: StaticString = """
    name named names called call surname maiden beneficiary guardian signed attn attention
    contact recipient customer client caller user username author by from to cc with ask
    speak spoke talked met know tell told asked says said nom nombre nome naam namn navn
    nimi név imię heiße heisse appelle llamo chiamo heet heter jmenuji ich bin je suis soy
    sono ik ben jag är assignee requester reporter sender agent rep representative owner
    manager supervisor addressee payee payer cardholder holder passenger guest driver meine
    mein joined left chat escalated transferred assigned introduced married alias aka
    nickname signature prénom apellido apellidos cognome achternaam voornaam efternamn
    förnamn fornavn etternavn sobrenome apelido nazwisko nachname vorname empfänger
    empfängerin ansprechpartner kontaktperson destinataire destinatario ontvanger mottagare
    kunde kundin cliente klant bearbeiter techniker
    """

  private static let saying: StaticString = """
    said says asked told shouted replied answered wrote called writes added explained thinks
    thought wants wanted needs was is has had will can does lives moved works went came gave
    sent mentioned confirmed promised insisted suggested informed reported claimed argued
    announced admitted recalled laughed smiled nodded died sang played directed starring
    loves likes hates knows signed picked collected accepted received ordered bought paid
    emailed texted helped fixed advised apologised apologized refused schrieb sagte meinte
    hat wollte rief a dit écrit dijo escribió ha detto scritto zei schreef skrev sa
    """

  private static let month: StaticString = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
    friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar märz mai juni juli oktober dezember lundi mardi
    mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août
    septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado domingo
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """

  private static let field: StaticString = """
    ancho alto fondo peso referencia cuidado largeur hauteur profondeur poids référence entretien breite höhe tiefe
    gewicht material materials artikelnummer pflege einzelheiten larghezza altezza profondità materiale matière
    price total subtotal sku ean upc gtin mpn dimensions dimension size sizes colour color
    order orders invoice tracking version build status subject product model quantity qty
    weight height width length resolution date time amount ref reference priority category
    type description discount code coupon tax vat shipping delivery payment item items part
    serial summary environment steps expected actual error message preis größe farbe menge
    betrag bestellnummer rechnung prix taille couleur quantité commande precio talla
    cantidad pedido prezzo taglia quantità ordine
    """

  private static let measure: StaticString = """
    mm cm m km kg g mg lb lbs oz ml l cl hz khz mhz ghz kb mb gb tb px dpi w kw v mah inch
    inches ft usd eur gbp chf sek am pm uhr h min sec rpm fps
    """

  private static let particle: StaticString = """
    van von der den de del della di da dos das do la le du des al el bin ibn ben st mac mc o
    zu zum zur af av ter ten
    """

  private static let state: StaticString = """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh
    nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr aa ae ap nsw vic
    qld sa tas act nt on qc bc ab mb sk ns nb nl pe
    """

  private static let function: StaticString = """
    the a an and or of in on at to for from by with as is was are were be been has have had
    will would can could should may my your his her our their its i you he she we they it
    this that these those who what where when why how not no yes please me him us them here
    there new old first last also just only very so but if then than like about into over
    under after before between during until since account card number address phone email
    mail website url date time street city country office office's company order ticket
    letter said says asked shouted told named lives live living moved move grew born city's
    visit visited trip located based near home house meet meeting meet's return send sent
    deliver ship billing shipping update change changed add person man woman year years boss
    account's partner's daughter's guardian billed im i'm it's
    """

  private static let place: StaticString = """
    address addresses adresse anschrift dirección indirizzo adres adress endereço lives live
    deliver delivered ship shipped located billing residence office taxi meet return moved
    send sent postal mailing visit osoite adresa adresy cím lieferadresse rechnungsadresse
    wohnhaft wohne wohnt habite habita vivo vive abito bor woon
    """

  private static let art: StaticString = """
    song songs novel album albums film films movie movies concert band book books play poem
    painting series show episode fan fans tribute biography memoir autobiography composer
    singer actor actress author writer poet painter director directed starring producer
    drummer guitarist lyrics lied buch roman
    """

  private static let goods: StaticString = """
    lamp chair table sofa desk shelf shirt dress shoes jacket rug bed mattress cushion vase
    mug kettle grill bench armchair stool wardrobe cabinet mirror curtain blanket pillow
    towel backpack headphones speaker laptop phone tablet watch printer router keyboard
    mouse monitor camera cable charger battery case model edition set kit pack collection
    size colour color bike stroller toy game console blender mixer oven fridge washer vacuum
    drill saw hose tent boots sneakers trainers jeans coat scarf hat bag wallet ring
    necklace bracelet earrings perfume cream shampoo lampe stuhl tisch sessel regal bett
    kissen decke schrank chaise canapé fauteuil lit tapis lámpara silla mesa sofá
    """

  private static let role: StaticString = """
    team support service services helpdesk customer care sales department office desk staff
    bot system administrator admin moderator webmaster kundendienst kundenservice équipe
    equipo soporte assistenza supporto klantenservice kundtjänst
    """

  static let streetEndings: StaticString = """
    straße strasse str weg gasse platz allee damm ring ufer steig straat laan plein gracht
    kade dreef singel steenweg plaats gatan vägen väg stigen gränden gata vej gade veien
    vegen vei gaten stræde katu tie kuja polku tänav utca ulica ulice caddesi sokağı street
    road lane way stien bakken sletta åsen haugen svingen stíg vegur braut stræti pad hof
    laantje
    """

  static let all: [(words: StaticString, classes: NameClasses)] = [
    (street, .street),
    (unit, .unit),
    (company, .company),
    (title, .title),
    (kin, .kin),
    (greeting, .greeting),
    (goodbye, .goodbye),
    (naming, .naming),
    (saying, .saying),
    (month, .month),
    (field, .field),
    (measure, .measure),
    (particle, .particle),
    (state, .state),
    (function, .function),
    (place, .place),
    (art, .art),
    (goods, .goods),
    (role, .role),
  ]
}
