/// Turns byte offsets into Unicode scalar offsets; fastest for ascending ones.
struct ScalarCounter {
  private let text: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var scalars = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// How many scalars stand before `offset`.
  mutating func count(to offset: Int) -> Int {
    if offset < place {
      while place > offset {
        place -= 1
        if text[place] & 0xC0 != 0x80 { scalars -= 1 }
      }
    }
    while place < offset {
      if text[place] & 0xC0 != 0x80 { scalars += 1 }
      place += 1
    }
    return scalars
  }
}
