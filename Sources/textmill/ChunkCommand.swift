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

  @Option(help: "The most tokens of a chunk, a repeated header included.")
  var maxTokens = 512

  @Option(help: "Tokens of sentences that a chunk repeats from the one before.")
  var overlap = 0

  func validate() throws {
    guard (8...1_000_000).contains(maxTokens) else {
      throw ValidationError("--max-tokens takes a number from 8 to 1000000.")
    }
    guard overlap >= 0, overlap * 2 <= maxTokens else {
      throw ValidationError("--overlap takes at most half of --max-tokens.")
    }
  }

  func run() throws {
    let loaded = try tokenizer.load()
    let options = ChunkConfiguration(maxTokens: maxTokens, overlap: overlap)
    try stage.pump("chunk") { ChunkStage(options, tokenizer: loaded) }
  }
}
