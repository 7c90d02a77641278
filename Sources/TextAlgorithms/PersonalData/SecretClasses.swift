/// Classes of the signs that tokens are made of, as one bit each.
enum SecretClasses {
  static let digit: UInt32 = 1
  static let lowerHex: UInt32 = 2
  static let lowerRest: UInt32 = 4
  static let upperHex: UInt32 = 8
  static let upperRest: UInt32 = 16
  static let lowLine: UInt32 = 32
  static let dash: UInt32 = 64
  static let equals: UInt32 = 128
  static let plus: UInt32 = 256
  static let slash: UInt32 = 512
  static let dot: UInt32 = 1024
  static let tilde: UInt32 = 2048
  static let percent: UInt32 = 4096
  static let backslash: UInt32 = 8192
  /// `! @ # ^ & *`, which only values behind a keyword hold.
  static let sign: UInt32 = 16384
  static let digit32: UInt32 = 32768
  static let colon: UInt32 = 65536
  /// `$ |`, which parts of a few tokens are joined with.
  static let joint: UInt32 = 131_072

  static let lower = lowerHex | lowerRest
  static let upper = upperHex | upperRest
  static let alphanumeric = digit | lower | upper
  /// What no token stands beside.
  static let edge = alphanumeric | lowLine | dash | plus | slash
  /// What a run that may hold a token is made of.
  static let run =
    edge | equals | dot | tilde | percent | colon | joint | backslash | sign
  /// What a value behind a keyword is made of.
  static let value =
    alphanumeric | lowLine | dash | dot | equals | tilde | percent | plus | slash | sign

  /// The table of all bytes.
  static func table() -> [UInt32] {
    (0..<256).map { byte in
      let b = UInt8(byte)
      switch b {
      case 0x32...0x37: return digit | digit32
      case 0x30...0x39: return digit
      case 0x61...0x66: return lowerHex
      case 0x67...0x7A: return lowerRest
      case 0x41...0x46: return upperHex
      case 0x47...0x5A: return upperRest
      case 0x5F: return lowLine
      case 0x2D: return dash
      case 0x3D: return equals
      case 0x2B: return plus
      case 0x2F: return slash
      case 0x2E: return dot
      case 0x7E: return tilde
      case 0x25: return percent
      case 0x5C: return backslash
      case 0x21, 0x40, 0x23, 0x5E, 0x26, 0x2A: return sign
      case 0x3A: return colon
      case 0x24, 0x7C: return joint
      default: return 0
      }
    }
  }

  /// The class with this letter in the notation of shapes.
  static func named(_ letter: UInt8) -> UInt32 {
    switch letter {
    case 0x64: digit  // d
    case 0x68: digit | lowerHex  // h
    case 0x48: digit | lowerHex | upperHex  // H
    case 0x6C: lower | upper  // l
    case 0x61: alphanumeric  // a
    case 0x55: digit | upper  // U
    case 0x4C: digit | lower  // L
    case 0x77: alphanumeric | lowLine  // w
    case 0x57: alphanumeric | lowLine | dash  // W
    case 0x45: alphanumeric | lowLine | dash | equals  // E
    case 0x65: digit | lower | lowLine | dash | equals  // e
    case 0x62: alphanumeric | plus | slash  // b
    case 0x42: alphanumeric | plus | slash | equals | lowLine  // B
    case 0x35: upper | digit32  // 5
    case 0x44: alphanumeric | dot  // D
    case 0x54: alphanumeric | lowLine | dot | tilde  // T
    case 0x74: alphanumeric | lowLine | dot | tilde | dash  // t
    case 0x50: alphanumeric | percent  // P
    case 0x4A: alphanumeric | slash | lowLine | dash | backslash  // J
    case 0x56: alphanumeric | lowLine | dot | equals | dash  // V
    case 0x6B: digit | lower | slash | equals | lowLine | plus | dash  // k
    default: 0
    }
  }
}
