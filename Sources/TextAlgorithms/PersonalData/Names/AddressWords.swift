/// Words that address grammars know, in lower case.
struct AddressWords {
  /// What a word does in a street's name.
  struct Role: OptionSet {
    let rawValue: UInt16
    /// Ends an English street line and hardly anything else: "street".
    static let plainType = Role(rawValue: 1)
    /// Ends an English street line and much else: "drive", "place".
    static let type = Role(rawValue: 2)
    /// Stands before the number: "straße", "laan", "gatan".
    static let beforeNumber = Role(rawValue: 4)
    /// Follows the number: "rue".
    static let french = Role(rawValue: 8)
    /// Follows the number, but is a word elsewhere too: "place".
    static let frenchWord = Role(rawValue: 16)
    /// Opens the line, the number ends it: "calle", "via", "rua".
    static let opening = Role(rawValue: 32)
    /// Opens the line with a capital only.
    static let openingCapital = Role(rawValue: 64)
    static let polish = Role(rawValue: 128)
    static let box = Role(rawValue: 256)
    static let unit = Role(rawValue: 512)
    /// A unit only beside another part of an address.
    static let weakUnit = Role(rawValue: 1024)
    static let inner = Role(rawValue: 2048)
    static let direction = Role(rawValue: 4096)
    static let wrongState = Role(rawValue: 8192)
  }

  private var roles = HashedWords<Role>()

  init() {
    add(
      "street st road rd avenue ave boulevard blvd lane ln crescent cres terrace parkway pkwy highway hwy turnpike mews",
      .plainType)
    add(
      "drive dr court ct place pl square sq close way circle cir trail row gardens grove plaza loop alley quay walk park hill",
      .type)
    add(
      "straße strasse str weg platz allee gasse damm ufer chaussee straat laan plein gracht kade singel dreef gatan gata vägen väg vej gade plads veien vegen katu tie utca út tér caddesi sokak",
      .beforeNumber)
    add("rue avenue boulevard bd allée chemin impasse quai", .french)
    add("place cours route square passage", .frenchWord)
    add(
      "calle avenida avda paseo camino carretera travesía glorieta viale piazza vicolo rua travessa praça estrada alameda",
      .opening)
    add("via corso largo plaza ronda av piazzale lungomare", .openingCapital)
    add("ul ulica al aleja pl os", .polish)
    add("postfach postbus apartado casella boîte bp", .box)
    add("apt apartment suite ste flat appt", .unit)
    add("unit floor room rm bât wohnung lgh no piso puerta interno scala", .weakUnit)
    add(
      "of the de del della delle dei degli di da do dos das du des la las los le les el y e l d st saint sainte san santa von van der den het 't op",
      .inner)
    add("n s e w ne nw se sw north south east west", .direction)
    add("id in or ok me hi as", .wrongState)
  }

  private mutating func add(_ words: StaticString, _ role: Role) {
    words.withUTF8Buffer { bytes in
      for word in bytes.split(separator: 0x20) {
        roles.insert(role, for: word.reduce(NameTable.seed) { NameTable.add($1, to: $0) })
      }
    }
  }

  func roles(_ token: NameToken) -> Role { token.shape.isWord ? roles[token.word] : [] }
}
