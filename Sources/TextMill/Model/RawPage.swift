/// The bytes of a web page before extraction.
package struct RawPage: Equatable, Sendable {
  package var bytes: [UInt8]
  /// The encoding that something outside the page declares (an HTTP header, UTF-8 for JSON); nil: the page's own.
  package var encoding: String?

  package init(bytes: [UInt8], encoding: String? = nil) {
    self.bytes = bytes
    self.encoding = encoding
  }
}
