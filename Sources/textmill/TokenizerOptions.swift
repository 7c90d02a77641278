import ArgumentParser
import TextMill

/// The options that name a tokenizer.
struct TokenizerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Vocabulary: a .tiktoken file; default: the one that comes with textmill.", valueName: "file")
  )
  var tokenizer: String?

  @Option(
    help: """
      Split pattern: cl100k, o200k or gpt2. Default: that of the published vocabulary with the file's \
      name or number of tokens, else o200k.
      """)
  var pattern: String?

  /// The tokenizer of the flags, else the configured one; a flag's vocabulary brings its own pattern.
  func load(configured: TokenizeConfiguration? = nil) throws -> Tokenizer {
    if let tokenizer { return try Tokenizer(vocabulary: .file(tokenizer), pattern: pattern) }
    return try Tokenizer(
      vocabulary: configured?.vocabulary.map { .file($0) } ?? .embedded,
      pattern: pattern ?? configured?.pattern)
  }
}
