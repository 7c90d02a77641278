/// A conversation as a model learns it: an optional system turn, then user and assistant turns in
/// alternation, the first by the user, the last by the assistant.
package struct TrainingExample: Equatable, Sendable {
  package var turns: [Turn]
  /// Tokens of the whole example as chat formats count them.
  package var tokens: Int
  /// Whole turns that were left out at the beginning to meet the token limit.
  package var droppedTurns: Int
  /// The 1-based number of the answer that is learnt, where a conversation makes an example for each.
  package var number: Int?
  /// An answer to the same turns that was rejected for the last one; nil when the data has none.
  package var rejected: [UInt8]?
  /// What the customer thought of it, 1 to 5; nil when the data doesn't say.
  package var rating: Double?

  package init(
    turns: [Turn], tokens: Int, droppedTurns: Int, number: Int? = nil, rejected: [UInt8]? = nil,
    rating: Double? = nil
  ) {
    self.turns = turns
    self.tokens = tokens
    self.droppedTurns = droppedTurns
    self.number = number
    self.rejected = rejected
    self.rating = rating
  }
}
