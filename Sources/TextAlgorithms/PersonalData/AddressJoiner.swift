/// Makes one address of its parts: those parted only by blanks, commas and line ends touch afterwards.
enum AddressJoiner {
  /// The sorted findings, with each address's parts, and the towns and short lines between them, tiled: every part
  /// ends where the next begins, and all but the first `continues`.
  static func join(_ whole: [PersonalFinding], _ text: PersonalText) -> [PersonalFinding] {
    guard whole.contains(where: { $0.kind == .address }) else { return whole }
    let findings = whole.flatMap { split($0, text) }
    var out: [PersonalFinding] = []
    var i = 0
    while i < findings.count {
      guard isPart(findings[i]) else {
        out.append(findings[i])
        i += 1
        continue
      }
      var end = i + 1
      while end < findings.count, isPart(findings[end]),
        joins(text, findings[end - 1], findings[end])
      {
        end += 1
      }
      out += tiled(findings[i..<end])
      i = end
    }
    return out
  }

  private static func isPart(_ finding: PersonalFinding) -> Bool {
    finding.kind == .address || finding.kind == .location
  }

  private static func tiled(_ group: ArraySlice<PersonalFinding>) -> [PersonalFinding] {
    let parts = group.filter { $0.kind == .address }
    guard group.count > 1, let first = group.first, let last = group.last, !parts.isEmpty else {
      return Array(group)
    }
    var out = parts
    out[0].range = first.range.lowerBound..<out[0].range.upperBound
    for k in out.indices.dropFirst() {
      out[k - 1].range = out[k - 1].range.lowerBound..<out[k].range.lowerBound
      out[k].continues = true
    }
    out[out.count - 1].range = out[out.count - 1].range.lowerBound..<last.range.upperBound
    return out
  }

  /// A house number and the street behind it are two parts.
  private static func split(_ part: PersonalFinding, _ text: PersonalText) -> [PersonalFinding] {
    guard part.kind == .address else { return [part] }
    var i = part.range.lowerBound
    while PersonalText.isDigit(text[i]) { i &+= 1 }
    guard i > part.range.lowerBound, i &- part.range.lowerBound <= 4, text[i] == 0x20,
      i &+ 4 < part.range.upperBound
    else { return [part] }
    var number = part
    var street = part
    number.range = part.range.lowerBound..<i
    street.range = (i &+ 1)..<part.range.upperBound
    return [number, street]
  }

  /// True when little stands between two parts: signs, quote marks, and between two parts of an address one
  /// short run of words with capitals, which is a town.
  private static func joins(
    _ text: PersonalText, _ one: PersonalFinding, _ two: PersonalFinding
  ) -> Bool {
    let gap = one.range.upperBound..<two.range.lowerBound
    guard gap.count <= 48 else { return false }
    var words = 0
    var lines = 0
    var i = gap.lowerBound
    while i < gap.upperBound {
      let b = text[i]
      if b == 0x0A { lines += 1 }
      if PersonalText.isUpper(b) || (b >= 0xC3 && text.isWord(at: i)) {
        words += 1
        while i < gap.upperBound, text.isWord(at: i) || text[i] == 0x2D { i &+= 1 }
        continue
      }
      guard
        PersonalText.isSpace(b) || b == 0x2C || b == 0x2E || b == 0x3E || b == 0x2D || b == 0x28
          || b == 0x29
      else { return false }
      i &+= 1
    }
    if lines > 2 || gap.count - words > 16 && words == 0 { return false }
    return words == 0 || (words <= 3 && one.kind == .address && two.kind == .address && lines > 0)
  }
}
