/// Puts the parts of addresses that grammars find among what the model finds.
struct AddressMerger {
  let grammar: AddressGrammar

  /// Grammars add where the model has no part of an address, and win over people, places and companies there.
  func merge(_ spans: [NameSpan]) -> [NameSpan] {
    var spans = spans
    var isAddress = [Bool](repeating: false, count: grammar.tokens.count)
    for span in spans where span.kind == .address { for i in span.tokens { isAddress[i] = true } }
    for part in grammar.parts() where !part.contains(where: { isAddress[$0] }) {
      spans.removeAll { $0.tokens.overlaps(part) }
      spans.append(NameSpan(kind: .address, tokens: part))
      for i in part { isAddress[i] = true }
    }
    for i in grammar.tokens.indices where !isAddress[i] {
      guard let unit = grammar.weakUnit(i), isBeside(unit, isAddress) else { continue }
      spans.removeAll { $0.tokens.overlaps(unit) }
      spans.append(NameSpan(kind: .address, tokens: unit))
      for i in unit { isAddress[i] = true }
    }
    for span in spans where span.kind == .address {
      guard let (code, town) = grammar.townBehind(span.tokens.upperBound) else { continue }
      spans.removeAll {
        $0.kind != .address && ($0.tokens.overlaps(town) || $0.tokens.overlaps(code))
      }
      if !code.contains(where: { isAddress[$0] }) {
        let bare =
          (code.first { grammar.at($0).shape.isNumber } ?? code.lowerBound)..<code.upperBound
        spans.append(NameSpan(kind: .address, tokens: bare))
      }
      if !town.contains(where: { isAddress[$0] }) {
        spans.append(NameSpan(kind: .location, tokens: town))
      }
    }
    return spans
  }

  /// True when only signs and one line end stand between `part` and a part of an address.
  private func isBeside(_ part: Range<Int>, _ isAddress: [Bool]) -> Bool {
    var i = part.lowerBound - 1
    while i >= 0, part.lowerBound - i < 4, !isAddress[i],
      [.sign, .line].contains(grammar.at(i).shape)
    { i -= 1 }
    if i >= 0, isAddress[i] { return true }
    i = part.upperBound
    while i < isAddress.count, i - part.upperBound < 3, !isAddress[i],
      [.sign, .line].contains(grammar.at(i).shape)
    { i += 1 }
    return i < isAddress.count && isAddress[i]
  }
}
