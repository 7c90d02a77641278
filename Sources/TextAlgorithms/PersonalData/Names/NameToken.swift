/// A word, number, sign or line end of a text, with what is known of it by itself.
struct NameToken {
  /// How a token is written.
  enum Shape: UInt8 {
    case line, blankLine, digits1, digits2, digits3, digits4, digits5, digits6, digitsLetters, mixed
    case sign, mask, joined, capital, small, capitals, longCapitals, lower, title, camel, possessive
    case edge
    /// Written as a name in a text that writes every noun so.
    case noun

    /// How a word of letters is written. `inner`: its capitals behind the first letter; `endsInS`: with a small one.
    @inline(__always) init(
      letters: Int, capitals: Int, beginsCapital: Bool, inner: Int, endsInS: Bool
    ) {
      if letters <= 1 {
        self = capitals > 0 ? .capital : .small
      } else if capitals == letters {
        self = letters < 4 ? .capitals : .longCapitals
      } else if capitals == letters - 1, capitals > 1, endsInS {
        // "ATMs"
        self = .longCapitals
      } else if capitals == 0 {
        self = .lower
      } else {
        self = beginsCapital && inner == 0 ? .title : .camel
      }
    }

    /// Begins with a capital.
    var isCapital: Bool {
      switch self {
      case .capital, .capitals, .longCapitals, .title, .camel, .noun: true
      default: false
      }
    }
    var isNumber: Bool {
      rawValue >= Shape.digits1.rawValue && self.rawValue <= Shape.digitsLetters.rawValue
    }
    var isLineEnd: Bool { self == .line || self == .blankLine }
    /// A word in letters.
    var isWord: Bool {
      (rawValue >= Shape.capital.rawValue && rawValue <= Shape.camel.rawValue) || self == .noun
    }
  }

  var start: Int
  var end: Int
  var shape: Shape
  var given: UInt8 = 0
  var surname: UInt8 = 0
  var common: UInt8 = 0
  var place: UInt8 = 0
  var classes: NameClasses = []
  /// The hash of the word in lower case, of a sign its code, of a mask its kind.
  var word: UInt64 = 0
  /// What features call the word: itself when a list has it, else its classes or how common it is.
  var small: UInt64 = 0
  /// Hashes of its last two and three letters, when it isn't a plain word.
  var endings: (UInt32, UInt32) = (0, 0)

  static let edge = NameToken(start: 0, end: 0, shape: .edge, small: 1)

  var isName: Bool { given | surname != 0 }

  /// What features call a word.
  @inline(__always) static func small(_ hash: UInt64, _ classes: NameClasses, common: UInt8)
    -> UInt64
  {
    if !classes.isDisjoint(with: .named) { return hash }
    let listed = classes.intersection(.all)
    return listed.isEmpty ? 20 + UInt64(common) : 0x1_0000 | UInt64(listed.rawValue)
  }

  /// Shape and bins in one number; `isLow`: the text has no capitals.
  func key(isLow: Bool) -> UInt64 {
    let written = shape == .lower && isLow ? 31 : UInt64(shape.rawValue)
    return written << 9 | UInt64(given) << 6 | UInt64(surname) << 3 | UInt64(common)
  }

  /// The bins alone.
  var bins: UInt64 { UInt64(given) << 6 | UInt64(surname) << 3 | UInt64(common) }

  /// Forgets that the table knows the word, as for names that it hasn't.
  mutating func hideName() {
    given = 0
    surname = 0
  }
}
