/// One line under examination for UTF-8 read in a wrong code page: the decision is made line by line.
///
/// Used again for each line, so that its arrays are allocated once.
struct MisreadLine {
  private let pages = MisreadCodePage()
  private let properties = ScalarProperties()
  private var scalars: [UInt32] = []
  private var rows: [Int] = []
  private var found: [MisreadSequence] = []
  private var best: [MisreadSequence] = []

  /// A line that still changes after so many rounds is left as it was: real text was misread twice,
  /// seldom three times; more is made to exhaust.
  private static let roundLimit = 6

  /// The line repaired, or nil when it is sound or can't be decided. `text` is valid UTF-8 without line
  /// feeds. Linear.
  mutating func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let base = text.baseAddress else { return nil }
    scalars.removeAll(keepingCapacity: true)
    var i = 0
    while i < text.count {
      let (scalar, length) = UTF8Scanning.decode(base + i)
      scalars.append(scalar)
      i &+= length
    }
    var rounds = 0
    while repairOnce() {
      rounds += 1
      if rounds > MisreadLine.roundLimit { return nil }
    }
    if rounds == 0 { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for scalar in scalars { UTF8Encoding.append(scalar, to: &out) }
    return out
  }

  /// One round: the code page that explains most characters is undone.
  private mutating func repairOnce() -> Bool {
    rows.removeAll(keepingCapacity: true)
    var candidates: UInt16 = 0
    var leads: UInt16 = 0
    for scalar in scalars {
      let row = pages.row(scalar)
      rows.append(row)
      candidates |= leads & pages.tailPages(row)
      if leads & 1 != 0, scalar == 0x20 { candidates |= 1 }
      leads = pages.leadPages(row)
    }
    best.removeAll(keepingCapacity: true)
    var bestCover = 0
    for page in 0..<MisreadCodePage.count where candidates & 1 << UInt16(page) != 0 {
      let cover = collect(page)
      if cover > bestCover {
        bestCover = cover
        swap(&best, &found)
      }
    }
    if bestCover == 0 { return false }
    apply()
    return true
  }

  /// Fills `found` with what a code page explains and may be replaced; returns a score led by how
  /// many characters that is.
  private mutating func collect(_ page: Int) -> Int {
    found.removeAll(keepingCapacity: true)
    var i = 0
    while i < scalars.count {
      if let sequence = sequence(at: i, page) {
        found.append(sequence)
        i += sequence.length
      } else {
        i += 1
      }
    }
    weighRuns()
    guard found.contains(where: { $0.evidence == .strong }) else { return 0 }
    let scripts = found.reduce(into: UInt32(0)) { bits, sequence in
      if sequence.evidence == .strong {
        bits |= 1 << UInt32(MisreadSequence.script(sequence.scalar))
      }
    }
    found.removeAll { sequence in
      sequence.evidence == .script
        && scripts & 1 << UInt32(MisreadSequence.script(sequence.scalar)) == 0
    }
    return found.reduce(0) { $0 + $1.length * 8 + likelihood($1) }
  }

  /// Decides between code pages that explain the same characters: a capital inside a word is unlikely.
  private func likelihood(_ sequence: MisreadSequence) -> Int {
    guard sequence.start > 0 else { return 1 }
    let isInWord = properties.has(ScalarProperties.lower, scalars[sequence.start - 1])
    return isInWord && !properties.has(ScalarProperties.lower, sequence.scalar)
      && properties.has(ScalarProperties.word, sequence.scalar) ? 0 : 1
  }

  /// The sequence that begins at a character, if the code page makes one of it.
  private func sequence(at start: Int, _ page: Int) -> MisreadSequence? {
    let lead = pages.byte(rows[start], page)
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if page == MisreadCodePage.windows1252, let lost = lostSpace(at: start) { return lost }
    guard start + length <= scalars.count else { return nil }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for i in (start + 1)..<(start + length) {
      let tail = pages.byte(rows[i], page)
      guard tail & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(tail & 0x3F)
    }
    let isShortest = length == 2 || scalar >= (length == 3 ? 0x800 : 0x10000)
    guard isShortest, MisreadSequence.isPlausible(scalar) else { return nil }
    var sequence = MisreadSequence(start: start, length: length, scalar: scalar, evidence: .weak)
    sequence.holdsControl = (start + 1..<start + length).contains {
      (0x80..<0xA0).contains(scalars[$0])
    }
    sequence.evidence = evidence(of: sequence, page)
    return sequence
  }

  /// `Ã` or `Â` before a plain space that was U+00A0: the end of `à` or of a no-break space.
  private func lostSpace(at start: Int) -> MisreadSequence? {
    let lead = scalars[start]
    guard lead == 0xC3 || lead == 0xC2, start + 1 < scalars.count, scalars[start + 1] == 0x20
    else { return nil }
    let before = start > 0 ? scalars[start - 1] : 0x20
    let isLoneBefore = before == 0x20 || before == 0x27 || before == 0x2019 || before == 0x28
    let isLower = properties.has(ScalarProperties.lower, before)
    guard isLoneBefore || isLower || isSentenceMark(before) else { return nil }
    let follows =
      start + 2 < scalars.count && properties.has(ScalarProperties.word, scalars[start + 2])
    if lead == 0xC3 {
      let evidence: MisreadSequence.Evidence = isLower || (follows && start > 0) ? .strong : .weak
      return MisreadSequence(start: start, length: 1, scalar: 0xE0, evidence: evidence)
    }
    return MisreadSequence(
      start: start, length: 1, scalar: 0xA0,
      evidence: isLower || isSentenceMark(before) ? .strong : .weak)
  }

