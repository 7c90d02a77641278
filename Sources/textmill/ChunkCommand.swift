import ArgumentParser
import TextMill

struct ChunkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chunk",
    abstract: "Cuts texts into chunks for retrieval, along their structure.",
    discussion: """
      Reads {"id", "text"}, writes one chunk a line: {"id", "document_id", "text", "start", "end", \
      "tokens", "headings"}. Chunks end at headings, paragraphs, sentences or words, in this order \
      of preference; a table that is cut repeats its header.

      Example: textmill chunk --max-tokens 256 --tokenizer o200k_base.tiktoken pages.jsonl
      """)

  @OptionGroup var stage: StageOptions
  @OptionGroup var tokenizer: TokenizerOptions

  @Option(help: "The most tokens of a chunk, a repeated header included. Default: 512.")
  var maxTokens: Int?

  @Option(help: "Tokens of sentences that a chunk repeats from the one before. Default: 0.")
  var overlap: Int?

  func validate() throws {
    guard maxTokens.map((8...1_000_000).contains) ?? true else {
      throw ValidationError("--max-tokens takes a number from 8 to 1000000.")
    }
    guard overlap.map((0...1_000_000).contains) ?? true else {
      throw ValidationError("--overlap takes a number from 0 to 1000000.")
    }
  }

  func run() throws {
    let configured = try stage.settings("chunk") { configuration in
      configuration.chunk.map { ($0, configuration.tokenize) }
    }
    var options = configured?.0 ?? ChunkConfiguration()
    options.maxTokens = maxTokens ?? options.maxTokens
    options.overlap = overlap ?? options.overlap
    guard options.overlap * 2 <= options.maxTokens else {
      throw ValidationError("--overlap takes at most half of --max-tokens.")
    }
    let loaded = try tokenizer.load(configured: configured?.1)
    try stage.pump("chunk") { [options] in ChunkStage(options, tokenizer: loaded) }
  }
}
