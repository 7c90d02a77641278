internal import TextAlgorithms

/// `{"id", "text", "known"?}` → the same without `known`, the text redacted, with `redactions`.
package struct RedactStage: RecordStage {
  private let redactor: Redactor
  private let knownIdentities: Bool
  private let room = TextRoom()

  /// `knownIdentities`: whether what the record itself states about people is looked for in its text.
  /// `model`: a file of weights, for measuring; nil: the program's own.
  package init(_ options: RedactOptions, knownIdentities: Bool = true, model: [UInt8]? = nil) {
    redactor = Redactor(options, model: model)
    self.knownIdentities = knownIdentities
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let (text, value) = try record.requiredText("text", in: room)
    redactor.begin(knownIdentities ? try Self.identities(record) : Identities())
    let redacted = redactor.redacted(text)
    out.append(0x7B)
    record.appendPassing(except: ["text", "known", "redactions"], to: &out)
    if out.last != 0x7B { out.append(0x2C) }
    out.appendASCII("\"text\":")
    if let redacted {
      JSONString.append(redacted.text, to: &out)
    } else if let value {
      out.append(contentsOf: value)
    } else {
      JSONString.append(Array(text), to: &out)
    }
    out.appendASCII(",\"redactions\":[")
    if let redacted { Self.append(redacted.redactions, text, to: &out) }
    out.appendASCII("]}\n")
  }

  /// Writes redactions with their offsets counted in Unicode scalars of the text as it came.
  private static func append(
    _ redactions: [Redaction], _ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) {
    var byte = 0
    var scalar = 0
    func scalars(to offset: Int) -> Int {
      while byte < offset {
        if text[byte] & 0xC0 != 0x80 { scalar += 1 }
        byte += 1
      }
      return scalar
    }
    for (i, redaction) in redactions.enumerated() {
      if i > 0 { out.append(0x2C) }
      let start = scalars(to: redaction.range.lowerBound)
      let end = scalars(to: redaction.range.upperBound)
      out.append(contentsOf: "{\"kind\":\"\(redaction.name)\",\"start\":\(start),".utf8)
      out.append(contentsOf: "\"end\":\(end),\"replacement\":".utf8)
      JSONString.append(redaction.replacement, to: &out)
      out.append(0x7D)
    }
  }

  private static func identities(_ record: borrowing JSONRecord) throws(RecordError) -> Identities {
    guard let known = record.value("known"), known != .null else { return Identities() }
    guard case .object = known else {
      throw RecordError(reason: "bad_field", message: "\"known\" is no object")
    }
    return Identities(
      customer: try list(known["customer"], "customer"), agent: try list(known["agent"], "agent"))
  }

  private static func list(_ value: JSONValue?, _ name: String) throws(RecordError) -> [String] {
    guard let value, value != .null else { return [] }
    guard case .array(let items) = value else {
      throw RecordError(reason: "bad_field", message: "\"known.\(name)\" is no list")
    }
    var out: [String] = []
    for item in items {
      guard case .string(let text) = item else {
        throw RecordError(reason: "bad_field", message: "\"known.\(name)\" holds more than text")
      }
      out.append(text)
    }
    return out
  }
}
