package import TextAlgorithms

extension RunReport {
  /// The report as one HTML page that needs nothing else: no script, no font, no network.
  package var html: String {
    let name = RunReport.escape(json["name"]?.string ?? "run")
    var body = "<h1>\(name)</h1>\n"
    body += "<p class=\"figures\">"
    for (label, value) in figures { body += "<span><b>\(value)</b> \(label)</span>" }
    body += "</p>\n<h2>From source to dataset</h2>\n" + funnel(json["stages"])
    for source in json["sources"]?.members ?? [] where (json["sources"]?.members ?? []).count > 1 {
      body += "<details><summary>\(RunReport.escape(source.key))</summary>\n"
      body += funnel(source.value) + "</details>\n"
    }
    body += "<h2>Datasets</h2>\n"
    body += table(
      ["dataset", "rows", "files", "size"],
      datasets.map { [$0.name, "\($0.rows)", "\($0.files)", RunReport.bytes($0.bytes)] })
    if let splits = json["splits"]?.members, !splits.isEmpty {
      body += "<h2>Splits</h2>\n"
      body += table(
        ["split", "examples", "languages"],
        splits.map { split in
          let languages = (split.value["languages"]?.members ?? [])
            .map { "\($0.key) \($0.value.int ?? 0)" }
          return [
            split.key, "\(split.value["examples"]?.int ?? 0)", languages.joined(separator: ", "),
          ]
        })
    }
    body += "<h2>Checks</h2>\n"
    body += table(
      ["check", "found", "places"],
      (json["gates"]?.array ?? []).map { gate in
        [
          gate["name"]?.string ?? "", "\(gate["findings"]?.int ?? 0)",
          (gate["places"]?.array ?? []).compactMap(\.string).joined(separator: "; "),
        ]
      })
    body += "<h2>Counts</h2>\n"
    body += table(
      ["what", "count"],
      (json["tallies"]?.members ?? []).map { [$0.key, "\($0.value.int ?? 0)"] })
    body += "<h2>Files</h2>\n"
    body += table(
      ["file", "rows", "bytes", "SHA-256"],
      (json["files"]?.array ?? []).map { file in
        [
          file["path"]?.string ?? "", "\(file["rows"]?.int ?? 0)", "\(file["bytes"]?.int ?? 0)",
          file["sha256"]?.string ?? "",
        ]
      })
    return RunReport.page(title: name, body: body)
  }

  private var figures: [(String, String)] {
    [
      ("documents read", "\(json["documents_read"]?.int ?? 0)"),
      ("written", "\(json["documents_written"]?.int ?? 0)"),
      ("left out", "\(json["documents_rejected"]?.int ?? 0)"),
      ("seconds", json["seconds"]?.scalarText ?? "?"),
      ("MB/s", json["megabytes_per_second"]?.scalarText ?? "?"),
      ("of memory", RunReport.bytes(json["peak_memory_bytes"]?.int ?? 0)),
    ]
  }

  private func funnel(_ stages: JSONValue?) -> String {
    let rows = stages?.members ?? []
    let most = max(1, rows.map { $0.value["in"]?.int ?? 0 }.max() ?? 1)
    var out = "<table><tr><th>stage</th><th>in</th><th>out</th><th></th><th>left out</th></tr>\n"
    for row in rows {
      let left = row.value["out"]?.int ?? 0
      let reasons = (row.value["rejected"]?.members ?? [])
        .map { "\($0.key) \($0.value.int ?? 0)" }.joined(separator: ", ")
      out += "<tr><td>\(row.key)</td><td class=\"n\">\(row.value["in"]?.int ?? 0)</td>"
      out += "<td class=\"n\">\(left)</td>"
      out += "<td class=\"bar\"><i style=\"width:\(left * 100 / most)%\"></i></td>"
      out += "<td>\(RunReport.escape(reasons))</td></tr>\n"
    }
    return out + "</table>\n"
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    if rows.isEmpty { return "<p>None.</p>\n" }
    var out = "<table><tr>" + head.map { "<th>\($0)</th>" }.joined() + "</tr>\n"
    for row in rows {
      let cells = row.map { cell in
        let isNumber = !cell.isEmpty && cell.utf8.allSatisfy { $0 &- 0x30 < 10 }
        return "<td\(isNumber ? " class=\"n\"" : "")>\(RunReport.escape(cell))</td>"
      }
      out += "<tr>" + cells.joined() + "</tr>\n"
    }
    return out + "</table>\n"
  }

  static func escape(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  private static func page(title: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title): textmill report</title>
    <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1c2733; }
    h1 { margin-bottom: .2rem; } h2 { margin-top: 2rem; font-size: 1.1rem; }
    .figures span { display: inline-block; margin-right: 2rem; } .figures b { font-size: 1.4rem; }
    table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
    th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #dde3ea; vertical-align: top; overflow-wrap: anywhere; }
    td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.bar { width: 30%; } td.bar i { display: block; height: .9rem; margin-top: .25rem; background: #3b7dd8; min-width: 1px; }
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }
}
