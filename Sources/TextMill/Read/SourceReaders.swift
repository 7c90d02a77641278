/// Makes the reader that a source's options ask for.
package enum SourceReaders {
  /// Finds the files and checks the options. Throws `.missingInput` when a pattern matches nothing,
  /// `.usage` when an option can't be followed.
  package static func make(
    options: SourceOptions, index: Int
  ) throws(TextMillError) -> any SourceReader {
    let found = try FilePattern.files(of: options.paths, in: options.folder)
    let context = ReaderContext(options: options, index: index, files: found)
    switch options.reader {
    case .jsonl:
      try checkMapping(options)
      return JSONLinesReader(context: context)
    default:
      throw TextMillError(
        .usage, "\(options.name): reader \(options.reader.rawValue)", remedy: "Use another.")
    }
  }

  private static func checkMapping(_ options: SourceOptions) throws(TextMillError) {
    let fields = options.fields
    if fields.text == nil, fields.html == nil, fields.messages.isEmpty {
      throw TextMillError(
        .usage, "source \(options.name): fields names no text, html or messages",
        remedy: "Name the field that holds the text.")
    }
  }
}
