internal import CLibXML2

/// Mends, while an XML text streams by, what feeds get wrong and a parser would stop at.
///
/// References: an entity of HTML becomes its number; what is no reference of XML becomes the characters
/// that stand there, so that entities which a document declares are never expanded. Control characters go.
/// In texts that are said to be UTF-8 a byte that isn't is read as windows-1252. Nothing changes inside of
/// CDATA sections and comments but these. Texts in UTF-16 pass as they are. Linear; holds a few bytes.
struct XMLRepair {
  /// Places that were mended.
  private(set) var count = 0

  private enum State { case start, text, cdata, comment, passing }

  private var state = State.start
  private var isUTF8 = true
  private var rest: [UInt8] = []

  /// The longest reference, mark or sequence that is waited for.
  private static let lookahead = 40
  /// How much is looked at for the declaration of the encoding.
  private static let head = 128

  /// Appends the mended form of the next bytes to `out`; `isFinal` when none follow.
  mutating func pass(_ bytes: UnsafeRawBufferPointer, isFinal: Bool, to out: inout [UInt8]) {
    rest.append(contentsOf: bytes)
    if state == .start {
      if rest.count < XMLRepair.head, !isFinal { return }
      begin()
    }
    if state == .passing {
      out += rest
      rest.removeAll(keepingCapacity: true)
      return
    }
    let stop = isFinal ? rest.count : max(0, rest.count - XMLRepair.lookahead)
    var i = 0
    while i < stop { i = step(i, &out) }
    rest.removeFirst(i)
  }

  private mutating func begin() {
    let isWide =
      rest.starts(with: [0xFE, 0xFF]) || rest.starts(with: [0xFF, 0xFE])
      || rest.prefix(4).contains(0)
    state = isWide ? .passing : .text
    let head = rest.prefix(XMLRepair.head).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let at = XMLRepair.find(Array("encoding".utf8), in: head),
      let end = head[at...].firstIndex(of: 0x3E)
    else { return }
    isUTF8 = XMLRepair.find(Array("utf-8".utf8), in: Array(head[at..<end])) != nil
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (0...(bytes.count - mark.count)).first { bytes[$0...].starts(with: mark) }
  }

  /// Mends what stands at `i`; where to go on.
  private mutating func step(_ i: Int, _ out: inout [UInt8]) -> Int {
    let byte = rest[i]
    switch byte {
    case 0x09, 0x0A, 0x0D: break
    case ..<0x20:
      count += 1
      return i + 1
    case 0x26 where state == .text: return reference(i, &out)
    case 0x3C where state == .text:
      if matches("<![CDATA[", i) { state = .cdata }
      if matches("<!--", i) { state = .comment }
    case 0x3E:
      if state == .cdata, endsWith("]]", out) { state = .text }
      if state == .comment, endsWith("--", out) { state = .text }
    case 0x80... where isUTF8: return foreign(i, &out)
    default: break
    }
    out.append(byte)
    return i + 1
  }

  private mutating func reference(_ i: Int, _ out: inout [UInt8]) -> Int {
    let window = rest[(i + 1)...].prefix(XMLRepair.lookahead - 2)
    if let end = window.firstIndex(of: 0x3B) {
      let name = rest[(i + 1)..<end]
      if XMLRepair.isReference(name) {
        out += rest[i...end]
        return end + 1
      }
      if let scalar = XMLRepair.entity(name) {
        count += 1
        out += Array("&#\(scalar);".utf8)
        return end + 1
      }
    }
    count += 1
    out += Array("&amp;".utf8)
    return i + 1
  }

  /// One of the five of XML, or a number that XML allows.
  private static func isReference(_ name: ArraySlice<UInt8>) -> Bool {
    if name.first == 0x23 {
      let isHexadecimal = name.dropFirst().first == 0x78
      let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
      guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return false }
      return value >= 0x20 && Unicode.Scalar(value) != nil && value & 0xFFFE != 0xFFFE
        || [9, 10, 13].contains(value)
    }
    return ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self))
  }

  private static func entity(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard (2...10).contains(name.count), name.allSatisfy({ $0 < 0x80 && $0 > 0x2F }) else {
      return nil
    }
    let text = String(decoding: name, as: UTF8.self)
    return htmlEntityLookup(text).map { $0.pointee.value }
  }

  /// A sequence of UTF-8, or a byte that is none.
  private mutating func foreign(_ i: Int, _ out: inout [UInt8]) -> Int {
    let window = rest[i...].prefix(4)
    let length = rest[i] >= 0xF0 ? 4 : rest[i] >= 0xE0 ? 3 : 2
    let sequence = Array(window.prefix(length))
    if sequence.count == length,
      sequence.withUnsafeBufferPointer({ UTF8Encoding.firstInvalid($0) }) == nil
    {
      out += sequence
      return i + length
    }
    count += 1
    [rest[i]].withUnsafeBufferPointer { Windows1252.append($0, to: &out) }
    return i + 1
  }

  private func matches(_ mark: StaticString, _ i: Int) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard i + count <= rest.count else { return false }
    for j in 0..<count where rest[i + j] != mark.utf8Start[j] { return false }
    return true
  }

  private func endsWith(_ mark: StaticString, _ out: [UInt8]) -> Bool {
    out.count >= 2 && out[out.count - 1] == mark.utf8Start[1]
      && out[out.count - 2] == mark.utf8Start[0]
  }
}
