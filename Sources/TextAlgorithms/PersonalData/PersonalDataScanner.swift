/// Finds personal data and secrets in text: one pass that stops at anchors, then checks and cue words.
///
/// One instance per worker; it keeps its storage from text to text. Results depend only on the text and
/// the identities added since `removeIdentities`. Linear in the text. Placeholders such as `[EMAIL_1]` are never
/// part of a finding.
package final class PersonalDataScanner {
  private let classes: UnsafeMutablePointer<UInt32>
  private let anchors = AnchorTable(
    (SecretPhraseScanner.beginnings + TradeNumberScanner.beginnings + ["www"]).map { ($0, .anchor) }
      + IdentityScanner.cueWords.map { ($0, .cue) } + [(NameCues.list, .nameCue)])
  /// Where in the text of the last scan words stand that may introduce names.
  package private(set) var nameCues: [Int] = []
  private let cues = CueWords()
  private let accounts: AccountScanner
  private let tokens: SecretTokenScanner
  private let identity: IdentityScanner
  private let dates: DateScanner
  private let places: PlaceNumberScanner
  private let trade: TradeNumberScanner
  private var phones: PhoneScanner
  private var identities: KnownIdentities
  private var hasIdentities = false
  private var wants: UInt32
  private let names: NameFinder?
  private let patterns: [LinearPattern]
  private var found: [PersonalFinding] = []
  private var resolver = FindingResolver()

  /// - Parameters:
  ///   - kinds: What `scan` returns; every kind takes part in deciding overlaps.
  ///   - oracle: Answers questions about telephone numbers. Pure, as its answers are kept.
  ///   - names: Finds people, addresses, places and companies; without it none are found but stated ones.
  ///   - patterns: What else is found, as `.custom`; a finding's `identity` is its pattern's index.
  package init(
    kinds: [PersonalDataKind] = PersonalDataKind.standard, oracle: @escaping PhoneOracle,
    names: NameFinder? = nil, patterns: [LinearPattern] = []
  ) {
    self.names = names
    self.patterns = patterns
    let table = SecretClasses.table()
    // SAFETY: 256 elements, initialized at once, freed in deinit; the parts live no longer than self.
    classes = .allocate(capacity: 256)
    classes.initialize(from: table, count: 256)
    accounts = AccountScanner(cues: cues)
    tokens = SecretTokenScanner(classes: classes)
    identity = IdentityScanner(cues: cues)
    dates = DateScanner(cues: cues)
    places = PlaceNumberScanner(cues: cues)
    trade = TradeNumberScanner(cues: cues)
    phones = PhoneScanner(cues: cues, oracle: oracle)
    identities = KnownIdentities(cues: cues)
    wants = kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  deinit { classes.deallocate() }

  /// Forgets the identities of the record before.
  package func removeIdentities() {
    names?.forget()
    guard hasIdentities else { return }
    hasIdentities = false
    identities.removeAll()
    phones.known.removeAll(keepingCapacity: true)
  }

  /// Adds a name, an address or a number that the record states; findings of it carry `identity`.
  package func add(_ value: [UInt8], identity: Int) {
    hasIdentities = true
    identities.add(value, identity: identity)
    phones.known = identities.phones
  }

  /// The findings in valid UTF-8 text, sorted and without overlaps.
  package func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [PersonalFinding] {
    guard let base = bytes.baseAddress else { return [] }
    found.removeAll(keepingCapacity: true)
    // SAFETY: the view doesn't leave this call.
    let text = PersonalText(base: base, count: bytes.count)
    guard let folding = WidthFolding(text) else { return findings(text) }
    return folding.bytes.withUnsafeBufferPointer { folded in
      guard let base = folded.baseAddress else { return [] }
      // SAFETY: the view doesn't leave this call.
      return findings(PersonalText(base: base, count: folded.count)).map { finding in
        var finding = finding
        finding.range = folding.source(finding.range)
        return finding
      }
    }
  }

  private func findings(_ text: PersonalText) -> [PersonalFinding] {
    pass(text)
    addIdentities(text)
    for index in patterns.indices { addMatches(text, index) }
    var kept = found.isEmpty ? [] : resolver.resolve(found, text)
    if let names, usesNames {
      let more = names.find(
        text, masks: kept.filter { NameFinder.masked($0.kind) }, cues: nameCues)
      if !more.isEmpty { kept = resolver.resolve(kept + more, text) }
    }
    if wants(.address) { kept = AddressJoiner.join(kept, text) }
    return kept.filter { wants($0.kind) }
  }

  /// Whether the model of names has anything to look for.
  private var usesNames: Bool {
    wants(.person) || wants(.address) || wants(.location) || wants(.organization)
  }

  /// Adds what the record states; a name within an e-mail address that is redacted whole is left to it.
  private func addIdentities(_ text: PersonalText) {
    guard hasIdentities, identities.hasForms else { return }
    let emails = wants(.email) ? found.filter { $0.kind == .email }.map(\.range) : []
    var next = 0
    identities.scan(text) { finding in
      while next < emails.count, emails[next].upperBound <= finding.range.lowerBound { next += 1 }
      if finding.kind == .person, next < emails.count, emails[next].overlaps(finding.range) {
        return
      }
      found.append(finding)
    }
  }

  /// Adds what a pattern matches between word boundaries. At most 64 steps a sign of the pattern and place.
  private func addMatches(_ text: PersonalText, _ index: Int) {
    let pattern = patterns[index]
    var i = 0
    while i < text.count {
      let b = text.base[i]
      if pattern.mayBegin(b), !text.isWord(at: i) || !text.isWord(before: i),
        let end = pattern.end(text, at: i), !text.isWord(at: end) || !text.isWord(before: end)
      {
        found.append(
          PersonalFinding(kind: .custom, range: i..<end, identity: index, detector: .custom))
        i = end
      } else {
        i &+= 1
      }
    }
  }

  private func add(_ kind: PersonalDataKind, _ range: Range<Int>, identity: Int? = nil) {
    found.append(PersonalFinding(kind: kind, range: range, identity: identity))
  }

  @inline(__always) private func wants(_ kind: PersonalDataKind) -> Bool {
    wants >> UInt32(kind.rawValue) & 1 == 1
  }

  /// Where each scanner may go on; what it has passed it doesn't look at again.
  private struct Marks {
    var email = 0
    var url = 0
    var ipv4 = 0
    var ipv6 = 0
    var iban = 0
    var card = 0
    var ssn = 0
    var wallet = 0
    var phone = 0
    var mac = 0
    var phrase = 0
    var token = 0
    var key = 0
    var identity = 0
    var date = 0
    var coordinates = 0
    var order = 0
    var tracking = 0
    /// Where the last word stands that may speak for an identity.
    var cue = -1
  }

  private func pass(_ text: PersonalText) {
    var marks = Marks()
    nameCues.removeAll(keepingCapacity: true)
    anchors.each(text) { i, kind in
      if kind.contains(.nameCue) { nameCues.append(i) }
      if kind.contains(.cue), identity.isCue(text, at: i) { marks.cue = i }
      if kind.contains(.runEnd) {
        var start = i
        while start > 0, classes[Int(text.base[start &- 1])] & SecretClasses.run != 0 {
          start &-= 1
        }
        secrets(text, start..<i)
      } else if kind.contains(.anchor) {
        anchor(text, i, &marks)
      }
    }
  }

  private func anchor(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    let b = text.base[i]
    let mask = classes[Int(b)]
    if mask & (SecretClasses.lower | SecretClasses.upper) != 0 {
      phrase(text, i, &marks)
      if b | 0x20 == 0x77, text[i &+ 3] == 0x2E { www(text, i, &marks) }
      if let range = trade.bic(text, at: i) { add(.bic, range) }
    } else if mask & SecretClasses.digit != 0 {
      number(text, i, &marks)
      identities(text, i, &marks)
    } else if b >= 0x80 {
      phrase(text, i, &marks)
    } else {
      sign(text, i, b, &marks)
    }
  }

  private func secrets(_ text: PersonalText, _ run: Range<Int>) {
    tokens.scan(text, run) { add(.secret, $0) }
  }

  private func phrase(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    guard i >= marks.phrase, let range = SecretPhraseScanner.secret(text, at: i) else { return }
    add(.secret, range)
    marks.phrase = range.upperBound
  }

  private func www(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    guard i >= marks.url, let range = URLScanner.www(text, at: i) else { return }
    add(.url, range)
    marks.url = range.upperBound
  }

  private func number(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    if i >= marks.ipv4, let range = MachineAddressScanner.ipv4(text, at: i, cues) {
      add(.ip, range)
      marks.ipv4 = range.upperBound
    }
    if i >= marks.iban &+ 2, let range = accounts.iban(text, digits: i) {
      add(.iban, range)
      marks.iban = range.upperBound
    } else if i >= marks.iban &+ 2, let range = accounts.namedIBAN(text, digits: i) {
      add(.iban, range)
      marks.iban = range.upperBound
    }
    if i >= marks.card { marks.card = accounts.cards(text, at: i) { add(.card, $0) } }
    if i >= marks.ssn, let range = accounts.ssn(text, at: i) {
      add(.ssn, range)
      marks.ssn = range.upperBound
    }
    if i >= marks.wallet, let range = accounts.wallet(text, at: i) {
      add(.crypto, range)
      marks.wallet = range.upperBound
    }
    if i >= marks.phone {
      let (candidate, next) = PhoneCandidate.find(text, run: i, floor: marks.phone)
      if let candidate {
        if let identity = phones.identity(of: candidate) {
          add(.phone, candidate.range, identity: identity)
        } else if phones.accepts(text, candidate) {
          add(.phone, candidate.range)
        }
      }
      marks.phone = next
    }
  }

  private func identities(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    if i >= marks.identity,
      let (kind, range) = identity.find(
        text, digits: i, floor: marks.identity, cue: marks.cue)
    {
      add(kind, range)
      marks.identity = range.upperBound
    }
    if i >= marks.date, let range = dates.birth(text, at: i) {
      add(.dateOfBirth, range)
      marks.date = range.upperBound
    }
    if i >= marks.coordinates {
      if let range = places.coordinates(text, at: i) {
        add(.coordinates, range)
        marks.coordinates = range.upperBound
      } else if let range = places.postCode(text, at: i) {
        add(.address, range)
        marks.coordinates = range.upperBound
      }
    }
    if wants(.orderNumber), i >= marks.order,
      let range = trade.order(text, digits: i, floor: marks.order)
    {
      add(.orderNumber, range)
      marks.order = range.upperBound
    }
    if wants(.trackingNumber), i >= marks.tracking, let range = trade.tracking(text, digits: i) {
      add(.trackingNumber, range)
      marks.tracking = range.upperBound
    }
  }

  private func sign(_ text: PersonalText, _ i: Int, _ b: UInt8, _ marks: inout Marks) {
    switch b {
    case 0x40:
      if let range = EmailScanner.address(text, at: i, floor: marks.email) {
        add(.email, range)
        marks.email = range.upperBound
      }
    case 0x3A: colon(text, i, &marks)
    case 0x2D:
      if i >= marks.mac, text[i &+ 3] == 0x2D, text.isHex(i &- 1) { mac(text, i, &marks) }
      if i >= marks.key, text[i &+ 1] == 0x2D, text.has("-----BEGIN", at: i) {
        let (range, next) = SecretPlaceScanner.keyBlock(text, at: i)
        if let range { add(.secret, range) }
        marks.key = next
      }
    case 0x2E:
      if i >= marks.mac, text[i &+ 5] == 0x2E, text.isHex(i &- 1) { mac(text, i, &marks) }
      if wants(.url), i >= marks.url, text[i &+ 1] &- 0x61 < 26 || text.isDigit(i &+ 1),
        let range = URLScanner.bare(text, dot: i, floor: marks.url)
      {
        add(.url, range)
        marks.url = range.upperBound
      }
    case 0x3D:
      if i >= marks.token {
        let (range, next) = SecretPlaceScanner.urlToken(text, equals: i)
        if let range { add(.secret, range) }
        marks.token = next
      }
    default: break
    }
  }

  private func colon(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    if text[i &+ 1] == 0x2F, text[i &+ 2] == 0x2F {
      if let range = SecretPlaceScanner.urlPassword(text, colon: i) { add(.secret, range) }
      if i >= marks.url {
        let (range, end) = URLScanner.address(text, colon: i)
        if let range { add(.url, range) }
        marks.url = end
      }
      return
    }
    if i >= marks.mac, text[i &+ 3] == 0x3A, text.isHex(i &- 1) { mac(text, i, &marks) }
    if i >= marks.ipv6, text.isHex(i &+ 1) || text[i &+ 1] == 0x3A {
      let (range, end) = MachineAddressScanner.ipv6(text, colon: i, floor: marks.ipv6)
      if let range { add(.ip, range) }
      marks.ipv6 = end
    }
  }

  private func mac(_ text: PersonalText, _ i: Int, _ marks: inout Marks) {
    guard let range = MachineAddressScanner.mac(text, separator: i) else { return }
    add(.mac, range)
    marks.mac = range.upperBound
  }
}
