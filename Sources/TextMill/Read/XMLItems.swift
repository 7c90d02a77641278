internal import TextAlgorithms

/// Streams the items of an RSS or Atom feed as fields.
///
/// An element of an item is a field of its local name, its text or, where it has elements of its own, an
/// object of theirs; markup that stands in descriptions without escapes stays HTML. Where a field stands
/// both with and without Google's prefix, the one with it holds.
struct XMLItems {
  static let google = "http://base.google.com/ns/1.0"
  private static let itemNames = ["item", "entry"]
  private static let markup: Set<String> = ["description", "summary", "content", "encoded"]

  private struct Field {
    var name: String
    var isGoogle: Bool
    var text: [UInt8] = []
    var children: [JSONValue.Member] = []
  }

  private let reader: XMLPullReader
  private let marks = XMLMarks(itemNames)
  private let limit: Int

  private var record = 0
  private var openElements = 0
  private var item: (mark: XMLMarks.Mark?, fields: [Field])?
  private var field: Field?
  private var child: (name: String, text: [UInt8])?
  private var depth = 0
  private var bytes = 0

  /// `limit` is the most bytes of an item.
  init(_ stream: any ByteStream, limit: Int) {
    self.limit = limit
    reader = XMLPullReader { [marks] room in
      let got = try stream.read(into: room)
      marks.pass(UnsafeRawBufferPointer(rebasing: room[..<got]))
      return got
    }
  }

  /// Mistakes of form that were mended.
  var repairs: Int { reader.repairs }

  /// Hands over each item with its first bytes as they stood; `flaw` gets what isn't a whole item.
  mutating func forEach(
    flaw: (_ reason: String, _ evidence: String?, XMLMarks.Mark?, _ record: Int) throws -> Void,
    item body: (FeedItem, _ raw: [UInt8]) throws -> Void
  ) throws {
    var hasRoot = false
    while let event = try reader.next() {
      switch event {
      case .start(let name, let namespace):
        hasRoot = true
        openElements += 1
        start(name, namespace)
      case .text(let text): append(text)
      case .end(let name, _):
        openElements -= 1
        guard end(name) else { continue }
        record += 1
        if bytes > limit {
          try flaw("record_too_large", "over \(limit) bytes", item?.mark, record)
        } else if let item {
          try body(finished(item), item.mark?.raw ?? [])
        }
        item = nil
      }
    }
    let isCut = reader.firstError.map { $0.hasPrefix("Premature") || $0.hasPrefix("Extra") } ?? true
    let reason = isCut ? "truncated_xml" : "invalid_xml"
    if item != nil {
      try flaw(reason, reader.firstError, item?.mark, record + 1)
    } else if !hasRoot {
      try flaw("invalid_xml", reader.firstError ?? "no element", nil, 0)
    } else if openElements > 0 {
      try flaw(reason, reader.firstError, nil, 0)
    }
  }

  private mutating func start(_ name: String, _ namespace: String?) {
    guard item != nil else {
      guard XMLItems.itemNames.contains(name) else { return }
      item = (marks.next(), [])
      depth = 0
      bytes = 0
      return
    }
    depth += 1
    let (local, isGoogle) = XMLItems.local(name, namespace)
    switch depth {
    case 1:
      field = Field(name: local, isGoogle: isGoogle)
      if local == "link", let address = reader.attribute("href") {
        if reader.attribute("rel") ?? "alternate" == "alternate" { append(Array(address.utf8)) }
      }
    case 2 where field.map { !XMLItems.markup.contains($0.name) } ?? false: child = (local, [])
    default:
      if child == nil { append(Array("<\(local)>".utf8)) }
    }
  }

  private mutating func append(_ text: [UInt8]) {
    guard item != nil, field != nil else { return }
    bytes += text.count
    if bytes > limit { return }
    if child != nil { child!.text += text } else { field!.text += text }
  }

  /// True when the item itself ends.
  private mutating func end(_ name: String) -> Bool {
    guard item != nil else { return false }
    if depth == 0 { return true }
    depth -= 1
    if depth == 0, let done = field {
      item!.fields.append(done)
      field = nil
    } else if depth == 1, let done = child {
      let text = String(decoding: done.text, as: UTF8.self).withoutOuterBlanks
      field?.children.append(.init(key: done.name, value: .string(text)))
      child = nil
    } else if child == nil {
      append(Array("</\(XMLItems.local(name, nil).name)>".utf8))
    }
    return false
  }

  private func finished(_ item: (mark: XMLMarks.Mark?, fields: [Field])) -> FeedItem {
    let google = Set(item.fields.lazy.filter(\.isGoogle).map(\.name))
    var fields: [JSONValue.Member] = []
    for field in item.fields where field.isGoogle || !google.contains(field.name) {
      if !field.children.isEmpty {
        fields.append(.init(key: field.name, value: .object(field.children)))
        continue
      }
      let text = String(decoding: field.text, as: UTF8.self).withoutOuterBlanks
      if !text.isEmpty { fields.append(.init(key: field.name, value: .string(text))) }
    }
    return FeedItem(record: record, offset: item.mark?.offset ?? 0, fields: fields)
  }

  /// Without the prefix of a namespace that wasn't declared.
  private static func local(_ name: String, _ namespace: String?) -> (name: String, Bool) {
    if name.hasPrefix("g:") { return (String(name.dropFirst(2)).lowercased(), true) }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    return (local.lowercased(), namespace == google)
  }
}
