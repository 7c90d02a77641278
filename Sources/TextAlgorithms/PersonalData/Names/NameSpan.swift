/// A stretch of tokens that is a person, a part of an address, a place or a company.
struct NameSpan {
  var kind: PersonalDataKind
  var tokens: Range<Int>

  /// The spans that labels say, in order.
  static func read(_ labels: [NameModel.Label], from start: Int) -> [NameSpan] {
    var out: [NameSpan] = []
    for (i, label) in labels.enumerated() {
      guard let (kind, begins) = kind(label) else { continue }
      let at = start + i
      if !begins, let last = out.last, last.kind == kind, last.tokens.upperBound == at {
        out[out.count - 1].tokens = last.tokens.lowerBound..<(at + 1)
      } else {
        out.append(NameSpan(kind: kind, tokens: at..<(at + 1)))
      }
    }
    return out
  }

  private static func kind(_ label: NameModel.Label) -> (PersonalDataKind, begins: Bool)? {
    switch label {
    case .outside: nil
    case .beginPerson: (.person, true)
    case .inPerson: (.person, false)
    case .beginAddress: (.address, true)
    case .inAddress: (.address, false)
    case .beginPlace: (.location, true)
    case .inPlace: (.location, false)
    case .beginCompany: (.organization, true)
    case .inCompany: (.organization, false)
    }
  }
}
