internal import TextAlgorithms

/// The run's README.md: what the datasets are, for people, and for loaders as YAML at its head.
struct DatasetCard {
  private let configuration: Configuration
  private let files: [DatasetFile.Facts]
  private let ledger: Ledger

  init(configuration: Configuration, files: [DatasetFile.Facts], ledger: Ledger) {
    self.configuration = configuration
    self.files = files
    self.ledger = ledger
  }

  /// One set of files that a loader takes together.
  private struct DataFiles {
    var split: String
    var pattern: String
    var rows: Int
  }

  private func dataFiles(_ folder: String, _ names: [(name: String, split: String)]) -> [DataFiles]
  {
    names.compactMap { entry in
      let prefix = "\(folder)/\(entry.name)-"
      let found = files.filter { $0.path.hasPrefix(prefix) }
      if found.isEmpty { return nil }
      return DataFiles(
        split: entry.split, pattern: "\(prefix)*", rows: found.reduce(0) { $0 + $1.rows })
    }
  }

  private var configs: [(name: String, files: [DataFiles])] {
    var configs: [(name: String, files: [DataFiles])] = []
    if let targets = configuration.write.training?.targets {
      let layout = TrainingLayout(targets: targets)
      for target in targets {
        configs.append(
          (
            targets.count == 1 ? "default" : target.rawValue,
            dataFiles(
              layout.folder("data", target), Split.allCases.map { ($0.rawValue, $0.rawValue) })
          ))
      }
    }
    if configuration.write.documents != nil {
      configs.append(
        (configs.isEmpty ? "default" : "documents", dataFiles("data", [("documents", "train")])))
    }
    if configuration.write.retrieval != nil,
      configuration.write.retrieval?.targets.contains(.jsonl) == true
    {
      configs.append(
        (configs.isEmpty ? "default" : "chunks", dataFiles("retrieval", [("chunks", "train")])))
    }
    return configs.filter { !$0.files.isEmpty }
  }

  var bytes: [UInt8] {
    var text = "---\n"
    if !configs.isEmpty {
      text += "configs:\n"
      for config in configs {
        text += "- config_name: \(config.name)\n"
        if configs.count > 1, config.name == configs[0].name { text += "  default: true\n" }
        text += "  data_files:\n"
        for file in config.files {
          text += "  - split: \(file.split)\n    path: \(file.pattern)\n"
        }
      }
    }
    text += "---\n\n# \(configuration.name)\n\n"
    text += "Made by textmill \(RunVersion.current) from "
    text += configuration.sources.map { "`\($0.name)` (\($0.reader.rawValue))" }.joined(
      separator: ", ")
    text += ".\n\n| dataset | split | files | rows |\n| --- | --- | --- | --- |\n"
    for config in configs {
      for file in config.files {
        text += "| \(config.name) | \(file.split) | `\(file.pattern)` | \(file.rows) |\n"
      }
    }
    text += "\n| stage | in | out | left out |\n| --- | --- | --- | --- |\n"
    for stage in configuration.stages {
      let account = ledger.total(stage)
      let reasons = account.rejected.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      text += "| \(stage.rawValue) | \(account.entered) | \(account.left) | \(reasons) |\n"
    }
    text += "\n`manifest.json` holds the SHA-256 of every file, the configuration and the inputs; "
    text += "`rejects/` every record that was left out, with the reason.\n"
    return Array(text.utf8)
  }
}
