/// A conversation as a model learns it: an optional system turn, then user and assistant turns in
/// alternation, the first by the user, the last by the assistant.
package struct TrainingExample: Equatable, Sendable {
  package var turns: [Turn]
  /// Tokens of the whole example as chat formats count them.
  package var tokens: Int
  /// Whole turns that were left out at the beginning to meet the token limit.
  package var droppedTurns: Int

  package init(turns: [Turn], tokens: Int, droppedTurns: Int) {
    self.turns = turns
    self.tokens = tokens
    self.droppedTurns = droppedTurns
  }
}
