internal import CLanes

/// Where the lines of a text end.
package enum LinePlaces {
  /// The places of all line ends, in order. Linear, 64 bytes at a time.
  package static func ends(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let base = text.baseAddress else { return [] }
    var ends: [Int] = []
    var from = 0
    while from < text.count {
      let room = max(64, ends.isEmpty ? text.count / 64 : ends.count)
      ends.append(addingCapacity: room) { (span: inout OutputSpan<Int>) in
        span.withUnsafeMutableBufferPointer { places, count in
          // SAFETY: the room is as large as is said, and the text is read up to its end.
          count += tm_line_ends(base, text.count, &from, places.baseAddress! + count, room)
        }
      }
    }
    return ends
  }
}
