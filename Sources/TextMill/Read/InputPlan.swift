/// All sources of a run, cut into parts.
package struct InputPlan: Sendable {
  /// In the order of the configuration.
  package let readers: [any SourceReader]
  /// In the order of the sources, files and ranges; the order of the run's output.
  package let parts: [InputPart]

  /// Finds all files and cuts all parts. `workFolder` must exist where a source needs a join.
  package init(
    sources: [SourceOptions], partSize: Int, workFolder: String
  ) throws(TextMillError) {
    var readers: [any SourceReader] = []
    var parts: [InputPart] = []
    for (index, options) in sources.enumerated() {
      let reader = try SourceReaders.make(options: options, index: index)
      parts += try reader.plan(partSize: partSize, workFolder: workFolder)
      readers.append(reader)
    }
    self.readers = readers
    self.parts = parts
  }

  /// The files of all sources with their sizes, for the run's fingerprint.
  package var files: [[InputFile]] { readers.map(\.files) }
}
