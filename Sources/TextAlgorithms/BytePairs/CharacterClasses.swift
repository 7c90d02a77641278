internal import CTables

/// The class of a character as one bit, from tables that are part of the binary.
///
/// The classes are those of Unicode 16, which the reference implementation of the encodings follows.
struct CharacterClasses {
  /// `\p{Lu}` and `\p{Lt}`.
  static let upper: UInt8 = 1
  /// `\p{Ll}`.
  static let lower: UInt8 = 2
  /// `\p{Lm}` and `\p{Lo}`.
  static let caseless: UInt8 = 4
  /// `\p{M}`.
  static let mark: UInt8 = 8
  /// `\p{N}`.
  static let number: UInt8 = 16
  /// `\s` but for carriage return and line feed.
  static let space: UInt8 = 32
  /// Carriage return and line feed.
  static let newline: UInt8 = 64
  /// Everything else.
  static let other: UInt8 = 128

  static let letter: UInt8 = upper | lower | caseless
  static let whitespace: UInt8 = space | newline
  /// `[^\s\p{L}\p{N}]`.
  static let symbol: UInt8 = other | mark

  private let index: UnsafePointer<UInt8>
  private let blocks: UnsafePointer<UInt8>
  /// The classes of the first 256 scalars, so of every ASCII byte.
  private let first: UnsafePointer<UInt8>

  init() {
    index = split_class_index()
    blocks = split_class_blocks()
    first = blocks + Int(index[0]) << 8
  }

  /// The class of the character at `p[i]`, and its length in bytes.
  // SAFETY: the text is valid UTF-8, so a lead byte's continuation bytes are there.
  @inline(__always)
  func at(_ p: UnsafePointer<UInt8>, _ i: Int) -> (kind: UInt8, length: Int) {
    let byte = p[i]
    if byte < 0x80 { return (first[Int(byte)], 1) }
    return beyondASCII(p + i, byte)
  }

  @inline(__always)
  private func beyondASCII(_ p: UnsafePointer<UInt8>, _ lead: UInt8) -> (kind: UInt8, length: Int) {
    let scalar: UInt32
    let length: Int
    if lead < 0xE0 {
      length = 2
      scalar = UInt32(lead & 0x1F) << 6 | UInt32(p[1] & 0x3F)
    } else if lead < 0xF0 {
      length = 3
      scalar = UInt32(lead & 0x0F) << 12 | UInt32(p[1] & 0x3F) << 6 | UInt32(p[2] & 0x3F)
    } else {
      length = 4
      scalar =
        UInt32(lead & 0x07) << 18 | UInt32(p[1] & 0x3F) << 12 | UInt32(p[2] & 0x3F) << 6
        | UInt32(p[3] & 0x3F)
    }
    return (blocks[Int(index[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)], length)
  }

  /// The end of the run of characters of `kinds` that begins at `start`.
  @inline(__always)
  func endOfRun(of kinds: UInt8, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    while i < end {
      let (kind, length) = at(p, i)
      if kind & kinds == 0 { break }
      i &+= length
    }
    return i
  }

  /// The end of a run of at most three numbers; one of them ends at `start`.
  @inline(__always)
  func endOfNumber(_ p: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    for _ in 0..<2 where i < end {
      let (kind, length) = at(p, i)
      if kind != CharacterClasses.number { break }
      i &+= length
    }
    return i
  }
}
