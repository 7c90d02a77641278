import Testing

@testable import TextAlgorithms

/// Values are put together here, so that no source file holds what looks like a live key.
@Suite struct SecretTests {
  /// `count` signs that look random and are the same in each run.
  static func random(_ count: Int, _ alphabet: String, seed: UInt64 = 9) -> String {
    var random = SeededGenerator(seed: seed)
    let signs = Array(alphabet)
    return String((0..<count).map { _ in signs.randomElement(using: &random)! })
  }
  static let hex = "0123456789abcdef"
  static let alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

  static let published: [String] = [
    "ghp_" + random(36, alphanumeric), "sk_" + "live_" + random(24, alphanumeric),
    "AKIA" + random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), "glpat-" + random(20, alphanumeric),
    "AIza" + random(35, alphanumeric), "npm_" + random(36, alphanumeric),
    "shpat_" + random(32, hex), "dapi" + random(32, hex),
    "SG." + random(22, alphanumeric) + "." + random(43, alphanumeric),
    "xoxb-" + random(12, "0123456789") + "-" + random(12, "0123456789") + "-"
      + random(24, alphanumeric),
    "eyJ" + random(30, alphanumeric) + ".eyJ" + random(40, alphanumeric) + "."
      + random(43, alphanumeric),
    random(32, hex) + "-us12",
  ]

  @Test(arguments: published)
  func `a token of a published shape is found anywhere`(token: String) {
    for (before, after) in [("", ""), ("key: ", " end"), ("\"", "\"."), ("x=", "\n"), ("(", ")")] {
      #expect(found(before + token + after).contains("secret:\(token)"), "\(before)…\(after)")
    }
  }

  @Test(arguments: published)
  func `a token that is cut, masked or part of a longer one is not of its shape`(token: String) {
    let scanner = SecretShapes()
    let table = SecretClasses.table()
    table.withUnsafeBufferPointer { classes in
      for text in [token + "abc123def456ghi789jkl", String(token.prefix(9))] {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
          let view = PersonalText(base: bytes.baseAddress!, count: bytes.count)
          if let end = scanner.token(view, at: 0, classes.baseAddress!)?.end {
            #expect(end == bytes.count)
          }
        }
      }
    }
    let masked = String(token.prefix(6)) + String(repeating: "*", count: 30)
    #expect(found(masked) == [])
  }

  @Test func `a value behind a key word is found when it looks random`() {
    let value = Self.random(32, Self.alphanumeric, seed: 4)
    #expect(found("api_key = \"\(value)\"") == ["secret:\(value)"])
    #expect(found("CLIENT_SECRET=\(value)") == ["secret:\(value)"])
    #expect(found("checksum_key: \(value)") == [])
    #expect(found("colour = \(value)") == [])
    #expect(found("api_key = loadTheApplicationKeyFrom2Settings") == [])
  }

  @Test func `headers, command lines and addresses give up their credentials`() {
    let value = Self.random(30, Self.alphanumeric, seed: 6)
    #expect(found("Authorization: Bearer \(value)") == ["secret:\(value)"])
    #expect(found("X-Api-Key: \(value)") == ["secret:\(value)"])
    #expect(found("curl -u ann:\(value) https://x.example").contains("secret:ann:\(value)"))
    #expect(found("curl -u $USER:$PASSWORD x") == [])
    #expect(
      found("postgres://ann:\(value)@db.example/x", kinds: [.secret]) == ["secret:\(value)"])
    #expect(
      found("https://x.example/?a=1&token=\(value)", kinds: [.secret]) == ["secret:\(value)"])
  }

  @Test func `a key block is found whole`() {
    let body =
      Self.random(64, Self.alphanumeric) + "\n" + Self.random(64, Self.alphanumeric, seed: 2)
    let kind = "PRIVATE" + " KEY"
    let block = "-----BEGIN RSA \(kind)-----\n\(body)\n-----END RSA \(kind)-----"
    #expect(found("here:\n\(block)\nthanks") == ["secret:\(block)"])
    #expect(found(block.replacing(kind, with: "PUBLIC" + " KEY"), kinds: [.secret]) == [])
  }

  @Test func `entropy is Shannon's`() {
    for (text, bits) in [("aaaa", 0.0), ("abab", 1.0), ("abcd", 2.0), ("abcdefgh", 3.0)] {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        let view = PersonalText(base: bytes.baseAddress!, count: bytes.count)
        #expect(abs(SecretValue.entropy(view, 0..<bytes.count) - bits) < 1e-9)
      }
    }
  }
}
