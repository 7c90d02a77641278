import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct ChunkerTests {
  static let tokenizer = try! Tokenizer(vocabulary: .embedded)

  static func chunks(
    _ text: String, limit: Int, overlap: Int = 0, headings: ChunkConfiguration.Headings = .metadata
  ) -> [Chunk] {
    let options = ChunkConfiguration(maxTokens: limit, overlap: overlap, headings: headings)
    return Chunker(options, encoder: tokenizer.makeEncoder())
      .chunks(of: Array(text.utf8), documentID: "shop:1")
  }

  /// A text out of random blocks, with the level, title and place (in scalars) of its headings.
  static func document(
    _ random: inout SeededGenerator
  ) -> (text: String, headings: [(level: Int, title: String, place: Int)]) {
    var text = ""
    var headings: [(level: Int, title: String, place: Int)] = []
    for number in 0..<Int.random(in: 1...10, using: &random) {
      let size = Int.random(in: 1...12, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        let level = Int.random(in: 1...4, using: &random)
        let title = ["Rückgabe", "Care & use", "寸法", "Size"].randomElement(using: &random)!
        headings.append((level, "\(title) \(number)", text.unicodeScalars.count))
        text += String(repeating: "#", count: level) + " \(title) \(number)"
      case 2:
        text += "| a | b |\n|---|---|"
        for row in 0..<(size * 3) { text += "\n| \(row) | größe |" }
      case 3: text += "```\n# no heading\n" + String(repeating: "run --all\n", count: size) + "```"
      default:
        text += String(repeating: "Die Größe fällt klein aus 👩‍👧, sorry. ", count: size) + "End."
      }
      text += "\n\n"
    }
    return (text, headings)
  }

  @Test(arguments: [16, 50, 300], [0, 6])
  func `A chunk is the text between start and end, within the limit`(limit: Int, overlap: Int) {
    var random = SeededGenerator(seed: UInt64(limit + overlap))
    for _ in 0..<40 {
      let (text, _) = Self.document(&random)
      let scalars = Array(text.unicodeScalars)
      var covered = 0
      for chunk in Self.chunks(text, limit: limit, overlap: overlap) {
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[chunk.start..<chunk.end])
        let content = String(decoding: chunk.text, as: UTF8.self)
        if !content.utf8.elementsEqual(String(slice).utf8) {
          #expect(content.hasSuffix(String(slice)) && content.hasPrefix("| a | b |\n|---|---|\n"))
        }
        #expect(chunk.tokens <= limit)
        #expect(chunk.tokens == Self.tokenizer.makeEncoder().encode(chunk.text).count)
        if chunk.start > covered {
          #expect(scalars[covered..<chunk.start].allSatisfy { $0.properties.isWhitespace })
        }
        covered = max(covered, chunk.end)
      }
      #expect(scalars[covered...].allSatisfy { $0.properties.isWhitespace })
    }
  }

  @Test(arguments: [20, 80])
  func `Headings are those above the chunk and those that it opens with`(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    for _ in 0..<60 {
      let (text, headings) = Self.document(&random)
      for chunk in Self.chunks(text, limit: limit) {
        let scalars = Array(text.unicodeScalars)
        var path: [(level: Int, title: String, place: Int)] = []
        var open = chunk.start
        for heading in headings where heading.place <= open {
          path.removeAll { $0.level >= heading.level }
          path.append(heading)
          guard heading.place >= chunk.start else { continue }
          // The next heading opens the chunk too when nothing stands between.
          open = scalars[heading.place...].firstIndex(of: "\n") ?? scalars.count
          while open < chunk.end, scalars[open].properties.isWhitespace { open += 1 }
          if open >= chunk.end { break }
        }
        #expect(chunk.headings == path.map(\.title))
      }
    }
  }

  @Test func `A heading path as prefix stands before the text and counts`() {
    let text = "# Returns\n\n## How long\n\n" + String(repeating: "Thirty days. ", count: 60)
    let chunks = Self.chunks(text, limit: 40, headings: .prefix)
    #expect(chunks.count > 2)
    for chunk in chunks.dropFirst() {
      #expect(chunk.text.starts(with: "Returns > How long\n\n".utf8))
      #expect(chunk.tokens <= 40)
    }
  }

  @Test func `An edit in one section renames no chunk of another`() {
    func sections(_ middle: String) -> [String] {
      ["Alpha", "Beta", "Gamma"].map { name in
        let body = name == "Beta" ? middle : "the text of \(name)"
        return "# \(name)\n\n" + String(repeating: "This is \(body), again. ", count: 6) + "\n\n"
      }
    }
    let old = sections("the old text")
    let new = sections("a newer and longer text")
    // Each section is a chunk of its own: it is within the limit, and over half of it.
    let encoder = Self.tokenizer.makeEncoder()
    let sizes = (old + new).map { encoder.encode(Array($0.utf8)).count }
    let limit = sizes.max()! + 4
    #expect(sizes.min()! * 2 > limit + 8)
    let before = Self.chunks(old.joined(), limit: limit)
    let after = Self.chunks(new.joined(), limit: limit)
    #expect(before.count == 3 && after.count == 3)
    func ids(_ chunks: [Chunk], _ heading: String) -> [String] {
      chunks.filter {
        $0.headings == [heading]
          || String(decoding: $0.text, as: UTF8.self).contains("# \(heading)")
      }.map(\.id)
    }
    for heading in ["Alpha", "Gamma"] {
      #expect(!ids(before, heading).isEmpty)
      #expect(ids(before, heading) == ids(after, heading))
    }
    #expect(Set(ids(before, "Beta")).isDisjoint(with: ids(after, "Beta")))
  }

  @Test func `Ids differ inside a document and between documents`() {
    let text = String(repeating: "The same line again.\n\n", count: 100)
    let ids = Self.chunks(text, limit: 16).map(\.id)
    #expect(ids.count > 10 && Set(ids).count == ids.count)
    #expect(ids == Self.chunks(text, limit: 16).map(\.id))
    var here = ChunkIdentities(documentID: "a")
    var there = ChunkIdentities(documentID: "b")
    #expect(here.next(headings: [], content: [1]) != there.next(headings: [], content: [1]))
  }

  @Test(arguments: ["", " ", "\n \n\t"])
  func `A text without words makes no chunk`(text: String) {
    #expect(Self.chunks(text, limit: 16).isEmpty)
  }
}
