import ArgumentParser
import TextMill

/// `textmill tokenize`: text to token ids, and back.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Adds the token ids of each record's text, or their number; or turns ids into text.")

  @OptionGroup var stage: StageOptions
  @OptionGroup var tokenizer: TokenizerOptions

  @Flag(help: "Write token_count instead of the ids.")
  var count = false

  @Flag(help: "Read tokens and write text; what isn't UTF-8 becomes U+FFFD.")
  var decode = false

  func validate() throws {
    if count, decode { throw ValidationError("--count and --decode exclude each other.") }
  }

  func run() throws {
    let configured = try stage.settings("tokenize", \.tokenize)
    let tokenizer = try tokenizer.load(configured: configured)
    let options = TokenizeOptions(output: decode ? .text : count ? .count : .ids)
    try stage.pump("tokenize") { TokenizeStage(tokenizer, options: options) }
  }
}
