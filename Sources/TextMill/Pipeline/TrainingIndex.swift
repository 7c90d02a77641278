internal import TextAlgorithms

/// The file beside the training rows that names them to a program that wants one.
struct TrainingIndex {
  private let configuration: Configuration

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// Writes `dataset_info.json` for LLaMA-Factory where it is a target; a dataset file of one row.
  func write(
    _ files: [DatasetFile.Facts], run: RunDirectory
  ) throws(TextMillError) -> [DatasetFile.Facts] {
    guard let targets = configuration.write.training?.targets, targets.contains(.llamaFactory)
    else { return [] }
    let layout = TrainingLayout(targets: targets)
    let folder = layout.folder("data", .llamaFactory)
    let names = files.compactMap { file in
      layout.place(of: file.path).flatMap { place in
        place.target == .llamaFactory
          ? (split: place.split, name: String(file.path.dropFirst(folder.utf8.count + 1))) : nil
      }
    }
    let file = try DatasetFile("\(folder)/dataset_info.json", in: run.path, compression: .none)
    try file.append(ShareGPTRow.info(run: configuration.name, files: names).bytes + [0x0A])
    return [try file.commit()]
  }
}
