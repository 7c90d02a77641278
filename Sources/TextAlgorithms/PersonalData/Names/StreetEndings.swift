/// The endings of words for streets, by their last two bytes.
struct StreetEndings {
  private var endings: [[UInt8]] = []
  /// For each last byte, the bytes that stand before it in some ending, modulo 64.
  private var before = [UInt64](repeating: 0, count: 256)

  init() {
    NameLists.streetEndings.withUTF8Buffer { list in
      for word in list.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) where word.count > 1 {
        endings.append(Array(word))
        before[Int(word[word.endIndex - 1])] |= 1 << UInt64(word[word.endIndex - 2] & 63)
      }
    }
  }

  /// True when the word is longer than some ending that it ends in. O(endings), and O(1) for nearly all words.
  func end(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = word.count
    guard count > 5, before[Int(word[count - 1])] >> UInt64(word[count - 2] & 63) & 1 == 1 else {
      return false
    }
    return endings.contains { ending in
      ending.count < count
        && ending.indices.allSatisfy { ending[$0] == word[count - ending.count + $0] }
    }
  }
}
