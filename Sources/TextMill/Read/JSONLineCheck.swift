internal import TextAlgorithms

/// Tells what is wrong with a line that should hold one JSON object.
enum JSONLineCheck {
  /// nil when `line` is a JSON object in UTF-8, whose members `scanner` then holds.
  static func scan(
    _ line: UnsafeBufferPointer<UInt8>, with scanner: inout JSONObjectScanner
  ) -> (reason: String, evidence: String)? {
    if let offset = UTF8Encoding.firstInvalid(line) {
      return ("invalid_utf8", "byte \(offset)")
    }
    do throws(JSONError) {
      try scanner.scan(line)
      return nil
    } catch {
      let isOther = line.first { $0 > 0x20 } != 0x7B && (try? JSONValue(parsing: line)) != nil
      if isOther { return ("not_an_object", "another JSON value") }
      return ("invalid_json", "\(error.message) at byte \(error.offset)")
    }
  }
}
