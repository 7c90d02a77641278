import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct DatasetFileTests {
  @Test(arguments: WriteConfiguration.Compression.allCases)
  func `Facts tell what stands in the file`(compression: WriteConfiguration.Compression) throws {
    let folder = try ScratchFolder()
    let file = try DatasetFile("rows.jsonl", in: folder.path, compression: compression)
    var content: [UInt8] = []
    for number in 0..<30_000 {
      let row = Array("{\"n\":\(number * number)}\n".utf8)
      content += row
      try file.append(row)
    }
    let facts = try file.commit()
    let stored = try folder.bytes("rows.jsonl")
    #expect(facts.path == "rows.jsonl" && facts.rows == 30_000)
    #expect(facts.bytes == stored.count && facts.contentBytes == content.count)
    #expect(facts.sha256 == SHA256.hexadecimal(SHA256.hash(stored)))
    #expect(facts.contentSHA256 == SHA256.hexadecimal(SHA256.hash(content)))
    #expect(try DatasetReader.storedSHA256(folder.file("rows.jsonl")) == facts.sha256)
    #expect(DatasetFile.Facts(json: facts.json) == facts)
  }

  @Test func `A file that isn't committed leaves nothing`() throws {
    let folder = try ScratchFolder()
    var file: DatasetFile? = try DatasetFile("rows.jsonl", in: folder.path, compression: .none)
    try file?.append(Array("{}\n".utf8))
    #expect(try !folder.names().contains("rows.jsonl"))
    file = nil
    #expect(try folder.names().isEmpty)
  }
}
