internal import CUnicode
internal import TextAlgorithms

/// Turns the bytes of a page into UTF-8.
///
/// First of: byte order mark, what stands outside the page, the page's own declaration, detection. A
/// declaration is checked: bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever is said of them, and
/// a page that mostly isn't what it is said to be goes to detection.
package enum EncodingDetector {
  /// What the page was in, and its text.
  package struct Decoded: Equatable, Sendable {
    package var text: [UInt8]
    /// The name of the encoding: "UTF-8", "windows-1252", …
    package var encoding: String
    /// Byte sequences that had no meaning and became U+FFFD.
    package var repairs: Int
    /// The page, or what stands outside it, declares another encoding, which can't be right.
    package var isOverruled = false
  }

  package static func decode(_ page: RawPage) -> Decoded {
    let bytes = page.bytes
    if let (name, length) = byteOrderMark(bytes) {
      return convert(Array(bytes.dropFirst(length)), from: name)
    }
    let declared = declaration(page)
    var decoded = undeclared(bytes, declared)
    if let declared, decoded.encoding != declared, bytes.contains(where: { $0 >= 0x80 }) {
      decoded.isOverruled = true
    }
    return decoded
  }

  /// The encoding that is declared for a page without a byte order mark; nil for none that is known.
  static func declaration(_ page: RawPage) -> String? {
    if let outer = page.encoding, EncodingNames.isKnown(outer) {
      return EncodingNames.canonical(outer)
    }
    return MetaCharset.find(page.bytes).map(EncodingNames.canonical)
  }

  /// The encoding by a page's byte order mark and declaration alone; windows-1252 for none.
  static func label(_ page: RawPage) -> String {
    byteOrderMark(page.bytes)?.0 ?? declaration(page) ?? "windows-1252"
  }

  /// Decodes by the declaration as far as it holds.
  private static func undeclared(_ bytes: [UInt8], _ declared: String?) -> Decoded {
    let invalid = bytes.withUnsafeBufferPointer { UTF8Encoding.firstInvalid($0) }
    if invalid == nil {
      // Encodings of seven bits, and those in which a page of ASCII letters is full of zeros.
      if let declared, declared.hasPrefix("ISO-2022") || declared.hasPrefix("HZ"),
        bytes.contains(0x1B) || bytes.contains(0x7E)
      {
        return convert(bytes, from: declared)
      }
      if let declared, declared.hasPrefix("UTF-16"), bytes.contains(0) {
        return convert(bytes, from: declared)
      }
      return .init(text: bytes, encoding: "UTF-8", repairs: 0)
    }
    // A cut or mixed page has a few bad places among many good ones.
    let foreign = bytes.count { $0 >= 0xC0 }
    if let declared {
      let decoded = convert(bytes, from: declared)
      if decoded.encoding == declared, decoded.repairs * 20 <= foreign { return decoded }
    }
    let detected = convert(bytes, from: detect(bytes))
    guard detected.encoding == "windows-1252", let declared, declared != "UTF-8" else {
      return detected
    }
    // Detection isn't sure of anything: the declaration, for what it is worth.
    let decoded = convert(bytes, from: declared)
    return decoded.repairs > 0 && decoded.repairs * 4 > foreign ? detected : decoded
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (String, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// ICU's guess from the first 64 KiB around the first foreign byte; windows-1252 when it isn't sure.
  private static func detect(_ bytes: [UInt8]) -> String {
    let foreign = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = max(0, foreign - 1024)
    let sample = Array(bytes[start..<min(bytes.count, start + 65_536)])
    var name = [CChar](repeating: 0, count: 64)
    // SAFETY: the shim reads `sample.count` bytes and writes at most 64.
    let confidence = sample.withUnsafeBytes { raw in
      tm_encoding_detect(
        raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), &name, 64)
    }
    guard confidence >= 20 else { return "windows-1252" }
    let length = name.firstIndex(of: 0) ?? 0
    let found = String(decoding: name[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let canonical = EncodingNames.canonical(found)
    return canonical == "UTF-8" || canonical.hasPrefix("UTF-16") || canonical.hasPrefix("IBM")
      ? "windows-1252" : canonical
  }

  /// Converts; a name that ICU doesn't know counts as windows-1252.
  private static func convert(_ bytes: [UInt8], from name: String) -> Decoded {
    if name == "UTF-8" {
      let (text, repairs) = bytes.withUnsafeBufferPointer { UTF8Encoding.repaired($0) }
      return .init(text: text, encoding: name, repairs: repairs)
    }
    // Sources over 300 MB would pass ICU's 32-bit lengths.
    guard bytes.count < 300_000_000 else { return convert(bytes, from: "UTF-8") }
    let capacity = bytes.count * 3 + 16
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      // SAFETY: the shim writes at most `capacity` bytes and returns how many it wrote.
      let written = bytes.withUnsafeBytes { source in
        tm_encoding_to_utf8(
          name, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self),
          Int32(capacity))
      }
      count = max(0, Int(written))
    }
    if text.isEmpty, !bytes.isEmpty {
      return name == "windows-1252"
        ? convert(bytes, from: "UTF-8") : convert(bytes, from: "windows-1252")
    }
    return .init(text: text, encoding: name, repairs: replacements(in: text))
  }

  /// How often U+FFFD stands in a text, which no encoding but Unicode's own can mean.
  private static func replacements(in text: [UInt8]) -> Int {
    var count = 0
    var i = 0
    while i + 2 < text.count {
      if text[i] == 0xEF, text[i + 1] == 0xBF, text[i + 2] == 0xBD { count += 1 }
      i += 1
    }
    return count
  }
}
