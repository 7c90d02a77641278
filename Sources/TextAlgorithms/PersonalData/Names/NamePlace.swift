/// A word or a number of a text at which a name or an address may stand.
struct NamePlace {
  var start: Int
  var end: Int
  /// Whether the model may be asked; else the word may only repeat a name that was found elsewhere.
  var isSeed: Bool
  /// Whether the word may repeat a name.
  var mayRepeat: Bool
}
