/// Reads ratings and counts of reviews as pages show them.
enum RatingText {
  /// The numbers of a text in their order, a comma before one or two digits as a point, at most `limit`.
  ///
  /// "4,5 out of 5 based on 1,204 reviews" has 4.5, 5 and 1204.
  static func numbers(_ text: String, limit: Int = 8) -> [String] {
    let scalars = Array(text.unicodeScalars.prefix(400))
    var found: [String] = []
    var begin = 0
    while found.count < limit, let amount = PriceText.amount(in: scalars, from: begin) {
      found.append(amount.value)
      begin = amount.range.upperBound
    }
    return found
  }

  /// Words between a rating and the best one.
  private static let scales = [
    "out of", "of", "/", "sur", "von", "de", "su", "van", "av", "z", "из", "sobre",
  ]

  /// A rating on a stated scale: "4.7 out of 5 stars", "4,7/5", "Rated 4.7 of 5"; the best is 5, 10 or 100.
  static func scaled(_ text: String) -> (rating: String, best: String)? {
    let scalars = Array(text.unicodeScalars.prefix(400))
    var begin = 0
    while let first = PriceText.amount(in: scalars, from: begin) {
      begin = first.range.upperBound
      guard let second = PriceText.amount(in: scalars, from: begin) else { return nil }
      let between = String(String.UnicodeScalarView(scalars[begin..<second.range.lowerBound]))
      let words = between.lowercased().split { $0.isWhitespace || $0 == "★" }
        .filter { $0 != "stars" && $0 != "star" && $0 != "sterne" && $0 != "étoiles" }
        .joined(separator: " ")
      guard scales.contains(words), let rating = Double(first.value),
        let best = Double(second.value), [5, 10, 100].contains(best), rating <= best
      else { continue }
      return (first.value, second.value)
    }
    return nil
  }

  private static let reviewWords = [
    "review", "rating", "opinion", "bewertung", "rezension", "avis", "évaluation", "reseña",
    "valoracion", "valoración", "opinión", "recension", "omdöme", "avaliaç", "beoordeling",
    "anmeldelse", "opini", "отзыв", "hodnocení", "yorum", "değerlendirme", "レビュー", "votes",
    "recenze", "értékelés", "arvostelu",
  ]

  /// The count in "(1,204)", "23 Reviews", "Reviews: 12", "4.5/5 (23)"; nil when none is said.
  static func count(_ text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    let lower = text.lowercased()
    let scalars = Array(lower.unicodeScalars)
    var amounts: [PriceText.Amount] = []
    while amounts.count < 6,
      let next = PriceText.amount(in: scalars, from: amounts.last?.range.upperBound ?? 0)
    {
      amounts.append(next)
    }
    func isWhole(_ amount: PriceText.Amount) -> Bool { !amount.value.contains(".") }
    func part(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    // A number right before a word for reviews, or in brackets.
    for (index, amount) in amounts.enumerated() where isWhole(amount) {
      let end =
        amounts.indices.contains(index + 1) ? amounts[index + 1].range.lowerBound : scalars.count
      let after = part(amount.range.upperBound..<end).trimmed
      let before = part(0..<amount.range.lowerBound).trimmed
      let inBrackets = before.hasSuffix("(") && after.hasPrefix(")")
      let words = after.split { !$0.isLetter }.prefix(3).joined(separator: " ")
      let isNamed = reviewWords.contains { words.holds($0) }
      let last = before.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      if last.hasSuffix("/") || index > 0 && ["of", "sur", "von", "de", "su"].contains(last) {
        continue
      }
      if inBrackets || isNamed { return amount.value }
    }
    guard amounts.count == 1, isWhole(amounts[0]) else { return nil }
    let before = part(0..<amounts[0].range.lowerBound)
    let after = part(amounts[0].range.upperBound..<scalars.count)
    let isBare = !(before + after).contains { $0.isLetter || $0 == "/" || $0 == "%" }
    let isLabelled = reviewWords.contains { before.holds($0) }
    return isBare || isLabelled ? amounts[0].value : nil
  }
}
