internal import TextAlgorithms

/// Files of a training target that some program wrote, held against the target's rules.
package struct TargetFiles {
  package private(set) var findings: [Verification.Finding] = []
  package private(set) var rows = 0
  private let count: Int

  /// The most findings that are kept of a file.
  private static let most = 1000

  /// Reads the files, which may be compressed; together they are one training set.
  ///
  /// Throws when the target isn't known or a file can't be read.
  package init(
    _ paths: [String], target name: String, limits: TargetLimits
  ) throws {
    guard let target = WriteConfiguration.TrainingTarget(rawValue: name) else {
      let names = WriteConfiguration.TrainingTarget.allCases.map(\.rawValue)
      throw TextMillError(
        .usage, "no target is called \(name)",
        remedy: "Take one of \(names.joined(separator: ", ")).")
    }
    count = paths.count
    let check = TargetCheck(
      target, limits: limits, tokenizer: try Tokenizer(vocabulary: .embedded))
    for path in paths { try read(path, check) }
    let first = paths.first ?? ""
    findings += check.violations(examples: rows).map {
      Verification.Finding(path: first, row: 0, rule: $0.rule, detail: $0.detail)
    }
  }

  private mutating func read(_ path: String, _ check: TargetCheck) throws {
    var bytes = 0
    var row = 0
    var found: [Verification.Finding] = []
    try DatasetReader.forEachLine(path) { line in
      row += 1
      bytes += line.count + 1
      guard found.count < TargetFiles.most else { return }
      if let offset = UTF8Encoding.firstInvalid(line) {
        found.append(
          .init(path: path, row: row, rule: "utf8", detail: "invalid at byte \(offset)"))
        return
      }
      if row == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) {
        found.append(
          .init(path: path, row: row, rule: "byte_order_mark", detail: "stands before the row"))
      }
      for violation in check.violations(of: line) {
        found.append(Verification.Finding(violation, path: path, row: row))
      }
    }
    found += check.violations(bytes: bytes, split: .train).map {
      Verification.Finding($0, path: path, row: 0)
    }
    rows += row
    findings += found
  }

  package var summary: String {
    let files = "\(count) \(count == 1 ? "file" : "files"), \(rows) rows"
    let errors = findings.count { !$0.isWarning }
    let warnings = findings.count - errors
    let rest = warnings > 0 ? ", \(warnings) warnings" : ""
    return errors == 0 ? "\(files): the rules hold\(rest)" : "\(files): \(errors) findings\(rest)"
  }
}

extension Verification.Finding {
  init(_ violation: RuleViolation, path: String, row: Int) {
    self.init(
      path: path, row: row, rule: violation.rule, detail: violation.detail,
      isWarning: violation.isWarning)
  }
}
