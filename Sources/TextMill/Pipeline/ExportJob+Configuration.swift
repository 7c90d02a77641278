internal import TextAlgorithms

extension ExportJob {
  /// The options for a file: those of the configuration's first source with this reader, else the defaults
  /// with what the configuration's `extract` says.
  ///
  /// Throws a usage error when the reader needs a field mapping that isn't there, and when the
  /// configuration has neither such a source nor `extract`.
  package static func source(
    _ reader: SourceOptions.Reader, file: String, configuration: Configuration?
  ) throws(TextMillError) -> SourceOptions {
    if var source = configuration?.sources.first(where: { $0.reader == reader }) {
      source.folder = ""
      source.paths = [file]
      return source
    }
    if reader == .jsonl || reader == .csv {
      throw TextMillError(
        .usage, "\(file): there is no field mapping for \(reader.rawValue)",
        remedy:
          "Give --config with a run configuration that has a source of reader \(reader.rawValue).")
    }
    var source = SourceOptions(name: "source", reader: reader, folder: "", paths: [file])
    source.threads = reader.joinsThreads
    if let configuration {
      if configuration.effective["extract"] ?? .null == .null {
        throw TextMillError(
          .usage,
          "the configuration names neither extract nor a source of reader \(reader.rawValue)",
          remedy: "Add one of them, or leave out --config.")
      }
      source.internalNotes = configuration.sources.first?.internalNotes ?? .leaveOut
      source.parser = configuration.sources.first?.parser ?? .libxml2
    }
    return source
  }
}
