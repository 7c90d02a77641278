extension Ledger {
  /// Books a document as left out by a stage and gives the row that says so.
  mutating func reject(
    _ document: Document, _ stage: Stage, source: Int, reason: String, evidence: String?
  ) -> Rejection {
    reject(source, stage, reason)
    return Rejection(
      stage: stage.rawValue, reason: reason, source: document.source, id: document.id,
      evidence: evidence)
  }
}
