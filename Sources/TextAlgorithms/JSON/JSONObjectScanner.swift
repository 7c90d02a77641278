/// Finds the members of one JSON object and leaves their values as ranges of the source.
///
/// The whole object is checked against RFC 8259, so what a range holds is known to be well formed.
/// A scanner keeps its storage from object to object. Linear; nesting is bounded.
package struct JSONObjectScanner: ~Copyable {
  /// What kind of value a member has, by its first byte.
  package enum Kind: UInt8, Sendable { case string, number, object, array, bool, null }

  /// One member: ranges of the scanned bytes.
  package struct Member: Sendable {
    /// The key between its quotes, escapes as they stand.
    package var key: Range<Int>
    /// The value; a string with its quotes.
    package var value: Range<Int>
    package var kind: Kind
    /// True when the string value holds a backslash.
    package var isEscaped: Bool

    /// Has the raw key these bytes?
    @inlinable @inline(__always)
    package func hasKey(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      let count = name.utf8CodeUnitCount
      guard key.upperBound &- key.lowerBound == count else { return false }
      for i in 0..<count where name.utf8Start[i] != bytes[key.lowerBound &+ i] { return false }
      return true
    }
  }

  // SAFETY: the first `count` of `capacity` places hold members, which need no deinitialization.
  private var storage: UnsafeMutablePointer<Member>
  private var capacity = 16
  private var count = 0

  package init() { storage = .allocate(capacity: capacity) }

  deinit { storage.deallocate() }

  /// The members of the object scanned last, in their order; a repeated key stands as often as it does.
  ///
  /// Valid until the next object is scanned, and as long as the scanner lives.
  package var members: UnsafeBufferPointer<Member> {
    UnsafeBufferPointer(start: storage, count: count)
  }

  /// Scans one object; space around it is allowed, anything else after it is an error.
  package mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    count = 0
    var cursor = JSONCursor(bytes)
    cursor.skipSpace()
    guard cursor.position < bytes.count else { throw JSONError("the text is empty", at: 0) }
    guard bytes[cursor.position] == 0x7B else {
      throw JSONError("an object was expected", at: cursor.position)
    }
    cursor.position &+= 1
    cursor.skipSpace()
    if cursor.position < bytes.count, bytes[cursor.position] == 0x7D {
      cursor.position &+= 1
    } else {
      try scanMembers(&cursor)
    }
    cursor.skipSpace()
    if cursor.position < bytes.count {
      throw JSONError("text after the object", at: cursor.position)
    }
  }

  private mutating func scanMembers(_ cursor: inout JSONCursor) throws(JSONError) {
    while true {
      let keyStart = cursor.position &+ 1
      guard cursor.position < cursor.count, cursor.base[cursor.position] == 0x22 else {
        throw JSONError("a key was expected", at: cursor.position)
      }
      _ = try cursor.skipString()
      let keyEnd = cursor.position &- 1
      cursor.skipSpace()
      guard cursor.position < cursor.count, cursor.base[cursor.position] == 0x3A else {
        throw JSONError("':' was expected", at: cursor.position)
      }
      cursor.position &+= 1
      cursor.skipSpace()
      let start = cursor.position
      guard start < cursor.count else { throw JSONError("a value is missing", at: start) }
      let kind: Kind
      var isEscaped = false
      switch cursor.base[start] {
      case 0x22:
        kind = .string
        isEscaped = try cursor.skipString()
      case 0x7B:
        kind = .object
        try cursor.skipValue()
      case 0x5B:
        kind = .array
        try cursor.skipValue()
      case 0x74, 0x66:
        kind = .bool
        try cursor.skipValue()
      case 0x6E:
        kind = .null
        try cursor.skipValue()
      default:
        kind = .number
        try cursor.skipNumber()
      }
      append(
        Member(
          key: keyStart..<keyEnd, value: start..<cursor.position, kind: kind, isEscaped: isEscaped))
      cursor.skipSpace()
      guard cursor.position < cursor.count else {
        throw JSONError("the text ends too early", at: cursor.position)
      }
      switch cursor.base[cursor.position] {
      case 0x2C:
        cursor.position &+= 1
        cursor.skipSpace()
      case 0x7D:
        cursor.position &+= 1
        return
      default: throw JSONError("',' or '}' was expected", at: cursor.position)
      }
    }
  }

  @inline(__always)
  private mutating func append(_ member: Member) {
    if count == capacity { grow() }
    (storage + count).initialize(to: member)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Member>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }

  /// The last member whose raw key is `key` (keys with escapes never match), or nil.
  package func member(_ key: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Member? {
    members.last { $0.hasKey(key, in: bytes) }
  }

  /// Appends the text of a string member to `out`. True when writing the text again gives the member's bytes.
  @discardableResult
  package static func appendText(
    of member: Member, in bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) -> Bool {
    let inside = UnsafeBufferPointer(
      rebasing: bytes[(member.value.lowerBound + 1)..<(member.value.upperBound - 1)])
    if member.isEscaped { return JSONString.unescape(inside, into: &out) }
    out.append(contentsOf: inside)
    return true
  }
}
