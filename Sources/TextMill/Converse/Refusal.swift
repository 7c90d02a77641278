extension ExampleMaker {
  /// Why a conversation makes no example.
  package enum Refusal: Error, Equatable, Sendable {
    case noCustomerTurn
    case noAgentTurn
    /// Even the last exchange alone is over the limit.
    case tooLong(tokens: Int)
    /// The system message names a field that the document doesn't have.
    case missingVariable(name: String)
    case notSolved(status: String)
    case lowRating(rating: Double?)
    case noHumanAgent
    case shortAnswer(words: Int)
    case fewTurns(turns: Int)

    /// The reason in rejects and ledgers.
    package var reason: String {
      switch self {
      case .noCustomerTurn: "no_customer_turn"
      case .noAgentTurn: "no_agent_turn"
      case .tooLong: "too_long"
      case .missingVariable: "missing_variable"
      case .notSolved: "not_solved"
      case .lowRating(nil): "no_rating"
      case .lowRating: "low_rating"
      case .noHumanAgent: "no_human_agent"
      case .shortAnswer: "short_answer"
      case .fewTurns: "few_turns"
      }
    }

    package var evidence: String? {
      switch self {
      case .tooLong(let tokens): "\(tokens) tokens"
      case .missingVariable(let name): name
      case .notSolved(let status): status.isEmpty ? "no status" : "status \(status)"
      case .lowRating(let rating?): "rating \(rating)"
      case .shortAnswer(let words): "\(words) words"
      case .fewTurns(let turns): "\(turns) turns"
      case .noCustomerTurn, .noAgentTurn, .noHumanAgent, .lowRating(nil): nil
      }
    }
  }
}
