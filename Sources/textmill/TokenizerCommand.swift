import ArgumentParser
import TextMill

/// `textmill tokenizer`: what concerns vocabularies and not text.
struct TokenizerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenizer",
    abstract: "Trains a byte-level byte-pair vocabulary, or prints what one is.",
    subcommands: [Train.self, Show.self])

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Trains a vocabulary on JSON Lines (their text) or plain text files.")

    @Argument(help: "JSON Lines or plain text files; -: standard input.")
    var files: [String]

    @Option(help: "Tokens of the vocabulary, the 256 single bytes among them.")
    var size = 16_384

    @Option(help: ArgumentHelp("Where the vocabulary goes.", valueName: "file.tiktoken"))
    var output: String

    @Option(help: "Split pattern: cl100k, o200k or gpt2.")
    var pattern = "o200k"

    func run() throws {
      var training = TokenizerTraining(inputs: files)
      training.size = size
      training.pattern = pattern
      let summary = try training.run(output: output)
      Terminal.error(
        "read \(summary.bytes) bytes, \(summary.pieces) different pieces, "
          + "wrote \(summary.tokens) tokens")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a vocabulary's size, pattern, checksum and longest tokens.")

    @Argument(help: "A .tiktoken file; default: the vocabulary that comes with textmill.")
    var file: String?

    @Option(help: "Split pattern, when it isn't the one the file is known to have.")
    var pattern: String?

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    func run() throws {
      let tokenizer = try Tokenizer(
        vocabulary: file.map { .file($0) } ?? .embedded, pattern: pattern)
      let description = TokenizerDescription(tokenizer)
      print(json ? String(decoding: description.json, as: UTF8.self) : description.text)
    }
  }
}
