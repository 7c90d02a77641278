import Testing

@testable import TextAlgorithms

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
    ("g:h", "g:h"), ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("mailto:a@b.example", "mailto:a@b.example"),
  ])
  func `references are resolved as RFC 3986 shows`(reference: String, address: String) {
    #expect(WebAddress.resolved(reference, under: "http://a/b/c/d;p?q") == address)
  }
}
