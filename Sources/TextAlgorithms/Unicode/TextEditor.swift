/// Collects replacements in a text, left to right, and copies nothing while there are none.
struct TextEditor {
  private var out: [UInt8] = []
  private var copied = 0
  private(set) var changes = 0

  /// Replaces a range, at or behind the last one, by a scalar.
  mutating func replace(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, with scalar: UInt32
  ) {
    begin(range, text)
    UTF8Encoding.append(scalar, to: &out)
  }

  /// Leaves a range out.
  mutating func remove(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    begin(range, text)
  }

  /// Replaces a range by bytes.
  mutating func replace(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, with bytes: [UInt8]
  ) {
    begin(range, text)
    out.append(contentsOf: bytes)
  }

  private mutating func begin(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    if changes == 0 { out.reserveCapacity(text.count) }
    changes += 1
    out.append(contentsOf: text[copied..<range.lowerBound])
    copied = range.upperBound
  }

  /// Copies what stands behind the last replacement.
  mutating func finish(_ text: UnsafeBufferPointer<UInt8>) {
    if changes > 0 { out.append(contentsOf: text[copied...]) }
  }

  /// Puts the edited text in place, if there was a replacement; returns how many there were.
  consuming func commit(to text: inout [UInt8]) -> Int {
    if changes > 0 { text = out }
    return changes
  }
}
