import Foundation
import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct RepeatedBlocksTests {
  static func options(
    _ change: (inout DeduplicateOptions.RepeatedBlocks) -> Void = { _ in }
  ) -> DeduplicateOptions.RepeatedBlocks {
    var options = DeduplicateOptions.RepeatedBlocks()
    options.minShare = 0.1
    options.minDocuments = 3
    options.minWords = 2
    change(&options)
    return options
  }

  struct Item {
    var blocks: [String]
    var site = "s"
    var document: UInt64

    var text: [UInt8] { Array(blocks.joined(separator: "\n\n").utf8) }
  }

  /// Mines the items as if they stood in that many parts.
  static func mine(
    _ items: [Item], _ options: DeduplicateOptions.RepeatedBlocks, parts: Int = 1
  ) throws -> RepeatedBlocks {
    let folder = NSTemporaryDirectory() + "textmill-blocks-" + UUID().uuidString
    try FileSystem.makeFolder(folder)
    defer { FileSystem.remove(folder) }
    let counter = BlockCounter(options)
    var files: [String] = []
    for part in 0..<parts {
      for (i, item) in items.enumerated() where i % parts == part {
        counter.add(
          texts: [item.text], site: item.site, document: item.document, priority: UInt64(i))
      }
      files.append("\(folder)/\(part).blocks")
      try counter.finish(path: files[part])
    }
    let blocks = try BlockMiner.mine(files, options: options, workFile: "\(folder)/sort")
    try blocks.write(to: "\(folder)/mined")
    #expect(try RepeatedBlocks(path: "\(folder)/mined") == blocks)
    return blocks
  }

  static func strip(
    _ item: Item, _ blocks: RepeatedBlocks, _ options: DeduplicateOptions.RepeatedBlocks
  ) -> String {
    var stripper = BlockStripper(blocks, options: options)
    var text = item.text
    _ = stripper.strip(&text, site: item.site, document: item.document)
    return String(decoding: text, as: UTF8.self)
  }

  /// Documents that draw from a few common blocks and hold blocks of their own.
  static func random(_ count: Int, seed: UInt64) -> [Item] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { i in
      var blocks = ["Block that only document \(i) holds"]
      for common in 0..<6 where Int.random(in: 0...common, using: &generator) == 0 {
        blocks.append("Common notice number \(common)")
      }
      blocks.shuffle(using: &generator)
      return Item(
        blocks: blocks, site: i % 2 == 0 ? "even" : "odd",
        document: UInt64.random(in: 1...UInt64.max, using: &generator))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what is left of a document is its rare blocks in their order`(seed: UInt64) throws {
    let items = Self.random(60, seed: seed)
    let options = Self.options()
    let blocks = try Self.mine(items, options)
    for item in items {
      let rare = item.blocks.filter { block in
        let same = items.filter { $0.site == item.site }
        let holding = same.filter { $0.blocks.contains(block) }.count
        return holding < max(options.minDocuments, Int((0.1 * Double(same.count)).rounded(.up)))
      }
      #expect(Self.strip(item, blocks, options) == rare.joined(separator: "\n\n"))
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `a capped block stays in as many documents as the cap says`(seed: UInt64) throws {
    let items = Self.random(80, seed: seed)
    let options = Self.options {
      $0.action = .cap
      $0.cap = 4
    }
    let blocks = try Self.mine(items, options)
    let left = items.map { ($0.site, Self.strip($0, blocks, options)) }
    for site in ["even", "odd"] {
      let notice = "Common notice number 0"
      #expect(left.filter { $0.0 == site && $0.1.contains(notice) }.count == 4)
    }
  }

  @Test func `the parts that the input is cut into make no difference`() throws {
    let items = Self.random(70, seed: 9)
    let whole = try Self.mine(items, Self.options())
    #expect(whole.count > 0)
    #expect(try Self.mine(items, Self.options(), parts: 5) == whole)
  }

  @Test func `a document that is read twice counts once, and one that repeats itself too`() throws {
    let twice = Item(blocks: ["The same few words", "The same few words"], document: 7)
    let other = Item(blocks: ["The same few words"], document: 8)
    #expect(try Self.mine([twice, twice, other], Self.options()).count == 0)
    let third = Item(blocks: ["The same few words"], document: 9)
    #expect(try Self.mine([twice, twice, other, third], Self.options()).count == 1)
  }
}
