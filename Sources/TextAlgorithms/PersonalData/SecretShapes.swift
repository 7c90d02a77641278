/// The published shapes of tokens, by the first byte of their beginning.
struct SecretShapes {
  private var byFirst: [[SecretShape]] = Array(repeating: [], count: 256)
  private var anywhere: [SecretShape] = []

  init() {
    SecretShapeTable.shapes.withUTF8Buffer { bytes in
      for line in bytes.split(separator: 0x0A) {
        // Two digits of entropy, a blank, the notation.
        let entropy =
          Double(line[line.startIndex] - 0x30) + Double(line[line.startIndex + 1] - 0x30) / 10
        add(SecretShape(line.dropFirst(3), entropy: entropy))
      }
    }
  }

  private mutating func add(_ shape: SecretShape) {
    var byByte: [UInt8: [[UInt8]]] = [:]
    for prefix in shape.prefixes {
      guard let first = prefix.first else {
        anywhere.append(shape)
        return
      }
      byByte[first, default: []].append(prefix)
    }
    for (first, prefixes) in byByte {
      var part = shape
      part.prefixes = prefixes
      byFirst[Int(first)].append(part)
    }
  }

  /// The end of the longest token at `start` and the entropy that it needs, or nil.
  func token(
    _ text: PersonalText, at start: Int, _ classes: UnsafePointer<UInt32>
  ) -> (end: Int, entropy: Double)? {
    var best: (end: Int, entropy: Double)?
    func look(_ shapes: [SecretShape]) {
      for shape in shapes {
        if let end = shape.end(text, at: start, classes), end > best?.end ?? 0,
          classes[Int(text[end])] & SecretClasses.edge == 0
        {
          best = (end, shape.entropy)
        }
      }
    }
    look(byFirst[Int(text[start])])
    look(anywhere)
    return best
  }

  /// True when a published beginning of at least three signs stands at `start`.
  func hasPrefix(_ text: PersonalText, at start: Int) -> Bool {
    for word: StaticString in [
      "xox", "AIza", "dapi", "ops_", "ghp_", "gho_", "glpat-", "sk-ant-", "hf_", "ntn_", "pplx-",
      "sgp_", "hvs.", "sha256~", "AKIA", "glc_", "glsa_", "rdme_", "pnu_", "npm_",
    ] where text.has(word, at: start) {
      return true
    }
    return false
  }
}
