extension ChunkStage {
  /// A stage with an encoder of its own, for one worker.
  package init(_ options: ChunkConfiguration, tokenizer: Tokenizer) {
    self.init(options, encoder: tokenizer.makeEncoder())
  }
}
