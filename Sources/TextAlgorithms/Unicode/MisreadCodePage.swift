internal import CTables

/// The code pages as which UTF-8 gets misread, as tables from scalar to byte.
///
/// Bytes that a Windows code page leaves open count as the C1 control of that number, so the first
/// code page covers Latin-1 too.
struct MisreadCodePage {
  /// In the order of preference where two explain a text equally well.
  static let count = 9
  static let windows1252 = 0
  static let macRoman = 1
  static let windows1254 = 5
  static let cp437 = 8

  // SAFETY: constant arrays of the program. `row` is below their length by construction, scalars are
  // compared with the length of the first.
  private let index: UnsafePointer<UInt16>
  private let bytes: UnsafePointer<UInt8>
  private let leads: UnsafePointer<UInt16>
  private let tails: UnsafePointer<UInt16>

  init() {
    index = tm_mojibake_index_start()
    bytes = tm_mojibake_bytes_start()
    leads = tm_mojibake_leads_start()
    tails = tm_mojibake_tails_start()
  }

  /// The row of a scalar, 0 when no code page has it above 0x7F.
  @inline(__always)
  func row(_ scalar: UInt32) -> Int { scalar < 0x2600 ? Int(index[Int(scalar)]) : 0 }

  /// The byte that a row is in a code page, 0 for none.
  @inline(__always)
  func byte(_ row: Int, _ page: Int) -> UInt8 { bytes[row &* MisreadCodePage.count &+ page] }

  /// A bit for each code page in which the row begins a UTF-8 sequence.
  @inline(__always)
  func leadPages(_ row: Int) -> UInt16 { leads[row] }

  /// A bit for each code page in which the row continues a UTF-8 sequence.
  @inline(__always)
  func tailPages(_ row: Int) -> UInt16 { tails[row] }
}
