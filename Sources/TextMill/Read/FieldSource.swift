internal import TextAlgorithms

/// A record whose fields a mapping picks: a JSON object or a row of a table.
protocol FieldSource {
  /// The field's text, appended to `out`: a string's content, a number's or a word's characters; false
  /// when the record has no such field, or it is null, an object or an array.
  func appendText(of path: FieldPath, to out: inout [UInt8]) -> Bool
  /// The field as a tree; nil when the record has none.
  func value(of path: FieldPath) -> JSONValue?
}

extension FieldSource {
  @inline(__always)
  func bytes(_ path: FieldPath?) -> [UInt8]? {
    guard let path else { return nil }
    var out: [UInt8] = []
    return appendText(of: path, to: &out) ? out : nil
  }

  @inline(__always)
  func string(_ path: FieldPath?) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }
}
