internal import TextAlgorithms

extension ConverseConfiguration.Quality {
  /// What is wrong with a conversation before its turns are looked at; nil when nothing is.
  func refusal(
    _ messages: [Message], _ metadata: [JSONValue.Member], rating: Double?
  ) -> ExampleMaker.Refusal? {
    if solved {
      let status = metadata.last { $0.key == "status" }?.value.scalarText?.lowercased() ?? ""
      // Freshdesk's numbers of resolved and closed stand among the words.
      if !["solved", "closed", "resolved", "done", "complete", "completed", "4", "5"]
        .contains(status)
      {
        return .notSolved(status: String(status.prefix(40)))
      }
    }
    if let minRating, (rating ?? 0) < minRating { return .lowRating(rating: rating) }
    if humanAgent {
      let isThere = messages.contains {
        $0.role == .agent && $0.visibility == .public && !$0.isAutomatic
          && !ASCIISpace.isAll($0.text)
      }
      if !isThere { return .noHumanAgent }
    }
    return nil
  }
}
