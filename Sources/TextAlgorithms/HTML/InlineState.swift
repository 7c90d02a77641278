/// Objects that look like products in the data that pages put into scripts and attributes.
///
/// Looks for braces and keys only: no code is run, and whatever stands around the data may be anything. The
/// outermost objects that say a price and a name or number, or a name and number, are cut out and read;
/// data inside strings, as some frameworks write it, is unescaped once and looked through too.
package struct InlineState {
  /// The longest object that is read, in bytes.
  static let objectLimit = 400_000
  /// How much is read of a page altogether.
  static let totalLimit = 2_000_000
  private static let depthLimit = 2000

  private struct Level {
    var start: Int
    var keys: InlineStateKey
    /// Objects found so far when this one began.
    var found: Int
  }

  /// The objects in the page's order.
  package private(set) var objects: [JSONValue] = []
  private var read = 0

  package init(_ arena: HTMLArena) {
    arena.bytes.withUnsafeBufferPointer { bytes in
      // SAFETY: ranges of the arena lie in its bytes.
      for node in arena.nodes.indices {
        let item = arena.nodes[node]
        if item.tag == .script {
          guard node + 1 < Int(item.end), arena.nodes[node + 1].tag == .text,
            arena.attribute(node, .type)?.containsASCII("ld+json") != true
          else { continue }
          scan(UnsafeBufferPointer(rebasing: bytes[arena.textRange(node + 1)]), isNested: false)
        } else if item.attributeCount > 0,
          let range = arena.attributeRange(node, .json), range.count > 20
        {
          scan(UnsafeBufferPointer(rebasing: bytes[range]), isNested: true)
        }
        if read >= InlineState.totalLimit { break }
      }
    }
  }

  /// The objects in a text by itself.
  package init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { scan($0, isNested: false) }
  }

  /// Finds objects in one pass. A string's end is its quote; one of code that a line breaks ends there.
  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, isNested: Bool) {
    var open: [Level] = []
    var skipped = 0
    var found: [Range<Int>] = []
    var i = 0
    while i < text.count {
      let byte = text[i]
      switch byte {
      case 0x7B:
        if open.count < InlineState.depthLimit {
          open.append(.init(start: i, keys: [], found: found.count))
        } else {
          skipped += 1
        }
        i += 1
      case 0x7D:
        i += 1
        if skipped > 0 {
          skipped -= 1
        } else if let level = open.popLast(), InlineState.isProduct(level.keys),
          i - level.start <= InlineState.objectLimit
        {
          found.removeSubrange(level.found...)
          found.append(level.start..<i)
        }
      case 0x22, 0x27, 0x60:
        let start = i + 1
        let hasQuotes = InlineState.skipString(text, &i)
        let end = min(max(start, i - 1), text.count)
        if let key = InlineState.key(text, start..<end, after: i) {
          if !open.isEmpty { open[open.count - 1].keys.formUnion(key) }
        } else if hasQuotes, !isNested, end - start > 100 {
          unescape(UnsafeBufferPointer(rebasing: text[start..<end]))
        }
      case 0x2F where i + 1 < text.count && (text[i + 1] == 0x2F || text[i + 1] == 0x2A):
        InlineState.skipComment(text, &i)
      default:
        guard InlineState.isWord(byte) else {
          i += 1
          continue
        }
        let start = i
        while i < text.count, InlineState.isWord(text[i]) { i += 1 }
        if !open.isEmpty, let key = InlineState.key(text, start..<i, after: i) {
          open[open.count - 1].keys.formUnion(key)
        }
      }
    }
    for range in found { take(UnsafeBufferPointer(rebasing: text[range])) }
  }

  private static func isProduct(_ keys: InlineStateKey) -> Bool {
    keys.contains([.price, .name]) || keys.contains([.price, .number])
      || keys.contains([.name, .number])
      || keys.contains(.number) && !keys.isDisjoint(with: [.stock, .maker])
  }

  private mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
    guard read + text.count <= InlineState.totalLimit else { return }
    read += text.count
    if let value = try? JSONValue(parsing: text) {
      objects.append(value)
    } else if let value = try? JSONValue(parsing: JSONRepair.repaired(Array(text))) {
      objects.append(value)
    }
  }

  /// Looks through a string's text, whose escapes may be wrong anywhere.
  private mutating func unescape(_ text: UnsafeBufferPointer<UInt8>) {
    var inner: [UInt8] = []
    inner.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      guard text[i] == 0x5C, i + 1 < text.count else {
        inner.append(text[i])
        i += 1
        continue
      }
      let escape = text[i + 1]
      i += 2
      switch escape {
      case 0x6E, 0x72, 0x74: inner.append(0x20)
      case 0x75:
        let digits = text[i..<min(i + 4, text.count)]
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        guard digits.count == 4, let value, Unicode.Scalar(value) != nil else { break }
        UTF8Encoding.append(value, to: &inner)
        i += 4
      default: inner.append(escape)
      }
    }
    inner.withUnsafeBufferPointer { scan($0, isNested: true) }
  }

  /// Whether the keys of an object are those of a product.
  package static func looksLikeProduct(_ members: [JSONValue.Member]) -> Bool {
    var keys: InlineStateKey = []
    for member in members {
      var key = member.key
      key.withUTF8 { keys.formUnion(InlineStateKey.of($0, 0..<$0.count)) }
    }
    return isProduct(keys)
  }

  // MARK: Bytes

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x24
  }

  /// Moves past the string at `i`; true when it holds an escaped quote.
  private static func skipString(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Bool {
    let quote = text[i]
    var hasQuotes = false
    i += 1
    while i < text.count {
      let byte = text[i]
      if byte == 0x5C {
        if i + 1 < text.count, text[i + 1] == 0x22 { hasQuotes = true }
        i += 2
      } else if byte == quote {
        i += 1
        return hasQuotes
      } else if byte == 0x0A, quote != 0x60 {
        i += 1
        return false
      } else {
        if byte == 0x22 { hasQuotes = true }
        i += 1
      }
    }
    i = text.count
    return hasQuotes
  }

  private static func skipComment(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) {
    let isLine = text[i + 1] == 0x2F
    i += 2
    while i < text.count {
      if isLine ? text[i] == 0x0A : text[i] == 0x2F && text[i - 1] == 0x2A { break }
      i += 1
    }
    i = min(i + 1, text.count)
  }

  /// What the word says as a key; nil when no colon follows it.
  @inline(__always)
  private static func key(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after end: Int
  ) -> InlineStateKey? {
    var next = end
    while next < text.count, next < end + 8, text[next] <= 0x20 { next += 1 }
    guard next < text.count, text[next] == 0x3A else { return nil }
    return InlineStateKey.of(text, range)
  }
}
