import Testing

@testable import TextAlgorithms

@Suite struct ReplyTrimmerTests {
  static let said = "The parcel came today, but the box was empty."
  static let answer = "Please send it again to the old address as soon as you can."

  func trim(_ text: String, _ change: (inout ReplyTrimmer.Options) -> Void = { _ in }) -> String {
    var options = ReplyTrimmer.Options()
    change(&options)
    var trimmer = ReplyTrimmer(options: options)
    return String(decoding: trimmer.trim(Array(text.utf8)).text, as: UTF8.self)
  }

  @Test(arguments: ReplyCases.attributions)
  func `An attribution goes with the marked quote below it`(_ shape: ReplyCases.Shape) {
    #expect(trim("\(Self.answer)\n\n\(shape.text)\n> \(Self.said)\n") == Self.answer)
  }

  @Test(arguments: ReplyCases.attributions)
  func `An attribution goes with the unmarked quote below it`(_ shape: ReplyCases.Shape) {
    #expect(trim("\(Self.answer)\n\n\(shape.text)\n\n\(Self.said)\n") == Self.answer)
  }

  @Test(arguments: ReplyCases.headers)
  func `A header block goes with the mail below it`(_ shape: ReplyCases.Shape) {
    #expect(trim("\(Self.answer)\n\n________\n\(shape.text)\n\n\(Self.said)\n") == Self.answer)
  }

  @Test(arguments: ReplyCases.footers)
  func `A mobile footer goes`(_ shape: ReplyCases.Shape) {
    #expect(trim("\(Self.answer)\n\n\(shape.text)") == Self.answer)
  }

  @Test(arguments: ReplyCases.closings)
  func `A closing goes with name and phone`(_ shape: ReplyCases.Shape) {
    #expect(trim("\(Self.answer)\n\n\(shape.text)\n") == Self.answer)
  }

  @Test func `Answers between quoted lines stay`() {
    let mail = """
      On Mon, Jan 15, 2024 at 2:30 PM Jane Doe <jane@example.com> wrote:
      > Which colour do you want?

      Blue would be best for us.

      > And when?

      Any day next week works well.
      """
    #expect(
      trim(mail).split(separator: "\n").map(String.init) == [
        "Blue would be best for us.", "Any day next week works well.",
      ])
  }

  @Test func `Code in a fence stays, even a footer and a rule in it`() {
    let mail = """
      The template prints this:

      ```
      Sent from my iPhone
      ----
      ```

      How do I change it for all of our users at once?
      """
    #expect(trim(mail) == mail)
  }

  @Test(arguments: [
    "Am 3. Januar um 10:30 schrieb ich Ihnen:\nbisher kam keine Antwort auf meine Frage.",
    "From: Berlin\nTo: Paris\nDate: 5 May\nThat is the trip we want to book with you.",
    "Sent from my desk, is much easier than my phone.",
    "He said:\nthe device was broken when it arrived at our office.",
    "Steps:\n1. open the page\n2. press save\n3. nothing happens at all",
    ">>> http://example.com/a <<<\nis the page that doesn't load for me.",
    "--\nHello, this message only starts with a rule, please answer it.",
  ])
  func `What only looks like a mail's furniture stays`(_ text: String) {
    #expect(trim(text) == text)
  }

  @Test func `A forward stays alone, and goes below a text unless it is to be kept`() {
    let forward =
      "---------- Forwarded message ---------\nFrom: A <a@example.com>\nSubject: x\n\n\(Self.said)"
    let both = "\(Self.answer)\n\n\(forward)"
    #expect(trim(forward) == forward)
    #expect(trim("FYI\n\n\(forward)") == "FYI\n\n\(forward)")
    #expect(trim(both) == Self.answer)
    #expect(trim(both) { $0.forwards = .keep } == both)
    #expect(trim(forward) { $0.forwards = .drop } == "")
  }

  @Test func `A mail pasted whole stays unless forwards are to go`() {
    let mail = "\(ReplyCases.headers[0].text)\n\n\(Self.said)"
    #expect(trim(mail) == mail)
    #expect(trim(mail) { $0.forwards = .drop } == "")
  }

  @Test func `A helpdesk's line goes alone at the top, and with the rest below an answer`() {
    let line = "##- Please type your reply above this line -##"
    #expect(trim("\(line)\n\(Self.answer)") == Self.answer)
    #expect(trim("\(Self.answer)\n\(line)\n\(Self.said)") == Self.answer)
  }

  @Test func `Headers of Lotus Notes go with the name and date above them`() {
    let mail = """
      \(Self.answer)



      \tJane Doe
      \t04/19/2001 09:15 AM
      \t\t
      \t\t To: Bob Roe/HOU/ECT@ECT
      \t\t cc:
      \t\t Subject: Meeting

      \(Self.said)
      """
    #expect(trim(mail) == Self.answer)
  }

  @Test func `The signatures option takes more or less`() {
    let closing = "\(Self.answer)\n\nBest regards,\nJane Doe\nTel. +44 20 7946 0123"
    let delimited = "\(Self.answer)\n-- \nJane Doe"
    #expect(trim(closing) == Self.answer)
    #expect(trim(closing) { $0.signatures = .delimited } == closing)
    #expect(trim(delimited) { $0.signatures = .delimited } == Self.answer)
    #expect(trim(delimited) { $0.signatures = .none } == delimited)
  }

  @Test func `A disclaimer is told apart from a signature`() {
    let text = """
      \(Self.answer)

      This e-mail is confidential and intended solely for the addressee. If you received this message \
      in error, please notify the sender and delete it.
      """
    var trimmer = ReplyTrimmer()
    let result = trimmer.trim(Array(text.utf8))
    #expect(result.text == Array(Self.answer.utf8))
    #expect(result.removed.map(\.kind) == [.disclaimer])
  }

  @Test func `The wrapped end of a quoted line goes with its quote`() {
    let mail = """
      > the first line of the quote is so long that the program of the sender
      wrapped it here
      > and went on.

      \(Self.answer)
      """
    #expect(trim(mail) == Self.answer)
  }
}
