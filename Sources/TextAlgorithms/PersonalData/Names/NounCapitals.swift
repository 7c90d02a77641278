/// Tells whether a text is in German, which writes every noun with a capital.
enum NounCapitals {
  private static let words = ListedWords(
    """
    der die das den dem des und oder ist sind nicht ein eine einen einem einer ich wir sie es mit für auf im am zu zum zur von vom bei
    bitte wie wann wird wurde haben habe hat kann auch noch nach aus über ihr ihre mein meine
    """)

  /// True when at least two words, and one in eight, are German function words.
  static func writes(_ tokens: [NameToken]) -> Bool {
    var count = 0
    var all = 0
    for token in tokens where token.shape.isWord {
      all += 1
      if token.common > 0, words.contains(token.word) { count += 1 }
    }
    return count >= 2 && count * 8 >= all
  }
}
