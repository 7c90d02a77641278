/// What `tokenize` writes of each record.
package struct TokenizeOptions: Equatable, Sendable {
  /// What a record gets.
  package enum Output: Equatable, Sendable {
    /// `tokens`: the ids of `text`.
    case ids
    /// `token_count`: how many ids `text` has.
    case count
    /// `text`: what the ids in `tokens` stand for.
    case text
  }

  /// Default: ids.
  package var output: Output

  package init(output: Output = .ids) { self.output = output }
}
