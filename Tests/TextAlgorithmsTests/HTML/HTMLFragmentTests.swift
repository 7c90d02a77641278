import Testing

@testable import TextAlgorithms

@Suite struct HTMLFragmentTests {
  static func markdown(_ html: String) -> String {
    String(decoding: HTMLFragment.markdown(Array(html.utf8)), as: UTF8.self)
  }

  @Test func `division elements are lines and paragraphs are parted`() {
    #expect(Self.markdown("<div>Hi</div><div>there</div><p>You</p>") == "Hi\nthere\n\nYou")
  }

  @Test func `a quotation becomes quoted lines`() {
    let html = "<p>New</p><blockquote><p>Old</p><p>Older</p></blockquote>"
    #expect(Self.markdown(html) == "New\n\n> Old\n>\n> Older")
  }

  @Test func `the quote of a mail program is quoted`() {
    let html = """
      <div>Thanks!</div><div class="gmail_quote"><div>On Monday Ann wrote:</div>\
      <blockquote>Where is it?</blockquote></div>
      """
    let text = Self.markdown(html)
    #expect(text.hasPrefix("Thanks!\n"))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix(">") })
    #expect(text.contains("> > Where is it?"))
  }

  @Test func `what follows the header of a forwarded message is quoted to the end of its parent`() {
    let html = """
      <body><div>New</div><div id="divRplyFwdMsg"><b>From:</b> Ann</div><div>Old text</div></body>
      """
    #expect(Self.markdown(html) == "New\n\n> From: Ann\n> Old text")
  }

  @Test func `line breaks are kept`() {
    #expect(Self.markdown("Dear Sir<br>how are you<br/><br/>Bye") == "Dear Sir\nhow are you\n\nBye")
  }

  @Test func `scripts and styles leave nothing`() {
    #expect(Self.markdown("<style>p{}</style>Yes<script>alert('x')</script>") == "Yes")
  }
}
