package import TextAlgorithms

/// `{"text"}` → what the screen of names sees: `[start, end, slots, 1 when something is found]` for each place.
///
/// For Sources/CTables/scripts/name_screen_train.py. Offsets are bytes.
package struct NameScreenRowsStage: RecordStage {
  private let scanner = PersonalDataScanner(
    kinds: PersonalDataKind.allCases.filter(NameFinder.masked), oracle: PhoneLibrary.answer)
  private let finder: NameFinder

  /// `model`: a file of weights; nil: the program's own.
  package init(model: [UInt8]? = nil) { finder = NameFinder(model: model) }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let text = try record.requiredText("text")
    let rows = text.withUnsafeBufferPointer {
      finder.screenRows($0, masks: scanner.scan($0), cues: scanner.nameCues)
    }
    let places = rows.map { row in
      "[\(row.range.lowerBound),\(row.range.upperBound),\(row.slots),\(row.isFound ? 1 : 0)]"
    }
    out.append(contentsOf: "[\(places.joined(separator: ","))]\n".utf8)
  }
}
