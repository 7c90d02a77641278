package import TextAlgorithms

/// Makes the sketches of the documents of a part file.
final class PartSketcher {
  private let sketches: SketchWriter

  init(options: DeduplicateOptions) { sketches = SketchWriter(options: options) }

  /// Writes the sketches of sorted documents, so that a document's ordinal is its place in the file.
  func sketch(_ output: PartFileWriter, to path: String) throws {
    output.forEachDocument { entry, document in
      sketches.add(
        key: ContentHash(high: entry.key.high, low: entry.key.low), priority: entry.priority,
        id: Array(document.id.utf8), text: document.comparedText)
    }
    try sketches.finish(path: path)
  }
}
