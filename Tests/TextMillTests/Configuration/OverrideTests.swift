import Testing

@testable import TextMill

@Suite struct OverrideTests {
  typealias Fixture = ConfigurationFixture

  @Test func `set goes over the file, the later over the earlier, and makes what is missing`()
    throws
  {
    let configuration = try Fixture.configuration(
      Fixture.small,
      set: [
        "name=first", "name=second", "deduplicate.near.similarity=0.9", "write.documents.shards=8",
      ])
    #expect(configuration.name == "second")
    #expect(configuration.deduplicate?.near?.similarity == 0.9)
    #expect(configuration.deduplicate?.exact == true)
    #expect(configuration.write.shards == 8)
  }

  @Test func `set takes lists, and null takes a stage out`() throws {
    let configuration = try Fixture.configuration(
      Fixture.small, set: ["normalize=[nfc, spaces]", "deduplicate=null"])
    #expect(configuration.normalize == [.nfc, .spaces])
    #expect(configuration.deduplicate == nil)
  }

  @Test func `set without a value is a problem`() {
    #expect(Fixture.problems(Fixture.small, set: ["name"]).count == 1)
    #expect(Fixture.problems(Fixture.small, set: ["=x"]).count == 1)
  }

  @Test func `values come from the environment`() throws {
    let configuration = try Fixture.configuration(
      Fixture.small, set: ["name=${SHOP}-${DAY}"], environment: ["SHOP": "lera", "DAY": "monday"])
    #expect(configuration.name == "lera-monday")
  }

  @Test func `every variable that isn't set is a problem with its line`() throws {
    let yaml = Fixture.small.replacing("name: small", with: "name: ${NO_A} ${NO_B}")
    let problems = Fixture.problems(yaml, environment: ["HOME": "x"])
    #expect(problems.map(\.path) == ["name", "name"])
    #expect(problems.map(\.line) == [2, 2])
    #expect(problems.map { $0.message.contains("NO_A") } == [true, false])
    #expect(try #require(problems.last).message.contains("NO_B"))
  }

  @Test func `variables fill the system prompt, and a missing one is told`() throws {
    let set = [
      "converse.system=You are {{house}}, not {other}.", "write.training={}", "tokenize={}",
    ]
    let problems = Fixture.problems(Fixture.small, set: set)
    #expect(problems.map(\.path) == ["converse.system"])
    let configuration = try Fixture.configuration(
      Fixture.small, set: set + ["converse.variables.house=Lera"])
    #expect(configuration.converse?.system == "You are Lera, not {other}.")
  }
}
