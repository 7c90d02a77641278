internal import CPhone
internal import TextAlgorithms

/// Answers about telephone numbers from libphonenumber.
enum PhoneLibrary {
  static func answer(_ question: PhoneQuestion, _ number: [UInt8]) -> Bool {
    var text = number
    if question == .international { text = international(number) }
    return text.withCString { pointer in
      switch question {
      case .international: tm_phone_check(pointer, "US") == 2
      case .unitedStates: tm_phone_check(pointer, "US") == 2
      case .anyRegion: tm_phone_valid_in_usual_region(pointer) == 1
      case .nationalShape: tm_phone_has_national_shape(pointer) == 1
      }
    }
  }

  /// `number` beginning with a plus sign, without the "(0)" that is dialled only at home.
  private static func international(_ number: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    var i = 0
    while i < number.count {
      if i + 2 < number.count, number[i] == 0x28, number[i + 1] == 0x30, number[i + 2] == 0x29 {
        i += 3
        continue
      }
      if number[i] >= 0x30, number[i] <= 0x39 { digits.append(number[i]) }
      i += 1
    }
    if digits.starts(with: [0x30, 0x30]) { digits.removeFirst(2) }
    return [0x2B] + digits
  }
}

extension [UInt8] {
  /// Calls `body` with these bytes as a string that ends in a zero byte.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var bytes = self
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      // SAFETY: the buffer ends in a zero byte and outlives the call.
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}
