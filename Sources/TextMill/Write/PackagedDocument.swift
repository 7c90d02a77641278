/// A document that stays, with everything the writers need; the stages have run.
struct PackagedDocument {
  var document: Document
  /// The document's whole text.
  var text: [UInt8]
  /// nil: nothing counts tokens.
  var tokens: Int?
  /// How many documents were left out for this one.
  var duplicates: Int
  var chunks: [Chunk] = []
  var examples: [TrainingExample] = []
  var split = Split.train
}
