internal import CVocabulary
package import TextAlgorithms

/// A vocabulary with its split pattern and its name: what counts and encodes a run's tokens.
///
/// Immutable; threads share it, and each makes its own encoder.
package struct Tokenizer: Sendable {
  /// What datasets call it: the file's name without its ending, or `textmill`.
  package let name: String
  package let pattern: SplitPattern
  package let vocabulary: Vocabulary
  /// The file the vocabulary came from; nil: the embedded one.
  private let file: MappedFile?

  /// Loads a vocabulary.
  ///
  /// The pattern is the one named, else that of the published vocabulary with the same name or number
  /// of tokens, else o200k. Throws `.missingInput` for a file that can't be read and `.usage` for one
  /// that is no vocabulary, or for an unknown pattern.
  package init(
    vocabulary source: VocabularySource, pattern: String? = nil
  ) throws(TextMillError) {
    let chosen = try pattern.map(Tokenizer.pattern(named:))
    let place: String
    switch source {
    case .embedded:
      name = "textmill"
      file = nil
      place = "the embedded vocabulary"
    case .file(let path):
      name = Tokenizer.name(ofFile: path)
      file = try MappedFile(path)
      place = path
    }
    do throws(VocabularyError) {
      vocabulary = try Vocabulary(parsing: file?.bytes ?? Tokenizer.embedded)
    } catch {
      let line = error.line > 0 ? ":\(error.line)" : ""
      throw TextMillError(
        .usage, "\(place)\(line): no .tiktoken vocabulary: \(error.message)",
        remedy: "Give a file with a token in base64, a space and its rank on each line.")
    }
    self.pattern = chosen ?? .known(name: name, tokenCount: vocabulary.tokenCount) ?? .o200k
  }

  private static var embedded: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: textmill_default_vocabulary(), count: textmill_default_vocabulary_size())
  }

  /// SHA-256 of the vocabulary's text, in hexadecimal digits.
  package var sha256: String {
    SHA256.hexadecimal(SHA256.hash(file?.bytes ?? Tokenizer.embedded))
  }

  /// The pattern of this name; throws `.usage` when there is none.
  static func pattern(named name: String) throws(TextMillError) -> SplitPattern {
    if let pattern = SplitPattern(rawValue: name) { return pattern }
    let names = SplitPattern.allCases.map(\.rawValue).joined(separator: ", ")
    throw TextMillError(
      .usage, "no split pattern is called \(name)", remedy: "Take one of \(names).")
  }

  /// An encoder for one worker.
  package func makeEncoder() -> BytePairEncoder { BytePairEncoder(vocabulary, pattern: pattern) }

  /// The last part of a path without `.tiktoken`.
  static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".tiktoken") ? String(file.dropLast(9)) : file
  }
}
