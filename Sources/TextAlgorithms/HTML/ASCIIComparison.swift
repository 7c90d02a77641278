extension ArraySlice<UInt8> {
  /// Whether the lower-case ASCII `needle` occurs, in any case.
  func containsASCII(_ needle: StaticString) -> Bool {
    let n = needle.utf8CodeUnitCount
    guard count >= n, n > 0 else { return false }
    return withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - n) {
        var k = 0
        while k < n, bytes[start + k].asciiLowered == needle.utf8Start[k] { k &+= 1 }
        if k == n { return true }
      }
      return false
    }
  }

  /// Whether this is the lower-case ASCII `text`, in any case.
  func equalsASCII(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && containsASCII(text)
  }
}

extension UInt8 {
  @inline(__always)
  var asciiLowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
