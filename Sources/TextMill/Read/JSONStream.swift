internal import TextAlgorithms

/// Walks over JSON that is larger than memory: values are taken, or passed over, one at a time.
struct JSONStream {
  /// The text isn't JSON, or ends inside a value.
  struct Defect: Error {
    var reason: String
    var evidence: String
  }

  let window: ByteWindow
  /// The most bytes of a value that is taken.
  let limit: Int

  /// The next byte that isn't space, which is consumed; nil at the end.
  func peek() throws -> UInt8? {
    while true {
      let bytes = window.bytes
      if let at = bytes.firstIndex(where: { $0 > 0x20 }) {
        window.advance(at)
        return window.bytes[0]
      }
      window.advance(window.count)
      if try !window.fill() { return nil }
    }
  }

  func take(_ byte: UInt8) throws -> Bool {
    guard try peek() == byte else { return false }
    window.advance(1)
    return true
  }

  func expect(_ byte: UInt8) throws {
    guard try take(byte) else {
      throw Defect(
        reason: try peek() == nil ? "truncated_json" : "invalid_json",
        evidence: "byte \(window.offset)")
    }
  }

  /// The length of the value at the front, which stays in the window; nil when it is over the limit.
  func valueLength() throws -> Int? {
    var extent = JSONExtent()
    var searched = 0
    while true {
      if let end = extent.end(in: window.bytes, from: searched) { return end > limit ? nil : end }
      searched = window.count
      if searched > limit { return nil }
      if try !window.fill() {
        if extent.isScalar { return searched }
        throw Defect(reason: "truncated_json", evidence: "byte \(window.offset)")
      }
    }
  }

  /// Moves past the value at the front, with bounded memory.
  func skipValue() throws {
    var extent = JSONExtent()
    while true {
      if let end = extent.end(in: window.bytes, from: 0) { return window.advance(end) }
      window.advance(window.count)
      if try !window.fill() {
        if extent.isScalar { return }
        throw Defect(reason: "truncated_json", evidence: "byte \(window.offset)")
      }
    }
  }

  /// The key at the front; it and its colon are consumed.
  func key() throws -> String {
    guard try peek() == 0x22, let length = try valueLength(),
      let key = try? JSONValue(
        parsing: UnsafeBufferPointer(rebasing: window.bytes[..<length])
      ).string
    else { throw Defect(reason: "invalid_json", evidence: "byte \(window.offset)") }
    window.advance(length)
    try expect(0x3A)
    return key
  }
}
