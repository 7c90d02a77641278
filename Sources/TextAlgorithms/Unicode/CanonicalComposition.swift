internal import CUnicode

/// Unicode normalization form C.
package enum CanonicalComposition {
  /// Brings `text` to NFC and returns how many stretches had to be rewritten, 0 when it was NFC.
  ///
  /// Bytes below 0xCC (all scalars below U+0300) pass at memory speed, the rest by a quick-check table;
  /// only a stretch between two inert scalars that holds others goes to ICU. Linear.
  package static func apply(_ text: inout [UInt8]) -> Int {
    let properties = ScalarProperties()
    var result: [UInt8] = []
    var changes = 0
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var copied = 0
      var i = 0
      while let stretch = nextStretch(base, count: buffer.count, from: i, properties) {
        i = stretch.upperBound
        let part = UnsafeBufferPointer(rebasing: buffer[stretch])
        guard let composed = composed(part) else { continue }
        changes += 1
        result.append(contentsOf: buffer[copied..<stretch.lowerBound])
        result.append(contentsOf: composed)
        copied = stretch.upperBound
      }
      if changes > 0 { result.append(contentsOf: buffer[copied...]) }
    }
    if changes > 0 { text = result }
    return changes
  }

  /// Whether `text` is NFC as it stands.
  package static func isComposed(_ text: [UInt8]) -> Bool {
    let properties = ScalarProperties()
    return text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      var i = 0
      while let stretch = nextStretch(base, count: buffer.count, from: i, properties) {
        if composed(UnsafeBufferPointer(rebasing: buffer[stretch])) != nil { return false }
        i = stretch.upperBound
      }
      return true
    }
  }

  /// The next run of scalars that aren't inert, with the inert one before it and up to the next one.
  ///
  /// Nothing outside can interact with it: an inert scalar has combining class 0 and never composes
  /// with what stands before it.
  private static func nextStretch(
    _ base: UnsafePointer<UInt8>, count: Int, from start: Int, _ properties: ScalarProperties
  ) -> Range<Int>? {
    var i = start
    var previous = start
    while i < count {
      if base[i] < 0xCC {
        let run = UTF8Scanning.firstByte(atLeast: 0xCC, in: base, from: i, count: count)
        if run == count { return nil }
        previous = run &- 1
        while previous > start, base[previous] & 0xC0 == 0x80 { previous &-= 1 }
        i = run
      }
      let (scalar, length) = UTF8Scanning.decode(base + i)
      if properties.has(ScalarProperties.nfcInert, scalar) {
        previous = i
        i &+= length
        continue
      }
      var end = i &+ length
      while end < count {
        let (next, nextLength) = UTF8Scanning.decode(base + end)
        if properties.has(ScalarProperties.nfcInert, next) { break }
        end &+= nextLength
      }
      return previous..<end
    }
    return nil
  }

  /// A stretch longer than this has its marks sorted here: ICU sorts by insertion, which hostile text
  /// makes quadratic.
  private static let longStretch = 256

  /// NFC of a stretch, or nil when it is NFC already.
  private static func composed(_ part: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    // SAFETY: ICU reads `count` bytes of valid UTF-8 and writes nothing.
    let isNFC = part.withMemoryRebound(to: CChar.self) { tm_is_nfc($0.baseAddress!, $0.count) != 0 }
    if isNFC { return nil }
    if part.count <= longStretch { return rewritten(part) }
    return inCanonicalOrder(part).withUnsafeBufferPointer { rewritten($0) }
  }

  private static func rewritten(_ part: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    // NFC triples UTF-8 at most (U+1D160 and its kind).
    let capacity = part.count * 3 + 16
    var failed = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      // SAFETY: ICU reads `part.count` bytes and writes at most `capacity`.
      let length = part.withMemoryRebound(to: CChar.self) { source in
        room.withMemoryRebound(to: CChar.self) { target in
          tm_nfc(source.baseAddress!, source.count, target.baseAddress!, capacity)
        }
      }
      failed = length < 0
      count = max(0, length)
    }
    return failed ? nil : result
  }

  /// The stretch with each run of combining marks stably sorted by class: canonically equivalent.
  private static func inCanonicalOrder(_ part: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var marks: [(rank: Int, scalar: UInt32)] = []
    var out: [UInt8] = []
    out.reserveCapacity(part.count)
    func flush() {
      marks.sort { $0.rank < $1.rank }
      for mark in marks { UTF8Encoding.append(mark.scalar, to: &out) }
      marks.removeAll(keepingCapacity: true)
    }
    guard let base = part.baseAddress else { return out }
    var i = 0
    while i < part.count {
      let (scalar, length) = UTF8Scanning.decode(base + i)
      let combiningClass = Int(tm_combining_class(scalar))
      if combiningClass == 0 {
        flush()
        UTF8Encoding.append(scalar, to: &out)
      } else {
        // The offset makes ranks unique, which makes the sort stable.
        marks.append((combiningClass << 40 | i, scalar))
      }
      i += length
    }
    flush()
    return out
  }
}
