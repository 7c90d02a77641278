package import TextAlgorithms

/// Writes each page's blocks with their features: `{"id", "texts": [..], "rows": [..], "traits": [..]}`, rows one after
/// the other, traits the numbers about the page from which its kind is guessed.
///
/// For training the model of main content, by `textmill-bench page-features`.
package struct PageRowsStage: RecordStage {
  private let files: StoredFile
  private var parser: PageParser
  private var arena = HTMLArena()
  private var rows = PageRows()

  package init(files: StoredFile, parser: PageExtractor.Options.Parser = .libxml2) {
    self.files = files
    self.parser = PageParser(parser)
  }

  /// The columns' names, in their order.
  package static var names: [String] { PageRows.names }

  /// The names of the traits, in their order.
  package static var traitNames: [String] { PageRows.traitNames }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let path = String(decoding: try record.requiredText("path"), as: UTF8.self)
    let page = EncodingDetector.decode(RawPage(bytes: try files.read(path)))
    parser.parse(page.text, into: &arena)
    let (texts, values) = rows.read(arena, url: record.text("url") ?? [])
    out.append(0x7B)
    out.appendMember("id", record.id)
    out.appendKey("texts")
    out.append(0x5B)
    for (index, text) in texts.enumerated() {
      if index > 0 { out.append(0x2C) }
      JSONString.append(text, to: &out)
    }
    out.append(0x5D)
    out.appendKey("rows")
    out.append(0x5B)
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(0x2C) }
      let whole = Int(value)
      if Float(whole) == value {
        out.appendDecimal(whole)
      } else {
        out.append(contentsOf: "\(value)".utf8)
      }
    }
    out.append(0x5D)
    out.appendKey("traits")
    out.append(contentsOf: "\(rows.traits)".utf8)
    out.append(contentsOf: [0x7D, 0x0A])
  }
}
