/// Two to four characters of a line that may be one character's UTF-8, misread.
struct MisreadSequence {
  /// How much the sequence says for itself.
  enum Evidence {
    /// Could be what the writer meant; counts only beside strong ones.
    case weak
    /// Nobody writes that.
    case strong
    /// A letter of a script without case by itself: strong with another of its kind beside it.
    case script
  }

  /// Index of the first character in the line.
  var start: Int
  /// How many characters it takes.
  var length: Int
  /// The character it stands for.
  var scalar: UInt32
  var evidence: Evidence
  /// Whether a C1 control is in it: text has none.
  var holdsControl = false

  /// Whether the character is one that text of a helpdesk or a shop may hold: the first test, which keeps
  /// chance sequences (Syriac, N'Ko, unassigned) out.
  static func isPlausible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x017F, 0x0300...0x0303, 0x0306...0x030C, 0x0323, 0x0328, 0x0331: true
    case _ where isCommonExtension(scalar): true
    default: isRare(scalar) || script(scalar) != 0 || isSymbol(scalar)
    }
  }

  /// Letters of African, Pacific and phonetic alphabets: two capitals and signs of Western Europe
  /// make them by chance, so they need evidence from case or controls.
  static func isRare(_ scalar: UInt32) -> Bool {
    (0x0180...0x02FF).contains(scalar) && !isCommonExtension(scalar)
  }

  private static func isCommonExtension(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0192, 0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x0218...0x021B, 0x02BC, 0x02C6, 0x02DC: true
    default: false
    }
  }

  /// Punctuation, signs, emoji.
  static func isSymbol(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2000...0x206F, 0x20A0...0x20C0, 0x2100...0x22FF, 0x2300...0x23FF, 0x2460...0x27BF: true
    case 0x2900...0x297F, 0x2B00...0x2BFF, 0x3000...0x301F, 0xFE0F, 0xFEFF, 0xFFFD: true
    case 0xFF00...0xFF65, 0x1F000...0x1FAFF, 0x1E00...0x1EFF, 0x1D400...0x1D7FF: true
    default: false
    }
  }

  /// A number for the script of a letter beyond Latin, 0 for none.
  static func script(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x0384...0x03CE, 0x1F00...0x1FFF: 1
    case 0x0400...0x052F: 2
    case 0x0531...0x058F: 3
    case 0x05B0...0x05F4: 4
    case 0x060C...0x06F9: 5
    case 0x0900...0x0DFF: 6 + Int(scalar - 0x0900) / 0x80
    case 0x0E01...0x0E5B: 20
    case 0x0E81...0x0EDF: 21
    case 0x10A0...0x10FF: 22
    case 0x1100...0x11FF, 0xAC00...0xD7A3: 23
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: 24
    case 0x1000...0x109F: 25
    case 0x1780...0x17FF: 26
    case 0x1200...0x137F: 27
    default: 0
    }
  }
}
