internal import TextAlgorithms

/// The stage command `normalize`: the member `text` of each record, and the rest as it stands.
package struct NormalizeStage: RecordStage {
  package private(set) var normalizer: Normalizer

  package init(steps: [NormalizationStep] = NormalizationStep.defaults) {
    normalizer = Normalizer(steps: steps)
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    var text = try record.requiredText("text")
    if !normalizer.normalize(&text) {
      out.append(contentsOf: record.line)
      out.append(0x0A)
      return
    }
    out.append(0x7B)
    record.appendPassing(except: ["text"], to: &out)
    if out.last != 0x7B { out.append(0x2C) }
    out.append(contentsOf: "\"text\":".utf8)
    text.withUnsafeBufferPointer { JSONString.append($0, to: &out) }
    out.append(contentsOf: [0x7D, 0x0A])
  }
}
