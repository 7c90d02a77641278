internal import TextAlgorithms

/// Checks one dataset file: its sums, the number and form of its rows, its target's rules.
struct FileVerification {
  struct Result: Sendable {
    var rows = 0
    var findings: [Verification.Finding] = []
  }

  private let file: DatasetFile.Facts
  private let path: String
  private let place: (target: WriteConfiguration.TrainingTarget, split: Split)?
  private let check: TargetCheck?

  /// `targets`: what the run's training data are.
  init(_ file: DatasetFile.Facts, in directory: RunDirectory, targets: TargetChecks) {
    self.file = file
    place = targets.layout.place(of: file.path)
    check = place.map { targets.check(of: $0.target) }
    path = "\(directory.path)/\(file.path)"
  }

  func result() throws -> Result {
    var result = Result()
    func find(_ row: Int, _ rule: String, _ detail: String) {
      guard result.findings.count < 100 else { return }
      result.findings.append(
        Verification.Finding(path: file.path, row: row, rule: rule, detail: detail))
    }
    guard FileSystem.exists(path) else {
      find(0, "missing_file", "isn't there")
      return result
    }
    if try DatasetReader.storedSHA256(path) != file.sha256 {
      find(0, "sha256", "differs from the manifest")
    }
    let content = SHA256()
    var keys: [[UInt8]]?
    let isBulk = file.path.hasPrefix("retrieval/opensearch")
    do {
      try DatasetReader.forEachLine(path) { line in
        result.rows += 1
        content.update(UnsafeRawBufferPointer(line))
        content.update([0x0A])
        if let offset = UTF8Encoding.firstInvalid(line) {
          return find(result.rows, "utf8", "invalid at byte \(offset)")
        }
        var scanner = JSONObjectScanner()
        do throws(JSONError) { try scanner.scan(line) } catch {
          return find(result.rows, "json", "\(error.message) at byte \(error.offset)")
        }
        for violation in check?.violations(of: line) ?? [] where result.findings.count < 100 {
          result.findings.append(
            Verification.Finding(violation, path: file.path, row: result.rows))
        }
        guard !isBulk else { return }
        let names = scanner.members.map { Array(line[$0.key]) }
        if keys == nil { keys = names }
        if keys != names { find(result.rows, "schema", "has other keys than the first row") }
      }
    } catch let error as TextMillError where error.code == .data {
      find(0, "damaged", error.message)
    }
    if let check, let place {
      result.findings += check.violations(bytes: file.contentBytes, split: place.split).map {
        Verification.Finding($0, path: file.path, row: 0)
      }
    }
    if result.rows != file.rows { find(0, "rows", "\(result.rows), \(file.rows) in the manifest") }
    if SHA256.hexadecimal(content.finish()) != file.contentSHA256 {
      find(0, "content_sha256", "differs from the manifest")
    }
    return result
  }
}
