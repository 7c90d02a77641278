/// A field's name, taken apart once.
struct FieldPath: Sendable {
  /// The number of the field among those of its mapping.
  let slot: Int
  let name: String
  /// The name as it stands: a key or column.
  let whole: [UInt8]
  /// The steps of a dotted path; one step when there is no dot.
  let steps: [String]
  let head: [UInt8]

  init(_ name: String, slot: Int) {
    self.slot = slot
    self.name = name
    whole = Array(name.utf8)
    steps = name.split(separator: ".").map(String.init)
    head = Array((steps.first ?? name).utf8)
  }
}