  private func isSentenceMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2C || scalar == 0x21 || scalar == 0x3F || scalar == 0x3A
      || scalar == 0x3B
  }

  /// Letters of another script are strong when all of a run of two or more is such a sequence. And
  /// sequences that explain less than half of a run of such characters may be chance.
  private mutating func weighRuns() {
    var first = 0
    while first < found.count {
      var last = first
      var letters = found[first].evidence == .script ? 1 : 0
      while last + 1 < found.count, found[last + 1].start == found[last].start + found[last].length
      {
        last += 1
        if found[last].evidence == .script { letters += 1 }
      }
      let end = found[last].start + found[last].length
      let start = found[first].start
      let isOpenBefore = start > 0 && rows[start - 1] != 0
      let isOpenAfter = end < scalars.count && rows[end] != 0
      if letters >= 2, !isOpenBefore, !isOpenAfter {
        for i in first...last { found[i].evidence = .strong }
      } else if first == last, isOpenBefore, isOpenAfter, !found[first].holdsControl {
        found[first].evidence = .weak
      }
      first = last + 1
    }
  }

  private mutating func apply() {
    var out = 0
    var i = 0
    for sequence in best {
      while i < sequence.start {
        scalars[out] = scalars[i]
        out += 1
        i += 1
      }
      scalars[out] = sequence.scalar
      out += 1
      i += sequence.length
    }
    while i < scalars.count {
      scalars[out] = scalars[i]
      out += 1
      i += 1
    }
    scalars.removeSubrange(out...)
  }
}

extension MisreadLine {
  /// Weighs one sequence by what stands around it.
  private func evidence(of sequence: MisreadSequence, _ page: Int) -> MisreadSequence.Evidence {
    let start = sequence.start
    let tails = (start + 1)..<(start + sequence.length)
    if (0x80..<0xA0).contains(sequence.scalar) { return .weak }
    if MisreadSequence.script(sequence.scalar) != 0 {
      return sequence.holdsControl ? .strong : .script
    }
    if sequence.holdsControl { return .strong }
    let lead = scalars[start]
    let before = start > 0 ? properties[scalars[start - 1]] : 0
    let end = start + sequence.length
    let after = end < scalars.count ? properties[scalars[end]] : 0
    let isLetterBefore = before & ScalarProperties.word != 0
    let isLetterAfter = after & ScalarProperties.word != 0
    let isCaseBreak =
      before & ScalarProperties.lower != 0 && properties.has(ScalarProperties.upper, lead)
    if isCaseBreak { return .strong }
    if page == MisreadCodePage.macRoman || page == MisreadCodePage.cp437 {
      let isBesideLetter =
        start > 0 && MisreadLine.isASCIILetter(scalars[start - 1])
        || end < scalars.count && MisreadLine.isASCIILetter(scalars[end])
      return symbolic(sequence, page, isBesideLetter: isBesideLetter)
    }
    if MisreadSequence.isRare(sequence.scalar) { return .weak }
    if sequence.length == 4 { return .strong }
    var isQuoting = true
    var isLetters = true
    for i in tails {
      if !MisreadLine.mayFollowLetter(scalars[i]) { isQuoting = false }
      if !properties.has(ScalarProperties.upper | ScalarProperties.lower, scalars[i]) {
        isLetters = false
      }
    }
    if isQuoting {
      if lead == 0xC2 || lead == 0xC3, before & ScalarProperties.upper == 0 {
        return start > 0 && MisreadLine.opensQuote(scalars[start - 1]) ? .weak : .strong
      }
      // What stands behind a word may follow its last letter; then no letter comes at once.
      return isLetterAfter && before & ScalarProperties.upper == 0 && !isLetters ? .strong : .weak
    }
    if isLetters, !(page == MisreadCodePage.windows1252 || page == MisreadCodePage.windows1254) {
      return .weak
    }
    // Ångström squared, and the like.
    if scalars[start + 1] == 0xB2 || scalars[start + 1] == 0xB3 {
      return isLetterBefore || isLetterAfter ? .strong : .weak
    }
    return .strong
  }

  /// In these code pages UTF-8 begins with signs and goes on with letters.
  private func symbolic(
    _ sequence: MisreadSequence, _ page: Int, isBesideLetter: Bool
  ) -> MisreadSequence.Evidence {
    let lead = scalars[sequence.start]
    let tail = scalars[sequence.start + 1]
    if page == MisreadCodePage.cp437 {
      let isBox = (0x2500..<0x25A0).contains(tail)
      return isBox ? .weak : .strong
    }
    if sequence.length > 2 { return lead == 0x201A || sequence.length == 4 ? .strong : .weak }
    switch lead {
    case 0xAC, 0x221A, 0x0192, 0x2248: return isBesideLetter ? .strong : .weak
    default: return .weak
    }
  }

  private static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar | 0x20)
  }

  /// A single letter in quotes is a letter.
  private static func opensQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0xAB, 0xBB, 0x2018...0x201E, 0x2039, 0x203A: true
    default: false
    }
  }

  /// Quotes, dashes, dots and signs that stand right behind a word in sound text.
  private static func mayFollowLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xBB, 0xB0, 0xAE, 0xB7, 0x2122, 0x2026, 0x2022: true
    case 0x2013...0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2039...0x203A: true
    default: false
    }
  }
}
