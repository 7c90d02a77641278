/// The shape of one token: alternatives of a beginning, then classes with counts and literals.
///
/// Notation: words parted by blanks. The first holds the beginnings, parted by commas (`-` for none);
/// `a20` is twenty signs of the class `a`, `a20-40` as many as there are from 20 to 40, `a20+` as many as
/// there are, `'abc` the letters abc. Each count takes all it can get.
struct SecretShape {
  struct Element {
    /// 0 for a literal.
    var mask: UInt32
    var least: Int
    var most: Int
    var literal: [UInt8]
  }

  var prefixes: [[UInt8]]
  var elements: [Element] = []
  /// Least entropy of the whole, in bits a sign.
  var entropy: Double

  init(_ notation: some Sequence<UInt8>, entropy: Double) {
    self.entropy = entropy
    let words = Array(notation).split(separator: 0x20)
    prefixes = words[0] == [0x2D] ? [[]] : words[0].split(separator: 0x2C).map(Array.init)
    for word in words.dropFirst() {
      if word.first == 0x27 {
        elements.append(Element(mask: 0, least: 0, most: 0, literal: Array(word.dropFirst())))
        continue
      }
      var numbers = [0]
      var isOpen = false
      for byte in word.dropFirst() {
        if byte == 0x2D {
          numbers.append(0)
        } else if byte == 0x2B {
          isOpen = true
        } else {
          numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 0x30
        }
      }
      elements.append(
        Element(
          mask: SecretClasses.named(word.first ?? 0), least: numbers[0],
          most: isOpen ? .max : numbers[numbers.count - 1], literal: []))
    }
  }

  /// The end of a token of this shape at `start`, or nil.
  func end(_ text: PersonalText, at start: Int, _ classes: UnsafePointer<UInt32>) -> Int? {
    for prefix in prefixes where has(text, prefix, at: start) {
      if let end = tail(text, at: start + prefix.count, classes) { return end }
    }
    return nil
  }

  private func has(_ text: PersonalText, _ literal: [UInt8], at i: Int) -> Bool {
    guard i + literal.count <= text.count else { return false }
    for k in literal.indices where text[i &+ k] != literal[k] { return false }
    return true
  }

  private func tail(
    _ text: PersonalText, at start: Int, _ classes: UnsafePointer<UInt32>
  ) -> Int? {
    var i = start
    for element in elements {
      if element.mask == 0 {
        guard has(text, element.literal, at: i) else { return nil }
        i += element.literal.count
      } else {
        let first = i
        while i < text.count, i - first < element.most, classes[Int(text[i])] & element.mask != 0 {
          i &+= 1
        }
        guard i - first >= element.least else { return nil }
      }
    }
    return i
  }
}
