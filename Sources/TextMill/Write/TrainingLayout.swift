/// Where the files of training targets lie: one target's under `data/` and `metadata/`, several targets'
/// in a folder each below.
struct TrainingLayout: Sendable {
  let targets: [WriteConfiguration.TrainingTarget]

  /// The folder of a target's files below `data` or `metadata`.
  func folder(_ base: String, _ target: WriteConfiguration.TrainingTarget) -> String {
    targets.count == 1 ? base : "\(base)/\(target.rawValue)"
  }

  /// The target and split of a file of rows; nil for other files.
  func place(of path: String) -> (target: WriteConfiguration.TrainingTarget, split: Split)? {
    for target in targets {
      let folder = folder("data", target) + "/"
      guard path.hasPrefix(folder) else { continue }
      let name = path.dropFirst(folder.utf8.count)
      for split in Split.allCases where name.hasPrefix("\(split.rawValue)-") {
        return (target, split)
      }
    }
    return nil
  }

  /// The target whose rows stand for the examples: one that takes all of them, where there is one.
  var witness: WriteConfiguration.TrainingTarget? {
    targets.first(where: \.takesAll) ?? targets.first
  }
}
