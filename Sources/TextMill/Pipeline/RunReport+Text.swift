package import TextAlgorithms

extension RunReport {
  /// The report as lines for a terminal: the funnel, why documents were left out, datasets, checks.
  package var lines: [String] {
    var lines: [String] = []
    let seconds = json["seconds"]?.scalarText ?? "?"
    lines.append(
      "\(json["name"]?.string ?? "run"): \(count("documents_read")) documents read, "
        + "\(count("documents_written")) written, \(count("documents_rejected")) left out")
    lines.append(
      "\(RunReport.bytes(json["input_bytes"]?.int ?? 0)) in \(seconds) s "
        + "(\(json["megabytes_per_second"]?.scalarText ?? "?") MB/s, "
        + "\(json["threads"]?.scalarText ?? "?") threads, "
        + "\(RunReport.bytes(json["peak_memory_bytes"]?.int ?? 0)) of memory)")
    lines.append("")
    lines.append(RunReport.row(["stage", "in", "out", "left out", "why"]))
    for stage in json["stages"]?.members ?? [] {
      let rejected = stage.value["rejected"]?.members ?? []
      let reasons = rejected.sorted { ($0.value.int ?? 0, $1.key) > ($1.value.int ?? 0, $0.key) }
        .map { "\($0.key) \($0.value.int ?? 0)" }
      lines.append(
        RunReport.row([
          stage.key, "\(stage.value["in"]?.int ?? 0)", "\(stage.value["out"]?.int ?? 0)",
          "\(rejected.reduce(0) { $0 + ($1.value.int ?? 0) })", reasons.joined(separator: ", "),
        ]))
    }
    if let tallies = json["tallies"]?.members, !tallies.isEmpty {
      lines.append("")
      lines += tallies.map { RunReport.pad($0.key, 34) + "\($0.value.int ?? 0)" }
    }
    lines.append("")
    lines += splitLines
    lines += datasets.map {
      RunReport.pad($0.name, 34)
        + "\($0.rows) rows in \($0.files) files, \(RunReport.bytes($0.bytes))"
    }
    for gate in json["gates"]?.array ?? [] {
      let found = gate["findings"]?.int ?? 0
      let verdict = found == 0 ? "nothing found" : "\(found) found"
      lines.append(RunReport.pad("check: \(gate["name"]?.string ?? "")", 34) + verdict)
      lines += (gate["places"]?.array ?? []).compactMap(\.string).map { "  \($0)" }
    }
    return lines
  }

  /// The datasets with their rows, files and bytes, by folder and name.
  var datasets: [(name: String, rows: Int, files: Int, bytes: Int)] {
    var found: [(name: String, rows: Int, files: Int, bytes: Int)] = []
    for file in json["files"]?.array ?? [] {
      guard let path = file["path"]?.string else { continue }
      // "data/axolotl/train-00000-of-00001.jsonl": the numbers and what follows go.
      let name = path.firstRange(of: "-0").map { String(path[..<$0.lowerBound]) } ?? path
      let index = found.firstIndex { $0.name == name } ?? found.endIndex
      if index == found.endIndex { found.append((name, 0, 0, 0)) }
      found[index].rows += file["rows"]?.int ?? 0
      found[index].files += 1
      found[index].bytes += file["bytes"]?.int ?? 0
    }
    return found
  }

  private func count(_ key: String) -> Int { json[key]?.int ?? 0 }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }

  private static func row(_ cells: [String]) -> String {
    func right(_ text: String) -> String {
      String(repeating: " ", count: max(1, 10 - text.utf8.count)) + text
    }
    let line = pad(cells[0], 12) + right(cells[1]) + right(cells[2]) + right(cells[3])
    return cells[4].isEmpty ? line : line + "  " + cells[4]
  }

  /// "12.3 MB": decimal units.
  package static func bytes(_ count: Int) -> String {
    var value = Double(count)
    for unit in ["B", "kB", "MB", "GB"] {
      if value < 999.5 || unit == "GB" {
        let digits = unit == "B" ? "\(Int(value))" : "\(Double(Int(value * 10 + 0.5)) / 10)"
        return "\(digits) \(unit)"
      }
      value /= 1000
    }
    return "\(count) B"
  }
}
