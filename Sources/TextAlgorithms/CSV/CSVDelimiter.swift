/// Finds the delimiter of a CSV text in its first row.
package enum CSVDelimiter {
  /// The most frequent of `,`, `;`, tab and `|` outside quotes in the first row; on equal counts the first
  /// of these; `,` when there is none.
  package static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      if let i = candidates.firstIndex(of: byte) { counts[i] += 1 }
    }
    var best = 0
    for i in 1..<4 where counts[i] > counts[best] { best = i }
    return candidates[best]
  }
}
