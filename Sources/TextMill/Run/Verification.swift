package import TextAlgorithms

/// Reads everything that a run wrote and compares it with the manifest and with the targets' rules.
package struct Verification: Sendable {
  /// Something that is wrong: where, which rule it breaks, and how.
  package struct Finding: Sendable, CustomStringConvertible {
    package var path: String
    /// 1-based; 0 for the file as a whole.
    package var row: Int
    /// The rule's name, for chat examples the service's own.
    package var rule: String
    package var detail: String
    /// Whether the run and the service take it all the same.
    package var isWarning = false

    package var description: String {
      "\(path)\(row > 0 ? ":\(row)" : ""): \(isWarning ? "warning: " : "")\(rule): \(detail)"
    }
  }

  package private(set) var findings: [Finding] = []
  package private(set) var files = 0
  package private(set) var rows = 0

  /// Checks the run in `directory`; throws when it isn't complete or a file can't be read.
  ///
  /// `limits` take the place of those that the run was made with.
  package static func run(
    _ directory: RunDirectory, threads: Int, limits: TargetLimits? = nil
  ) throws -> Verification {
    let manifest = try Manifest.read(directory)
    var verification = Verification()
    let targets = try TargetChecks(
      layout: TrainingLayout(targets: manifest.targets), limits: limits ?? manifest.limits)
    verification.checkBooks(manifest)
    verification.checkFolders(directory, manifest)
    var next = manifest.files.makeIterator()
    try OrderedParallelMap.run(
      threads: threads,
      next: { next.next() },
      makeWorker: {
        { file in try FileVerification(file, in: directory, targets: targets).result() }
      },
      emit: { result in
        verification.files += 1
        verification.rows += result.rows
        verification.findings += result.findings
      })
    verification.checkExamples(manifest, targets)
    return verification
  }

  /// The conservation law, from the manifest's counts.
  private mutating func checkBooks(_ manifest: Manifest) {
    guard let ledger = manifest.ledger else {
      findings.append(
        Finding(path: "manifest.json", row: 0, rule: "counts", detail: "can't be read"))
      return
    }
    let stages = Stage.allCases.filter { ledger.total($0).entered > 0 }
    for line in ledger.imbalances(stages: stages, names: manifest.sources) {
      findings.append(Finding(path: "manifest.json", row: 0, rule: "conservation", detail: line))
    }
  }

  /// Whether services take as many examples as there are. A run is no worse for having few: warnings.
  private mutating func checkExamples(_ manifest: Manifest, _ targets: TargetChecks) {
    for target in targets.layout.targets {
      let files = manifest.files.filter {
        targets.layout.place(of: $0.path).map { $0 == (target, .train) } ?? false
      }
      let rows = files.reduce(0) { $0 + $1.rows }
      for violation in targets.check(of: target).violations(examples: rows) {
        findings.append(
          Finding(
            path: targets.layout.folder("data", target), row: 0, rule: violation.rule,
            detail: violation.detail, isWarning: true))
      }
    }
  }

  /// Nothing stands among the datasets that the manifest doesn't name.
  private mutating func checkFolders(_ directory: RunDirectory, _ manifest: Manifest) {
    let known = Set(manifest.files.map(\.path))
    for folder in ["data", "retrieval", "metadata"] {
      checkFolder(folder, directory, known)
    }
  }

  private mutating func checkFolder(
    _ folder: String, _ directory: RunDirectory, _ known: Set<String>
  ) {
    for name in FileSystem.names(in: "\(directory.path)/\(folder)") {
      let path = "\(folder)/\(name)"
      if FileSystem.isFolder("\(directory.path)/\(path)") {
        checkFolder(path, directory, known)
      } else if !known.contains(path) {
        findings.append(
          Finding(path: path, row: 0, rule: "unknown_file", detail: "isn't in the manifest"))
      }
    }
  }

  /// The findings that make the run unsound.
  package var errors: Int { findings.count { !$0.isWarning } }

  package var summary: String {
    let verdict = errors == 0 ? "all is as the manifest says" : "\(errors) findings"
    return "verified \(files) files, \(rows) rows: \(verdict)"
  }

  package var json: JSONValue {
    .object([
      .init(key: "files", value: .int(files)),
      .init(key: "rows", value: .int(rows)),
      .init(
        key: "findings",
        value: .array(
          findings.map {
            .object([
              .init(key: "path", value: .string($0.path)),
              .init(key: "row", value: .int($0.row)),
              .init(key: "rule", value: .string($0.rule)),
              .init(key: "detail", value: .string($0.detail)),
              .init(key: "warning", value: .bool($0.isWarning)),
            ])
          })),
    ])
  }
}
