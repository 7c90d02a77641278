/// Reads points in time as sources write them, and writes them as RFC 3339 in UTC with seconds.
///
/// Accepted: ISO 8601 dates and times with `T`, `t` or a space, fractions, `Z`, `UTC`, `±hh:mm`, `±hhmm`
/// (no zone means UTC), and seconds, milli- or microseconds since 1970. What is ambiguous (03/04/2024) is unknown.
enum Timestamps {
  /// nil when `text` is no time that is accepted.
  static func normalized(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var scan = Scan(bytes: text)
    scan.skipSpaces()
    if let epoch = scan.epoch() { return string(epoch) }
    guard let year = scan.digits(4), scan.take(0x2D), let month = scan.digits(2), scan.take(0x2D),
      let day = scan.digits(2), (1...12).contains(month), (1...daysIn(month, year)).contains(day)
    else { return nil }
    var seconds = daysFromCivil(year, month, day) * 86_400
    if scan.take(0x54) || scan.take(0x74) || (scan.take(0x20) && !scan.isAtEnd) {
      guard let hour = scan.digits(2), scan.take(0x3A), let minute = scan.digits(2), hour < 24,
        minute < 60
      else { return nil }
      seconds += hour * 3_600 + minute * 60
      if scan.take(0x3A) {
        guard let second = scan.digits(2), second <= 60 else { return nil }
        seconds += min(second, 59)
        if scan.take(0x2E) || scan.take(0x2C) { scan.skipDigits() }
      }
      guard let zone = scan.zone() else { return nil }
      seconds -= zone
    }
    scan.skipSpaces()
    return scan.isAtEnd ? string(seconds) : nil
  }

  static func normalized(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { normalized($0) }
  }

  /// Seconds since 1970 as RFC 3339; nil outside the years 0 to 9999.
  static func string(_ seconds: Int) -> String? {
    guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
    let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let rest = seconds - days * 86_400
    let (year, month, day) = civilFromDays(days)
    return String(unsafeUninitializedCapacity: 20) { out in
      func put(_ value: Int, _ width: Int, _ at: Int) {
        var value = value
        for i in stride(from: at + width - 1, through: at, by: -1) {
          out[i] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
          value /= 10
        }
      }
      put(year, 4, 0)
      put(month, 2, 5)
      put(day, 2, 8)
      put(rest / 3_600, 2, 11)
      put(rest / 60 % 60, 2, 14)
      put(rest % 60, 2, 17)
      (out[4], out[7], out[10], out[13], out[16], out[19]) = (0x2D, 0x2D, 0x54, 0x3A, 0x3A, 0x5A)
      return 20
    }
  }

  /// The seconds since 1970 of a time that `string` wrote; 0 for anything else.
  static func seconds(_ time: [UInt8]) -> Int {
    guard time.count == 20 else { return 0 }
    func number(_ at: Int, _ width: Int) -> Int {
      time[at..<(at + width)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
    return daysFromCivil(number(0, 4), number(5, 2), number(8, 2)) * 86_400
      + number(11, 2) * 3_600 + number(14, 2) * 60 + number(17, 2)
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March.
  private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civilFromDays(_ days: Int) -> (Int, Int, Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    var isAtEnd: Bool { at == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    mutating func skipSpaces() { while take(0x20) {} }
    mutating func skipDigits() { while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 } }

    mutating func digits(_ width: Int) -> Int? {
      guard at + width <= bytes.count else { return nil }
      var value = 0
      for i in at..<(at + width) {
        guard bytes[i] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(bytes[i] - 0x30)
      }
      at += width
      return value
    }

    /// Nine to sixteen digits alone: seconds, or milli- and microseconds where there are more.
    func epoch() -> Int? {
      let digits = bytes[at...].prefix { $0 &- 0x30 < 10 }
      guard (9...16).contains(digits.count),
        bytes[digits.endIndex...].allSatisfy({ $0 == 0x2E || $0 &- 0x30 < 10 })
      else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return digits.count >= 15 ? value / 1_000_000 : digits.count >= 12 ? value / 1_000 : value
    }

    /// Seconds east of Greenwich; no zone is UTC.
    mutating func zone() -> Int? {
      skipSpaces()
      if isAtEnd || take(0x5A) || take(0x7A) { return 0 }
      if bytes[at...].elementsEqual("UTC".utf8) || bytes[at...].elementsEqual("GMT".utf8) {
        at += 3
        return 0
      }
      let isWest = take(0x2D)
      guard isWest || take(0x2B), let hours = digits(2), hours < 24 else { return nil }
      _ = take(0x3A)
      let minutes = digits(2) ?? 0
      guard minutes < 60 else { return nil }
      return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
  }
}
