/// Random strings out of characters that the normalization steps care for, and of any others.
enum RandomText {
  private static let pieces: [String] = [
    "a", "e", "Z", " ", " ", "\t", "\n", "\n", "\r", "\u{0085}", "\u{00A0}", "\u{3000}", "\u{2028}",
    "\u{0301}", "\u{0323}", "\u{0344}", "\u{1161}", "\u{1100}", "\u{11A8}", "\u{0958}", "\u{212B}",
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{FE0F}", "\u{FEFF}", "\u{00AD}", "\u{202E}", "👩", "❤",
    "م",
    "क", "Ã", "Â", "â", "€", "™", "©", "\u{0083}", "\u{0080}", "ð", "Ÿ", "˜", "ƒ", "Ð", "¿", "√",
    "‚",
    "&", "amp;", "#38;", ";", "lt;", "\u{E0067}", "\u{E007F}", "🏴", "1", "\u{20E3}", "é", "ß", "“",
    "\u{0000}",
  ]

  static func make(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        // The linked ICU knows Unicode 15.0; the standard library may know more.
        let value = UInt32.random(in: 0..<0x30000, using: &random)
        if let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major < 15 {
          text.unicodeScalars.append(scalar)
        }
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
    }
    return text
  }
}
