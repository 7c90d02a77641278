internal import TextAlgorithms

/// Walks over the products of Shopify's `products.json`: pages of the storefront or of the Admin API, one
/// after the other or a line each, arrays of products, and products a line each.
struct ShopifyItems {
  private let stream: JSONStream
  private let path: String
  private let context: ReaderContext
  private var record = 0

  init(_ stream: any ByteStream, path: String, context: ReaderContext) throws {
    let window = ByteWindow(stream)
    try window.skipByteOrderMark()
    self.stream = JSONStream(window: window, limit: context.options.recordLimit)
    self.path = path
    self.context = context
  }

  /// Hands over each product with its place; what is no product is a rejection.
  mutating func forEach(
    _ body: (ReadResult) throws -> Void, product: (JSONValue, SourceLocation) throws -> Void
  ) throws {
    while true {
      do {
        switch try stream.peek() {
        case nil: return
        case 0x7B: try object(body, product)
        case 0x5B:
          try stream.expect(0x5B)
          try elements(body, product)
        default:
          throw JSONStream.Defect(
            reason: "invalid_json", evidence: "byte \(stream.window.offset)")
        }
        _ = try stream.take(0x2C)
      } catch let defect as JSONStream.Defect {
        let raw = UnsafeBufferPointer(rebasing: stream.window.bytes.prefix(Rejection.rawLimit))
        try body(
          context.rejection(defect.reason, at: place, evidence: defect.evidence, raw: raw))
        try LineSplitter.skipLine(in: stream.window)
      }
    }
  }

  private var place: SourceLocation {
    context.location(path: path, record: record + 1, offset: stream.window.offset)
  }

  /// An object at the top: a page, whose products are walked over, or a product.
  private mutating func object(
    _ body: (ReadResult) throws -> Void, _ product: (JSONValue, SourceLocation) throws -> Void
  ) throws {
    guard try firstKeyIsEnvelope() else { return try value(body, product) }
    try stream.expect(0x7B)
    if try stream.take(0x7D) { return }
    repeat {
      let key = try stream.key()
      switch key {
      case "products", "product":
        if try stream.peek() == 0x5B {
          try stream.expect(0x5B)
          try elements(body, product)
        } else {
          try value(body, product)
        }
      default: try stream.skipValue()
      }
    } while try stream.take(0x2C)
    try stream.expect(0x7D)
  }

  /// Whether an object begins with the member that pages have.
  private func firstKeyIsEnvelope() throws -> Bool {
    while stream.window.count < 64, try stream.window.fill() {}
    let front = stream.window.bytes.prefix(64).filter { $0 > 0x20 }
    return front.starts(with: Array("{\"products\":".utf8))
      || front.starts(with: Array("{\"product\":".utf8))
  }

  private mutating func elements(
    _ body: (ReadResult) throws -> Void, _ product: (JSONValue, SourceLocation) throws -> Void
  ) throws {
    if try stream.take(0x5D) { return }
    repeat { try value(body, product) } while try stream.take(0x2C)
    try stream.expect(0x5D)
  }

  /// One value, which should be a product.
  private mutating func value(
    _ body: (ReadResult) throws -> Void, _ product: (JSONValue, SourceLocation) throws -> Void
  ) throws {
    _ = try stream.peek()
    let location = place
    guard let length = try stream.valueLength() else {
      record += 1
      let raw = UnsafeBufferPointer(rebasing: stream.window.bytes.prefix(Rejection.rawLimit))
      try body(
        context.rejection(
          "record_too_large", at: location, evidence: "over \(stream.limit) bytes", raw: raw))
      return try stream.skipValue()
    }
    record += 1
    let raw = UnsafeBufferPointer(rebasing: stream.window.bytes[..<length])
    if let at = UTF8Encoding.firstInvalid(raw) {
      try body(context.rejection("invalid_utf8", at: location, evidence: "byte \(at)", raw: raw))
    } else if let parsed = try? JSONValue(parsing: raw) {
      if parsed.members == nil {
        try body(context.rejection("not_an_object", at: location, raw: raw))
      } else if let page = parsed["products"]?.array {
        for element in page { try product(element, location) }
      } else {
        try product(parsed["product"]?.members == nil ? parsed : parsed["product"]!, location)
      }
    } else {
      try body(context.rejection("invalid_json", at: location, raw: raw))
    }
    stream.window.advance(length)
  }
}
