internal import CLanes
internal import CTables

/// How usual a word is as a given name, a surname, a plain word and a place, in bins.
///
/// Each look-up is one hash, one bucket of about three entries. A word that isn't in the table has another's bins
/// with a chance of 6 in a million.
struct NameTable {
  /// The bins of one word; all zero when it isn't known.
  struct Bins {
    private let bits: UInt32
    init(bits: UInt32 = 0) { self.bits = bits }

    /// 0 (none) to 4.
    @inline(__always) var given: UInt8 { UInt8(bits & 7) }
    @inline(__always) var surname: UInt8 { UInt8(bits >> 3 & 7) }
    @inline(__always) var common: UInt8 { UInt8(bits >> 6 & 7) }
    /// 0 to 3.
    @inline(__always) var place: UInt8 { UInt8(bits >> 9 & 3) }
    @inline(__always) var isCountry: Bool { bits >> 11 & 1 == 1 }
    @inline(__always) var isState: Bool { bits >> 12 & 1 == 1 }
    @inline(__always) var isName: Bool { bits & 0x3F != 0 }
  }

  // SAFETY: points into the program's constant data, laid out as scripts/make_names.py says.
  private let begin: UnsafePointer<UInt32>
  private let entries: UnsafePointer<UInt32>

  init() {
    // Never nil: constant data of the program.
    let base = UnsafeRawPointer(tm_names()!)
    begin = (base + 4).assumingMemoryBound(to: UInt32.self)
    entries = begin + 65537
  }

  /// The bins of the word with this hash.
  @inline(__always) func bins(_ hash: UInt64) -> Bins {
    let key = Self.mix(hash)
    let wanted = UInt32(truncatingIfNeeded: key >> 29) & 0x7FFFF
    var i = Int(begin[Int(key >> 48)])
    let end = Int(begin[Int(key >> 48) &+ 1])
    while i < end {
      let entry = entries[i]
      if entry >> 13 == wanted { return Bins(bits: entry & 0x1FFF) }
      i &+= 1
    }
    return Bins()
  }

  /// Replaces the hashes of words by the bits of their bins.
  func replaceByBins(_ hashes: UnsafeMutableBufferPointer<UInt64>) {
    guard let base = hashes.baseAddress else { return }
    var table = tm_word_bins(begin: begin, entries: entries)
    for i in hashes.indices { hashes[i] = Self.mix(hashes[i]) }
    // SAFETY: the buffer is as long as the function is told.
    tm_find_bins(&table, base, hashes.count)
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// `hash` with one more byte of a word in lower case (FNV-1a).
  @inline(__always) static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always) private static func mix(_ hash: UInt64) -> UInt64 {
    var h = hash ^ hash >> 32
    h = h &* 0x9E37_79B9_7F4A_7C15
    return h ^ h >> 29
  }
}
