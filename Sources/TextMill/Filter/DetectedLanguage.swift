internal import CLanguage

/// The main language of a text, as CLD2 finds it.
package struct DetectedLanguage: Equatable, Sendable {
  /// ISO 639-1 where there is such a code ("de", "zh", "zh-Hant", "he"); nil when CLD2 has no answer.
  package var code: String?
  /// CLD2's own word on its answer.
  package var isReliable: Bool
  /// How many of hundred letters are of that language.
  package var percent: Int

  /// What is looked at of a text: more doesn't change the answer, and costs.
  private static let sampleSize = 1 << 16

  /// Detects the language of valid UTF-8; looks at its first 64 KiB.
  package init(of text: [UInt8]) {
    var count = min(text.count, DetectedLanguage.sampleSize)
    while count < text.count, count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
    var reliable: Int32 = 0
    var share: Int32 = 0
    // SAFETY: CLD2 reads `count` bytes; the code it returns lives as long as the program.
    let name = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters -> String in
        guard let base = characters.baseAddress else { return "un" }
        return String(cString: tm_language(base, Int32(count), &reliable, &share))
      }
    }
    code = DetectedLanguage.current(name)
    isReliable = reliable != 0 && code != nil
    percent = Int(share)
  }

  /// CLD2's code in today's ISO 639.
  private static func current(_ code: String) -> String? {
    switch code {
    case "un", "xxx", "": nil
    case "iw": "he"
    case "jw": "jv"
    case "in": "id"
    case "ji": "yi"
    case "mo": "ro"
    case "zh-TW": "zh-Hant"
    default: code.hasPrefix("xx") ? nil : code
    }
  }
}
