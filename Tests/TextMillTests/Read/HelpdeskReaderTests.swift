import Foundation
import Testing
import TextAlgorithms

@testable import TextMill

/// What each helpdesk's export means: roles, order, what is left out and counted.
@Suite struct HelpdeskReaderTests {
  @Test func `Freshdesk joins conversations, people and older records`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.freshdesk)
    #expect(documents.keys.sorted() == ["s:1001", "s:1002", "s:1003", "s:1010"])
    let ticket = try #require(documents["s:1001"])
    #expect(
      ticket.script == [
        "C: <div>Hello,<br>the bench from order LH-20417 arrived with a broken armrest.</div>",
        "A: <div>I am sorry to hear that. A new armrest is on its way.</div>",
        "(A): <div>Second broken armrest this week, tell purchasing.</div>",
        "(A): <div>Please see below.</div>",
        "C: <div>Thank you, the new armrest fits.</div>",
      ])
    #expect(ticket.meta("status") == #""resolved""#)
    #expect(ticket.meta("priority") == #""high""#)
    #expect(ticket.meta("channel") == #""email""#)
    #expect(ticket.meta("tags") == #"["damage","bench"]"#)
    #expect(
      ticket.identities.customer == [
        "Olaf Brandt", "olaf.brandt@post.example", "+46 8 465 004 12", "Ida Berg",
        "ida.berg@post.example", "LH-20417",
      ])
    #expect(
      ticket.identities.agent == [
        "Britta Sand", "britta@lindholm.example", "support@lindholm.example",
      ])
    #expect(
      documents["s:1002"]?.script == [
        "C: <div>It was due on Monday.</div>", "A* <div>We got your message.</div>",
        "A: <div>It has left our warehouse, you get it tomorrow.</div>",
      ])
    #expect(documents["s:1002"]?.meta("status") == #""closed""#)
    #expect(documents["s:1002"]?.identities.customer.first == "Jo Keller")
    #expect(documents["s:1003"]?.script.first?.hasPrefix("A: ") == true)
    #expect(documents["s:1010"]?.script.count == 2)
    #expect(documents["s:1010"]?.createdAt == "2019-05-02T08:00:00Z")
    #expect(
      rejections.map(\.reason).sorted() == ["deleted", "spam", "superseded", "ticket_missing"])
    #expect(notes == ["attachment": 1, "event_unread": 1, "message_deleted": 1])
  }

  @Test func `Intercom begins with the source and keeps what is said`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.intercom)
    let conversation = try #require(documents["s:215001"])
    #expect(
      conversation.script == [
        "C: <p>I want to return my lamp, order LH-30777.</p>",
        "B* <p>Hi, I am the shop's assistant. Let me look.</p>",
        "A: <p>Of course, a label is on its way.</p>",
        "(A): <p>Second return this year.</p>", "B* <p>Refunds take five days.</p>",
        "A: <p>Closing this, have a nice day.</p>",
      ])
    #expect(conversation.title == "Return of a lamp")
    #expect(conversation.createdAt == "2025-03-04T09:20:00Z")
    #expect(conversation.meta("tags") == #"["returns"]"#)
    #expect(conversation.meta("satisfaction") == "5")
    #expect(conversation.identities.customer.contains("LH-30777"))
    #expect(!conversation.identities.customer.contains("gold"))
    #expect(documents["s:215002"]?.script == ["B* <p>Need help?</p>", "C: When are you open?"])
    #expect(rejections.map(\.reason) == ["deleted"])
    #expect(
      notes == [
        "attachment": 1, "event_unread": 1, "message_redacted": 2,
        "part_type_unknown:hologram_projected": 1, "truncated": 1,
      ])
  }

  @Test func `Help Scout's threads come in the order of time, and macros are marked`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.helpscout)
    let conversation = try #require(documents["s:3001"])
    #expect(
      conversation.script == [
        "C: <p>I ordered oak and got beech.</p>", "A* <p>We send you the right one.</p>",
        "(A): Oak is out of stock until May.", "C: Thank you!",
      ])
    #expect(conversation.meta("tags") == #"["colour"]"#)
    #expect(conversation.meta("satisfaction") == #""great""#)
    #expect(
      conversation.identities.customer == ["Tove Nilsson", "tove@post.example", "LH-51515"])
    #expect(
      documents["s:3002"]?.script == [
        "C: Until when are you open?", "A: Until six.", "S* This chat has ended.",
      ])
    #expect(rejections.map(\.reason).sorted() == ["deleted", "spam"])
    #expect(
      notes == ["attachment": 1, "draft_unread": 1, "event_unread": 1, "hidden_unread": 1])
  }

  @Test func `Gorgias gives the text without quotes, and rules and macros are marked`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.gorgias)
    let ticket = try #require(documents["s:8101"])
    #expect(
      ticket.script == [
        "C: Where is it?", "A* We got your message.", "(A): Carrier says Tuesday.",
        "A* It arrives on Tuesday.",
      ])
    #expect(ticket.language == "en")
    #expect(ticket.meta("satisfaction") == "4")
    #expect(ticket.meta("tags") == #"["shipping"]"#)
    #expect(ticket.identities.customer.prefix(2) == ["Lea Frank", "lea@post.example"])
    #expect(ticket.identities.agent.contains("Emil Dahl"))
    #expect(documents["s:8102"]?.script == ["C: Ist die Bank wetterfest?"])
    #expect(rejections.map(\.reason) == ["deleted"])
    #expect(notes == ["message_failed": 1])
  }

  @Test func `HubSpot's threads and tickets are one conversation`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.hubspot)
    #expect(documents.keys.sorted() == ["s:5550001", "s:ticket-88", "s:ticket-89"])
    let thread = try #require(documents["s:5550001"])
    #expect(
      thread.script == [
        "B* How can we help?", "C: Can I send it back?",
        "A: <div>Yes, within <b>30</b> days.</div>", "(A): Ask for the receipt.",
      ])
    #expect(thread.title == "Returns")
    #expect(thread.meta("status") == #""closed""#)
    #expect(thread.identities.customer.contains("+46 8 465 004 20"))
    #expect(thread.identities.agent == ["Emil Dahl", "emil@lindholm.example"])
    // The ticket's content is the thread's first message.
    #expect(
      documents["s:ticket-88"]?.script == [
        "C: The drawer of my desk sticks.", "B* A person will answer soon.",
      ])
    #expect(documents["s:ticket-88"]?.identities.customer.contains("LH-60606") == true)
    #expect(documents["s:ticket-88"]?.meta("priority") == #""HIGH""#)
    #expect(documents["s:ticket-89"]?.script == ["C: Wants a second shelf."])
    #expect(rejections.isEmpty)
    #expect(notes == ["event_unread": 1, "message_type_unknown": 1, "truncated": 1])
  }

  @Test func `Jira's texts become Markdown, and what isn't public is internal`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.jira)
    let issue = try #require(documents["s:SUP-7"])
    #expect(
      issue.script == [
        "C: My **Luna lamp** flickers:  - at night - when warm  ![lamp.jpg]()",
        "A: @Ylva Moe please run `reset`, see [the manual](https://lindholm.example/luna)",
        "(A): Batch 12 is faulty.", "C: That helped.", "B* Closed after a day.",
      ])
    #expect(issue.createdAt == "2025-05-01T08:00:00Z")
    #expect(issue.meta("satisfaction") == "5")
    #expect(issue.meta("request_type") == #""Get help""#)
    #expect(issue.identities.customer.contains("ylva@post.example"))
    #expect(
      documents["s:SUP-8"]?.text
        == """
        customer: ## Steps
        1. open **orders**
        1. press `Export`
        ```java
        throw x;
        ```
        see [docs](https://lindholm.example/d)
        agent: Fixed in *2.1*, @sven.
        agent: Regression of SUP-2.
        """)
    #expect(documents["s:SUP-8"]?.script.last == "(A): Regression of SUP-2.")
    #expect(rejections.isEmpty)
    #expect(notes == ["truncated": 1])
  }

  @Test func `Salesforce's tables are joined, whatever encoding they have`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.salesforce)
    let own = try #require(documents["s:500Ax000001AAAA"])
    #expect(
      own.script == [
        "C: The chair \"Arvo\" wobbles. What can I do?  Maj",
        "A: Please tighten the four screws.  ", "(A): Kundin ist verärgert.",
      ])
    #expect(own.title == "Chair wobbles")
    #expect(own.meta("channel") == #""Email""#)
    #expect(
      own.identities.customer == [
        "maj@post.example", "Maj Åkesson", "+46 8 465 004 30",
      ])
    #expect(own.identities.agent.contains("Emil Dahl"))
    #expect(
      documents["s:500Ax000002BBBB"]?.script == ["C: Do you deliver to Oslo?", "A: Yes, for 29 €."])
    #expect(rejections.isEmpty)
    #expect(notes == ["draft_unread": 1])
  }

  @Test func `a Stack Exchange dump gives questions with answers and comments`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.stackexchange)
    let question = try #require(documents["s:10"])
    #expect(
      question.script == [
        "C: <p>How do I protect a teak bench &amp; table?</p>",
        "A: <p>Use <code>linseed oil</code>.</p>", "C: How often, 2 > 1 times?",
        "A: <p>Leave it alone.</p>",
      ])
    #expect(question.meta("tags") == #"["wood","garden-bench"]"#)
    #expect(question.meta("score") == "3")
    #expect(question.meta("status") == #""answered""#)
    #expect(
      question.meta("answers")
        == #"[{"id":"11","sent_at":"2020-01-01T11:00:00Z","score":7,"accepted":false},"#
        + #"{"id":"12","sent_at":"2020-01-02T10:00:00Z","score":4,"accepted":true}]"#)
    #expect(question.identities.customer == ["Gro Hagen"])
    #expect(question.identities.agent == ["Tor Wood", "user77"])
    #expect(documents["s:14"]?.meta("status") == #""closed""#)
    #expect(rejections.map(\.reason) == ["ticket_missing"])
    #expect(notes == ["post_unread": 1])
  }

  @Test func `GitHub issues lose pull requests, template comments and spam`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.github)
    #expect(documents.keys.sorted() == ["s:lindholm/shop#12", "s:lindholm/shop#14"])
    let issue = try #require(documents["s:lindholm/shop#12"])
    #expect(
      issue.script == [
        "C:  Items vanish after login.  ```html <!-- kept --> ```",
        "A: Which browser?", "B* This issue is stale.", "C: Same for me.",
      ])
    #expect(issue.meta("state_reason") == #""completed""#)
    #expect(issue.meta("tags") == #"["bug"]"#)
    #expect(
      documents["s:lindholm/shop#14"]?.script == ["C: Please add dark mode.", "A: Planned."])
    #expect(rejections.isEmpty)
    #expect(notes == ["hidden_unread": 1, "pull_request_unread": 1])
  }

  @Test(arguments: [
    ("cf_order_number", "LH-1204", true), ("Order no.", "4711", true),
    ("customerEmail", "a@b", true),
    ("cf_phone123", "555 010", true), ("Plan", "gold 12", false),
    ("cf_product_name", "Nora", false),
    ("order_status", "shipped 2", false), ("order_number", "none", false),
  ])
  func `fields are personal by their names`(name: String, value: String, expected: Bool) {
    #expect(HelpdeskField.isPersonal(name, value) == expected)
  }

  @Test(arguments: [
    ("Hi [ ref:_00D30abc.!_500Ax1:ref ] there", "Hi  there"),
    ("a ref:_00D30abc._500Ax1:ref", "a"), ("see ref: page 4:ref", "see ref: page 4:ref"),
    ("x [thread::AbCdEfGhIjKlMnOp::]", "x"), ("pref:ref", "pref:ref"),
  ])
  func `references to cases are taken out`(text: String, expected: String) {
    #expect(SalesforceReference.without(text) == expected)
  }

  @Test func `the markup of hostile texts takes linear time`() {
    let n = 200_000
    for piece in ["{", "{{", "[", "*a ", "_a", "!x", "||", "\\", "{code"] {
      _ = WikiMarkup.markdown(String(repeating: piece, count: n / piece.utf8.count))
    }
    for piece in ["<!--", "<!- ", "```\n"] {
      _ = GitHubComments.removed(from: Array(String(repeating: piece, count: n / 4).utf8))
    }
    _ = SalesforceReference.without(String(repeating: "ref:", count: n / 4))
    _ = MailSubject(String(repeating: "Re: ", count: n / 4))
    _ = MailIdentifier.identifiers(in: String(repeating: "<", count: n))
  }
}
