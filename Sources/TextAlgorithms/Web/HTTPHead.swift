/// The head of an HTTP message as a web archive keeps it: the start line and the fields.
///
/// Reads what crawlers write: CR LF or LF, folded fields, bytes beyond ASCII, a status line without a
/// phrase. Linear.
package struct HTTPHead: Sendable, Equatable {
  /// The status of a response; nil for a request.
  package let status: Int?
  /// Names in lower case and values, in their order.
  package let fields: [(name: String, value: String)]
  /// How many bytes the head takes, with the blank line behind it.
  package let length: Int

  package static func == (a: HTTPHead, b: HTTPHead) -> Bool {
    a.status == b.status && a.length == b.length
      && a.fields.elementsEqual(b.fields) { $0 == $1 }
  }

  /// nil when the bytes don't begin with a start line of HTTP. Without a blank line all bytes are head.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines = FieldLines(bytes)
    guard let start = lines.next() else { return nil }
    let line = UnsafeBufferPointer(rebasing: bytes[start])
    if line.starts(with: HTTPHead.mark) {
      let rest = line.dropFirst(5).drop { $0 != 0x20 }.drop { $0 == 0x20 }
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      guard digits.count == 3 else { return nil }
      status = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    } else {
      guard let space = line.lastIndex(of: 0x20),
        line[(space + 1)...].starts(with: HTTPHead.mark)
      else { return nil }
      status = nil
    }
    fields = lines.fields()
    length = lines.position
  }

  private static let mark = Array("HTTP/".utf8)

  /// The value of the first field of this name (in lower case).
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The values of all fields of this name, which is a list in HTTP, taken apart at commas; lower case.
  package func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }
      .map { MediaType.trimmed($0).lowercased() }.filter { !$0.isEmpty }
  }
}
