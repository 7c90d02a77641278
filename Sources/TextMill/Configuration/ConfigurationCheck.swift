internal import Glibc

/// Looks at what a configuration names: inputs, vocabulary, output folder. Runs and writes nothing.
package struct ConfigurationCheck {
  private let configuration: Configuration

  package init(_ configuration: Configuration) { self.configuration = configuration }

  /// Everything that would stop the run, in the order of the configuration.
  package func problems() -> [TextMillError] {
    var found: [TextMillError] = []
    for (index, source) in configuration.sources.enumerated() {
      do throws(TextMillError) {
        let reader = try SourceReaders.make(options: source, index: index)
        for file in reader.files where access(file.file, R_OK) != 0 {
          found.append(
            TextMillError(
              .missingInput, "\(source.name): \(file.path): \(String(cString: strerror(errno)))",
              remedy: "Check its permissions."))
        }
      } catch { found.append(error) }
    }
    do { _ = try StageFactory(configuration) } catch let error as TextMillError {
      found.append(error)
    } catch {
      found.append(
        TextMillError(.data, "\(configuration.name): \(error)", remedy: "Check the files it names.")
      )
    }
    if let problem = outputProblem() { found.append(problem) }
    return found
  }

  private func outputProblem() -> TextMillError? {
    var folder = configuration.output
    while !FileSystem.exists(folder) {
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
        folder = folder.hasPrefix("/") ? "/" : "."
        break
      }
      folder = String(folder[..<slash])
    }
    if FileSystem.isFolder(folder), access(folder, W_OK) == 0 { return nil }
    return TextMillError(
      .cannotCreate, "\(configuration.output): can't be written",
      remedy: "Give an output folder that can be written.")
  }

  /// What would be read, a line a source.
  package var lines: [String] {
    var lines = ["\(configuration.name): the configuration is sound"]
    for (index, source) in configuration.sources.enumerated() {
      guard let files = try? SourceReaders.make(options: source, index: index).files else {
        continue
      }
      let bytes = files.reduce(0) { $0 + $1.size }
      lines.append(
        "  \(source.name): \(source.reader.rawValue), \(files.count) "
          + "\(files.count == 1 ? "file" : "files"), \(RunReport.bytes(bytes))")
    }
    let stages = configuration.stages.map(\.rawValue).joined(separator: " → ")
    lines.append("  stages: \(stages)")
    lines.append("  output: \(configuration.output)")
    return lines
  }
}
