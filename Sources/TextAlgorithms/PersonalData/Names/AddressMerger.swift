/// Puts the parts of addresses that grammars find among what the model finds.
struct AddressMerger {
  let grammar: AddressGrammar

  /// What grammars find is joined with what the model finds of the same part, and wins over people, places and
  /// companies there.
  func merge(_ spans: [NameSpan]) -> [NameSpan] {
    var spans = spans
    var isAddress = [Bool](repeating: false, count: grammar.tokens.count)
    for span in spans where span.kind == .address { for i in span.tokens { isAddress[i] = true } }
    for part in grammar.parts() { put(part, &spans, &isAddress) }
    for i in grammar.tokens.indices where !isAddress[i] {
      if let unit = grammar.weakUnit(i), isBeside(unit, isAddress) { put(unit, &spans, &isAddress) }
    }
    for span in spans where span.kind == .address {
      if let (code, town) = grammar.townBehind(span.tokens.upperBound) {
        let bare =
          (code.first { grammar.at($0).shape.isNumber } ?? code.lowerBound)..<code.upperBound
        put(bare, &spans, &isAddress)
        putTown(town, &spans, isAddress)
      } else if let town = grammar.town(behind: span.tokens) {
        putTown(town, &spans, isAddress)
      }
    }
    return spans
  }

  private func put(_ part: Range<Int>, _ spans: inout [NameSpan], _ isAddress: inout [Bool]) {
    var whole = part
    if part.contains(where: { isAddress[$0] }) {
      if part.allSatisfy({ isAddress[$0] }) { return }
      for span in spans where span.kind == .address && span.tokens.overlaps(part) {
        whole =
          min(
            whole.lowerBound, span.tokens.lowerBound)..<max(
            whole.upperBound, span.tokens.upperBound)
      }
    }
    spans.removeAll { $0.tokens.overlaps(whole) }
    spans.append(NameSpan(kind: .address, tokens: whole))
    for i in whole { isAddress[i] = true }
  }

  private func putTown(_ town: Range<Int>, _ spans: inout [NameSpan], _ isAddress: [Bool]) {
    guard !town.contains(where: { isAddress[$0] }) else { return }
    spans.removeAll { $0.tokens.overlaps(town) }
    spans.append(NameSpan(kind: .location, tokens: town))
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
