import Testing

@testable import TextMill

@Suite struct FilterTests {
  private func reason(_ rule: FilterRule, _ subject: FilterSubject) -> String? {
    var subject = subject
    var chain = FilterChain(rules: [rule])
    guard case .reject(let reason, let evidence) = chain.judge(&subject) else { return nil }
    #expect(!evidence.isEmpty)
    return reason
  }

  private func subject(_ title: String, _ text: String, tags: [String] = []) -> FilterSubject {
    FilterSubject(
      title: Array(title.utf8), text: Array(text.utf8), tags: tags.map { Array($0.utf8) })
  }

  @Test func `length keeps what lies between its bounds`() {
    let filter = FilterRule.length(LengthFilter(minWords: 2, maxWords: 3, maxCharacters: 20))
    #expect(reason(filter, subject("", "one")) == "too_short")
    #expect(reason(filter, subject("", "one two")) == nil)
    #expect(reason(filter, subject("", "one two three")) == nil)
    #expect(reason(filter, subject("", "one two three four")) == "too_long")
    #expect(reason(filter, subject("", "a bbbbbbbbbbbbbbbbbbbbbbbbb")) == "too_long")
  }

  @Test func `language keeps its languages and notes them`() {
    let filter = LanguageFilter(keep: ["en", "de"])
    let german = "Wo ist meine Bestellung? Ich habe vor zwei Wochen einen Wasserkocher bestellt."
    let french = "Où est ma commande ? J’ai commandé une bouilloire il y a deux semaines déjà."
    #expect(reason(.language(filter), subject("", german)) == nil)
    #expect(reason(.language(filter), subject("", french)) == "language")
    #expect(reason(.language(filter), subject("", "xqz")) == nil)
    let strict = LanguageFilter(keep: ["en"], unknown: .reject)
    #expect(reason(.language(strict), subject("", "12345")) == "language_unknown")
    var noted = subject("", german)
    var chain = FilterChain(rules: [.language(filter)])
    _ = chain.judge(&noted)
    #expect(noted.language == "de")
  }

  @Test func `repetition leaves out what repeats and keeps short texts`() {
    let line = "Please restart the router and wait for the green light.\n"
    let many = String(repeating: line, count: 20)
    #expect(reason(.repetition(RepetitionFilter()), subject("", many)) == "repetition")
    #expect(reason(.repetition(RepetitionFilter()), subject("", line + line)) == nil)
  }

  @Test(arguments: [
    ("Automatic reply: Your order", "Thanks.", "automatic_reply"),
    ("AW: ABWESENHEITSNOTIZ", "…", "automatic_reply"),
    ("АВТООТВЕТ: заказ", "…", "automatic_reply"),
    ("Hello", "Hi,\n\nI am currently out of the\noffice until Monday.", "automatic_reply"),
    ("Undeliverable: Offer", "…", "bounce"),
    ("x", "How would you rate the support you received?", "survey"),
    ("x", "Request #12 was closed and merged into this request.", "merged_ticket"),
  ])
  func `automatic mail is left out`(title: String, text: String, expected: String) {
    #expect(reason(.automation(AutomationFilter()), subject(title, text)) == expected)
  }

  @Test(arguments: [
    ("Out of office message doesn't work", "How do I set it?"),
    ("Undeliverable messages since Monday", "We see many."),
    ("Question", "The text says \"I am out of the office\" but I am not."),
    ("Absences in the calendar", "They don't show."),
  ])
  func `questions about automatic mail stay`(title: String, text: String) {
    #expect(reason(.automation(AutomationFilter()), subject(title, text)) == nil)
  }

  @Test func `tags and flags of the source decide`() {
    let filter = FilterRule.automation(AutomationFilter())
    #expect(reason(filter, subject("x", "y", tags: ["vip", "Closed_by_merge"])) == "merged_ticket")
    var flagged = subject("x", "y")
    flagged.automaticMessages = [true, true]
    #expect(reason(filter, flagged) == "only_automatic")
    flagged.automaticMessages = [true, false]
    #expect(reason(filter, flagged) == nil)
  }
}
