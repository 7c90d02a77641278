import Testing

@testable import TextMill

@Suite struct AutomatedMessageTests {
  static func reason(_ subject: FilterSubject) -> String? {
    if case .reject(let reason, _) = AutomationFilter().judge(subject) { return reason }
    return nil
  }

  @Test(arguments: [
    ("spam", "spam"), ("created_for_side_conversation", "side_conversation"),
    ("system_email_notification_failure", "bounce"), ("closed_by_merge", "merged_ticket"),
  ])
  func `tags of helpdesks tell what nobody wrote`(tag: String, wanted: String) {
    let text = Array("My lamp is broken since yesterday".utf8)
    #expect(Self.reason(FilterSubject(text: text, tags: [Array(tag.utf8)])) == wanted)
    #expect(Self.reason(FilterSubject(text: text, tags: [Array("spam_filter".utf8)])) == nil)
  }

  @Test func `what the source calls spam is left out`() {
    var subject = FilterSubject(text: Array("My lamp is broken".utf8))
    subject.isSpam = true
    #expect(Self.reason(subject) == "spam")
  }

  @Test func `a message inside a conversation is judged alone`() {
    let chain = FilterChain(rules: [.automation(AutomationFilter())])
    #expect(chain.judgesMessages)
    func isAutomatic(_ text: String) -> Bool { chain.isAutomatic(Array(text.utf8)) }
    #expect(isAutomatic("I am currently out of the office and will return on Monday."))
    #expect(!isAutomatic("The lamp arrived, thank you. It is out of its box already."))
    #expect(!FilterChain(rules: []).judgesMessages)
    #expect(!FilterChain(rules: []).isAutomatic(Array("I am out of the office".utf8)))
  }
}
