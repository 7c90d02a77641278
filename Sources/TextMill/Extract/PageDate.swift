/// Dates as pages write them for machines.
enum PageDate {
  /// An ISO 8601 date or date and time as RFC 3339 in UTC with seconds; nil for anything else.
  ///
  /// A time without an offset counts as UTC, a date as its midnight.
  static func utc(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.trimmed.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes, 0, 4),
      let month = number(bytes, 5, 2), let day = number(bytes, 8, 2), (1...12).contains(month),
      (1...31).contains(day), year >= 1
    else { return nil }
    var seconds = 0
    if bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), hour < 24, minute < 60
    {
      var second = 0
      var i = 16
      if bytes.count >= 19, bytes[16] == 0x3A, let value = number(bytes, 17, 2) {
        second = min(value, 59)
        i = 19
      }
      while i < bytes.count, bytes[i] == 0x2E || bytes[i] &- 0x30 < 10 { i += 1 }
      seconds = hour * 3600 + minute * 60 + second - offset(bytes, i)
    }
    return format(days: days(year, month, day), seconds: seconds)
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }

  /// Seconds of "+02:00", "-0500" or " +0200" at `start`; 0 for Z, none and nonsense.
  private static func offset(_ bytes: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    guard i < bytes.count, bytes[i] == 0x2B || bytes[i] == 0x2D, let hours = number(bytes, i + 1, 2)
    else { return 0 }
    let at = i + 3 < bytes.count && bytes[i + 3] == 0x3A ? i + 4 : i + 3
    let value = hours * 3600 + (number(bytes, at, 2) ?? 0) * 60
    return bytes[i] == 0x2D ? -value : value
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, days_from_civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let ofEra = y - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func format(days: Int, seconds: Int) -> String {
    let total = days * 86_400 + seconds
    let day = Int((Double(total) / 86_400).rounded(.down))
    let rest = total - day * 86_400
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let ofEra = z - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * ofYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func pad(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let date = "\(pad(year, 4))-\(pad(month, 2))-\(pad(ofYear - (153 * m + 2) / 5 + 1, 2))"
    return date + "T\(pad(rest / 3600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))Z"
  }
}
