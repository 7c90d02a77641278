import Testing

@testable import TextMill

@Suite struct StrictnessTests {
  typealias Fixture = ConfigurationFixture

  @Test func `a small configuration is sound`() {
    #expect(Fixture.problems(Fixture.small) == [])
  }

  @Test func `an unknown key is told with its line and the key that was meant`() throws {
    let problems = Fixture.problems(Fixture.small + "dedupliacte: {}\n")
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.path == "dedupliacte")
    #expect(problem.line == 7)
    #expect(problem.remedy.contains("Did you mean \"deduplicate\"?"))
    #expect(problem.line(file: "run.yaml").hasPrefix("run.yaml:7: dedupliacte "))
  }

  @Test func `an unknown key deep inside is told by its whole path`() throws {
    let problems = Fixture.problems(Fixture.small, set: ["deduplicate.near.bnads=3"])
    #expect(problems.map(\.path) == ["deduplicate.near.bnads"])
    #expect(try #require(problems.first).remedy.contains("\"bands\""))
  }

  @Test(arguments: [
    ("deduplicate.exact=perhaps", "deduplicate.exact", "Write true or false."),
    ("deduplicate.near.ngram=many", "deduplicate.near.ngram", "whole number from 1 to 32"),
    ("deduplicate.near.ngram=0", "deduplicate.near.ngram", "whole number from 1 to 32"),
    ("deduplicate.near.ngram=\"5\"", "deduplicate.near.ngram", "whole number"),
    ("deduplicate.near.similarity=[0.8]", "deduplicate.near.similarity", "number from 0.1 to 1"),
    ("deduplicate.near.keep=oldest", "deduplicate.near.keep", "newest, longest"),
    ("normalize=[nfc, nfkc]", "normalize", "line_ends"),
    ("redact.kinds=[email, shoe_size]", "redact.kinds", "iban"),
    ("extract=keep", "extract", "Write a mapping"),
    ("sources=mail", "sources", "Write a list."),
    ("filter=automation", "filter", "Write a list of filters."),
    ("write.documents.compression=lzma", "write.documents.compression", "none, gzip, zstd"),
    ("write.documents.shards=3", "write.documents.shards", "power of two"),
    ("version=2", "version", "version 1"),
  ])
  func `a wrong value is told with what would be right`(
    override: String, path: String, remedy: String
  ) throws {
    let problems = Fixture.problems(Fixture.small, set: [override])
    let problem = try #require(problems.first { $0.path == path }, "\(problems)")
    #expect(problem.remedy.contains(remedy))
  }

  @Test(arguments: [
    ("chunk={ max_tokens: 512 }", "chunk"),
    ("converse={}", "converse"),
    ("write.training={}", "write.training"),
    ("write.retrieval={}", "write.retrieval"),
    ("write=null", "write"),
    ("split={ test: 0.1 }", "split"),
    ("deduplicate={ exact: false }", "deduplicate"),
  ])
  func `a combination that can't work is told`(override: String, path: String) {
    let paths = Fixture.problems(Fixture.small, set: [override]).map(\.path)
    #expect(paths.contains(path), "\(paths)")
  }

  @Test func `all problems are told at once, each with its line`() {
    let yaml = """
      version: 1
      output: runs/bad
      sources:
        - { name: a, reader: papyrus, paths: [x] }
        - { name: a, reader: pages }
      deduplicate:
        near:
          ngram: 99
      tokenise: {}
      write: { retrieval: {} }
      """
    let problems = Fixture.problems(yaml)
    let lines = Dictionary(problems.map { ($0.path, $0.line) }) { first, _ in first }
    #expect(lines["name"] != nil)
    #expect(lines["sources[0].reader"] == 4)
    #expect(lines["sources[1].paths"] == 5)
    #expect(lines["deduplicate.near.ngram"] == 8)
    #expect(lines["tokenise"] == 9)
    #expect(lines["write.retrieval"] != nil)
    #expect(problems.contains { $0.message.contains("repeats the name") })
    for problem in problems { #expect(!problem.remedy.isEmpty) }
  }

  @Test func `options that a reader doesn't take are told`() {
    let problems = Fixture.problems(
      Fixture.small,
      set: [
        "sources=[{ name: a, reader: eml, paths: [x], base_url: u, delimiter: ';', fields: { text: t } }]"
      ])
    #expect(
      problems.map(\.path) == ["sources[0].fields", "sources[0].base_url", "sources[0].delimiter"])
  }

  @Test func `text that is no YAML is told with its line`() throws {
    let problems = Fixture.problems("version: 1\nname: [a\noutput: b\n")
    #expect(problems.count == 1)
    #expect(try #require(problems.first).line > 1)
    #expect(!Fixture.problems("version: 1\nversion: 1\n").isEmpty)
    #expect(!Fixture.problems("").isEmpty)
  }
}
