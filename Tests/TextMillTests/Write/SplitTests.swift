import Testing

@testable import TextMill

@Suite struct SplitTests {
  static var options: SplitConfiguration {
    var options = SplitConfiguration()
    options.validation = 0.1
    options.test = 0.05
    return options
  }

  static func document(_ id: String, customer: [String]) -> Document {
    Document(
      id: id, kind: .conversation,
      source: SourceLocation(source: "s", path: "p", record: 1, offset: 0),
      body: .conversation([]), identities: Identities(customer: customer))
  }

  @Test func `Shares come out as asked for and a group stays where it is`() {
    var counts: [Split: Int] = [:]
    for number in 0..<20_000 {
      let split = Split(group: UInt64(number), options: Self.options)
      #expect(split == Split(group: UInt64(number), options: Self.options))
      counts[split, default: 0] += 1
    }
    #expect((1_850...2_150).contains(counts[.validation] ?? 0))
    #expect((890...1_110).contains(counts[.test] ?? 0))
  }

  @Test func `Without shares everything is training data`() {
    #expect(Split(group: 7, options: SplitConfiguration()) == .train)
  }

  @Test func `Conversations of one customer have one group`() {
    let one = Self.document("a:1", customer: ["Ann Lee", "Ann@Example.com"])
    let two = Self.document("b:2", customer: ["ann@example.com", "A. Lee"])
    let other = Self.document("b:3", customer: ["bob@example.com"])
    func group(_ document: Document, _ by: [SplitConfiguration.Group]) -> UInt64 {
      var options = Self.options
      options.by = by
      return Split.group(of: document, options: options)
    }
    #expect(group(one, [.customer]) == group(two, [.customer]))
    #expect(group(two, [.customer]) != group(other, [.customer]))
    #expect(group(one, [.conversation]) != group(two, [.conversation]))
    let unknown = Self.document("c:4", customer: [])
    #expect(group(unknown, [.customer]) == group(unknown, [.conversation]))
  }
}
