internal import CLibXML2
internal import TextAlgorithms

/// Streams the `<row …/>` elements of an XML file, each as an object of its attributes, in memory for one
/// row at a time.
///
/// Rows are cut by their own marks and parsed one by one by libxml2's reader, without network, DTD or
/// entities of the file's making, so that a broken row costs only itself.
struct XMLRows {
  private static let mark = Array("<row".utf8)

  private let context: ReaderContext
  private let path: String
  private let window: ByteWindow
  private var record = 0

  init(_ window: ByteWindow, path: String, context: ReaderContext) {
    self.window = window
    self.path = path
    self.context = context
  }

  mutating func forEach(
    _ body: (ReadResult) throws -> Void, row: HelpdeskInput.Record
  ) throws {
    while try findRow() {
      record += 1
      let location = context.location(path: path, record: record, offset: window.offset)
      let (length, defect) = try rowLength()
      let bytes = UnsafeBufferPointer(rebasing: window.bytes[..<length])
      if let defect {
        try body(context.rejection(defect, at: location, evidence: "a row's end", raw: bytes))
      } else if let value = XMLRows.attributes(of: bytes) {
        try row(value, nil, location, bytes)
      } else {
        try body(context.rejection("invalid_xml", at: location, evidence: "a row", raw: bytes))
      }
      window.advance(length)
    }
    if record == 0 {
      try body(
        context.rejection(
          "invalid_xml", at: context.location(path: path, record: 0, offset: 0),
          evidence: "no row elements"))
    }
  }

  /// Moves to the next row; false at the end.
  private func findRow() throws -> Bool {
    while true {
      let bytes = window.bytes
      var i = 0
      while i + 5 <= bytes.count {
        guard bytes[i] == 0x3C, bytes[i + 1] == 0x72, bytes[i + 2] == 0x6F, bytes[i + 3] == 0x77,
          bytes[i + 4] <= 0x20 || bytes[i + 4] == 0x2F
        else {
          i += 1
          continue
        }
        window.advance(i)
        return true
      }
      window.advance(max(0, bytes.count - 4))
      if try !window.fill() { return false }
    }
  }

  /// The bytes of the row at the front, or of what stands there of a broken one.
  private func rowLength() throws -> (Int, defect: String?) {
    var i = 1
    var quote: UInt8 = 0
    while true {
      let bytes = window.bytes
      while i < bytes.count {
        let byte = bytes[i]
        // No attribute holds this character unescaped.
        if byte == 0x3C { return (i, "invalid_xml") }
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x3E {
          return (i + 1, nil)
        }
        i += 1
      }
      if i > context.options.recordLimit { return (i, "record_too_large") }
      if try !window.fill() { return (i, "truncated_xml") }
    }
  }

  /// The attributes of an element in their order; nil when it isn't well formed.
  private static func attributes(of bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    // `<row …>` with an end of its own would be unfinished here.
    var closed: [UInt8] = []
    var text = bytes
    if bytes.count > 1, bytes[bytes.count - 2] != 0x2F {
      closed = bytes.dropLast() + [0x2F, 0x3E]
    }
    return closed.withUnsafeBufferPointer { own in
      if !own.isEmpty { text = own }
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      // SAFETY: the reader copies nothing and is freed before the bytes go.
      return text.withMemoryRebound(to: CChar.self) { text in
        guard
          let reader = xmlReaderForMemory(
            text.baseAddress, Int32(clamping: text.count), nil, "UTF-8", Int32(options))
        else { return nil }
        defer { xmlFreeTextReader(reader) }
        guard xmlTextReaderRead(reader) == 1 else { return nil }
        var members: [JSONValue.Member] = []
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
          guard let name = xmlTextReaderConstLocalName(reader),
            let value = xmlTextReaderConstValue(reader)
          else { continue }
          members.append(
            .init(key: String(cString: name), value: .string(String(cString: value))))
        }
        // The reader tells a defect only when it is asked to go on.
        return xmlTextReaderRead(reader) == 0 ? .object(members) : nil
      }
    }
  }
}
