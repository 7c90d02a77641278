/// What closed lists say of a word, a bit each.
struct NameClasses: OptionSet {
  let rawValue: UInt32

  static let street = NameClasses(rawValue: 1)
  static let unit = NameClasses(rawValue: 1 << 1)
  static let company = NameClasses(rawValue: 1 << 2)
  static let title = NameClasses(rawValue: 1 << 3)
  static let kin = NameClasses(rawValue: 1 << 4)
  static let greeting = NameClasses(rawValue: 1 << 5)
  static let goodbye = NameClasses(rawValue: 1 << 6)
  /// Comes before a name: "name", "called", "attn", "from".
  static let naming = NameClasses(rawValue: 1 << 7)
  static let saying = NameClasses(rawValue: 1 << 8)
  static let month = NameClasses(rawValue: 1 << 9)
  static let field = NameClasses(rawValue: 1 << 10)
  static let measure = NameClasses(rawValue: 1 << 11)
  static let particle = NameClasses(rawValue: 1 << 12)
  static let state = NameClasses(rawValue: 1 << 13)
  static let streetEnd = NameClasses(rawValue: 1 << 14)
  static let country = NameClasses(rawValue: 1 << 15)
  static let region = NameClasses(rawValue: 1 << 16)
  /// Says that an address is near.
  static let place = NameClasses(rawValue: 1 << 17)
  static let art = NameClasses(rawValue: 1 << 18)
  static let goods = NameClasses(rawValue: 1 << 19)
  static let role = NameClasses(rawValue: 1 << 20)
  /// A function word, which features may name.
  static let function = NameClasses(rawValue: 1 << 24)

  /// Classes whose words features may name one by one.
  static let named: NameClasses = [
    .title, .greeting, .goodbye, .naming, .saying, .particle, .kin, .field, .function,
  ]
  /// Classes of words behind which a name may stand in small letters.
  static let introducing: NameClasses = [.naming, .greeting, .kin, .title]
  /// All but the function words.
  static let all = NameClasses(rawValue: 0xFF_FFFF)
}
