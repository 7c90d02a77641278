/// Which of two duplicates stays, as a number: the smaller one does.
enum KeepOrder {
  static func priority(
    of document: Document, keep: DeduplicateOptions.Keep, ordinal: UInt64
  ) -> UInt64 {
    switch keep {
    case .sourceOrder: return ordinal
    case .longest: return UInt64.max - UInt64(document.text.count)
    case .newest: return UInt64.max - seconds(document)
    case .resolved:
      let status = document.metadata.last { $0.key == "status" }?.value.string ?? ""
      let isResolved = ["solved", "closed", "resolved", "done"].contains(status.lowercased())
      return (isResolved ? 0 : 1 << 63) | ((UInt64.max >> 1) - seconds(document))
    }
  }

  /// Seconds since the year 0 of the newest time the document states, by the calendar's digits; 0 without.
  static func seconds(_ document: Document) -> UInt64 {
    (document.updatedAt ?? document.createdAt).map { seconds($0) } ?? 0
  }

  /// The same of a time, or of its beginning.
  static func seconds(_ time: String) -> UInt64 {
    var numbers: [UInt64] = []
    var current: UInt64?
    for byte in time.utf8 {
      if byte &- 0x30 < 10 {
        current = (current ?? 0) &* 10 &+ UInt64(byte &- 0x30)
      } else if let number = current {
        numbers.append(number)
        current = nil
      }
    }
    if let current { numbers.append(current) }
    func part(_ i: Int) -> UInt64 { i < numbers.count ? min(numbers[i], 9999) : 0 }
    // Only the order matters, so every month has 31 days.
    let days = (part(0) * 12 + part(1)) * 31 + part(2)
    return ((days * 24 + part(3)) * 60 + part(4)) * 60 + part(5)
  }
}
