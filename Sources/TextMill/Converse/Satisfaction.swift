internal import TextAlgorithms

/// What a customer thought of an answer, from 1 (bad) to 5 (good), as helpdesks write it.
enum Satisfaction {
  /// The fields that hold ratings in exports, the surest first.
  static let fields = [
    "satisfaction", "satisfaction_rating", "rating", "csat", "conversation_rating",
  ]

  /// The rating in a document's metadata; nil when there is none, or when it says nothing.
  static func value(in metadata: [JSONValue.Member], field: String?) -> Double? {
    for name in field.map({ [$0] }) ?? fields {
      guard let value = metadata.last(where: { $0.key == name })?.value else { continue }
      if let rating = number(value) { return rating }
    }
    return nil
  }

  private static func number(_ value: JSONValue) -> Double? {
    if case .object = value {
      for key in ["score", "rating", "value"] {
        if let inner = value[key], let rating = number(inner) { return rating }
      }
      return nil
    }
    if case .bool(let isGood) = value { return isGood ? 5 : 1 }
    guard let text = value.scalarText else { return nil }
    if let number = Double(text) { return (1...5).contains(number) ? number : nil }
    // "good_with_comment", "Good, I'm satisfied", "Not good": the first words tell.
    let word = String(text.lowercased().prefix { $0.isLetter })
    switch word {
    case "good", "great", "positive", "happy", "satisfied", "excellent", "up", "yes", "liked":
      return 5
    case "okay", "ok", "neutral", "average": return 3
    case "bad", "negative", "unhappy", "poor", "terrible", "down", "not", "no", "dissatisfied",
      "disliked", "unsatisfied":
      return 1
    default: return nil
    }
  }
}
