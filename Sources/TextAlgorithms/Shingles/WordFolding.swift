internal import CTables

/// Rewrites text so that words are runs of ASCII letters, digits, `_` and bytes above 0x7F.
///
/// Letters and numbers outside ASCII become lower case; every other scalar outside ASCII (marks
/// too) becomes a space. ASCII stays as it is, and is lower-cased where words are hashed.
enum WordFolding {
  /// True when a byte of `text` is outside ASCII.
  static func needsFolding(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    let raw = UnsafeRawPointer(base)
    var at = 0
    // SAFETY: words are read only while they end at or before `text.count`.
    while at &+ 32 <= text.count {
      let w0 = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let w1 = raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)
      let w2 = raw.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self)
      let w3 = raw.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self)
      if (w0 | w1 | w2 | w3) & 0x8080_8080_8080_8080 != 0 { return true }
      at &+= 32
    }
    while at < text.count {
      if base[at] >= 0x80 { return true }
      at &+= 1
    }
    return false
  }

  /// Folds valid UTF-8 into `out` and returns the length; `out` has room for 2 · count + 8 bytes.
  ///
  /// With `maskingNumbers` each run of decimal digits becomes one `0`. Linear.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>, maskingNumbers: Bool, into out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let base = text.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let index = textmill_word_index()
    let values = textmill_word_values()
    var at = 0
    var end = 0
    var inNumber = false
    // SAFETY: a scalar grows from two bytes to three at most and U+0130 stays at two; a word store
    // of eight bytes ends at most eight bytes behind `end`. Valid UTF-8 never ends in a sequence.
    while at < text.count {
      if at &+ 8 <= text.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0, !maskingNumbers || !hasDigit(word) {
          UnsafeMutableRawPointer(out).storeBytes(of: word, toByteOffset: end, as: UInt64.self)
          at &+= 8
          end &+= 8
          inNumber = false
          continue
        }
      }
      let stop = min(at &+ 8, text.count)
      while at < stop {
        let lead = base[at]
        var value: Int32
        var scalar = UInt32(lead)
        if lead < 0x80 {
          at &+= 1
          if !maskingNumbers || lead &- 0x30 > 9 {
            out[end] = lead
            end &+= 1
            inNumber = false
            continue
          }
          value = 3
        } else {
          scalar = decode(base + at, &at)
          value = values[Int(index[Int(scalar >> 7)]) &<< 7 | Int(scalar & 127)]
          if scalar == 0x130 {
            // Its lower case is an i and a mark, which ends the word.
            out[end] = 0x69
            value = 0
            end &+= 1
          }
        }
        if value == 0 {
          out[end] = 0x20
          end &+= 1
          inNumber = false
        } else if maskingNumbers, value & 2 != 0 {
          if !inNumber {
            out[end] = 0x30
            end &+= 1
          }
          inNumber = true
        } else {
          end &+= encode(UInt32(bitPattern: Int32(bitPattern: scalar) &+ value >> 2), out + end)
          inNumber = false
        }
      }
    }
    return end
  }

  /// True when a byte of the ASCII word is a digit.
  @inline(__always)
  private static func hasDigit(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (word &+ 0x50 &* ones) & ~(word &+ 0x46 &* ones) & 0x8080_8080_8080_8080 != 0
  }

  @inline(__always)
  private static func decode(_ p: UnsafePointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(p[0])
    if lead < 0xE0 {
      at &+= 2
      return (lead & 0x1F) << 6 | UInt32(p[1] & 0x3F)
    }
    if lead < 0xF0 {
      at &+= 3
      return (lead & 0x0F) << 12 | UInt32(p[1] & 0x3F) << 6 | UInt32(p[2] & 0x3F)
    }
    at &+= 4
    return (lead & 0x07) << 18 | UInt32(p[1] & 0x3F) << 12 | UInt32(p[2] & 0x3F) << 6
      | UInt32(p[3] & 0x3F)
  }

  @inline(__always)
  private static func encode(_ scalar: UInt32, _ out: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      out[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    out[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    out[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
