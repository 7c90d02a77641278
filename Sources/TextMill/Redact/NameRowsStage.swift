package import TextAlgorithms

/// `{"text", "hide": [[start, end]…]}` → what the model of names sees: stretches of `[start, end, features]`.
///
/// For Sources/CTables/scripts/name_model_train.py. Offsets are bytes; features are numbers to the base 36.
package struct NameRowsStage: RecordStage {
  private let scanner = PersonalDataScanner(
    kinds: PersonalDataKind.allCases.filter(NameFinder.masked), oracle: PhoneLibrary.answer)
  private let finder = NameFinder(isThorough: true)

  package init() {}

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let text = try record.requiredText("text")
    var hidden: [Range<Int>] = []
    if case .array(let items)? = record.value("hide") {
      for case .array(let pair) in items {
        guard pair.count == 2, case .number(let start) = pair[0], case .number(let end) = pair[1]
        else { continue }
        hidden.append((Int(start) ?? 0)..<(Int(end) ?? 0))
      }
    }
    let rows = text.withUnsafeBufferPointer {
      finder.rows(
        $0, masks: scanner.scan($0), cues: scanner.nameCues, hidden: hidden)
    }
    let stretches = rows.map { stretch in
      let tokens = stretch.map { row in
        let features = row.features.map { String($0, radix: 36) }.joined(separator: " ")
        return "[\(row.range.lowerBound),\(row.range.upperBound),\"\(features)\"]"
      }
      return "[\(tokens.joined(separator: ","))]"
    }
    out.append(contentsOf: "[\(stretches.joined(separator: ","))]\n".utf8)
  }
}
