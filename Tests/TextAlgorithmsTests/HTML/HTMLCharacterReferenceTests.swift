import Foundation
import Testing

@testable import TextAlgorithms

@Suite struct HTMLCharacterReferenceTests {
  /// html5lib's tests of tokenizers, in the folder beside the repository.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/unicode/html5lib-tests/tokenizer").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func resolved(_ text: String, _ place: HTMLCharacterReferences.Place) -> String {
    var out: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer {
      HTMLCharacterReferences.table.append($0, place, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  @Test(arguments: [
    ("a &lt; b &amp;&nbsp;c", "a < b &\u{A0}c"), ("&notin; &notit; &not", "∉ ¬it; ¬"),
    ("&#65;&#x42;&#67 &#128; &#0; &#xD800;", "ABC € \u{FFFD} \u{FFFD}"),
    ("R&D & &; &# &#x &#; &unknown;", "R&D & &; &# &#x &#; &unknown;"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&amp", "&"),
  ])
  func `references in text are resolved`(text: String, expected: String) {
    #expect(Self.resolved(text, .text) == expected)
  }

  @Test func `in an address an ampersand before a word stays`() {
    #expect(Self.resolved("?a=1&copy=2&lt;&amp;&copy", .attribute) == "?a=1&copy=2<&©")
  }

  @Test func `where text was encoded twice only references with a semicolon are resolved`() {
    #expect(HTMLEntities.decoded("a &lt; b &lt c &#65;&#65") == "a < b &lt c A&#65")
  }

  @Test(
    .enabled(if: isThere, "the folder shared beside the repository is missing"),
    arguments: ["namedEntities", "numericEntities", "entities", "test1", "test2"])
  func `html5lib's texts come out as the standard has them`(name: String) throws {
    struct Suite: Decodable { var tests: [Case] }
    struct Case: Decodable {
      var input: String
      var output: [[Value]]
      var initialStates: [String]?
      var doubleEscaped: Bool?
    }
    enum Value: Decodable {
      case text(String)
      case other
      init(from decoder: any Decoder) throws {
        let text = try? decoder.singleValueContainer().decode(String.self)
        self = text.map { .text($0) } ?? .other
      }
    }
    let file = Self.folder.appending(path: name + ".test")
    let suite = try JSONDecoder().decode(Suite.self, from: Data(contentsOf: file))
    var judged = 0
    for test in suite.tests where test.initialStates == nil && test.doubleEscaped != true {
      let texts = test.output.map { token -> String? in
        guard token.count == 2, case .text("Character") = token[0], case .text(let text) = token[1]
        else { return nil }
        return text
      }
      guard let expected = texts.first ?? nil, texts.count == 1, !expected.contains("\0"),
        expected.contains(where: { !$0.isWhitespace })
      else { continue }
      judged += 1
      let arena = PageParserTests.parse(test.input, .html5)
      let got = arena.nodes.indices.filter { arena.nodes[$0].tag == .text }.map {
        String(decoding: arena.bytes[arena.textRange($0)], as: UTF8.self)
      }.joined()
      #expect(Array(got.unicodeScalars) == Array(expected.unicodeScalars), "\(test.input)")
    }
    #expect(judged > 5)
  }
}
