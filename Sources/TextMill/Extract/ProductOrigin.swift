/// Where a field of a product comes from, the most trustworthy first.
enum ProductOrigin: Int, Comparable, Sendable {
  /// A block of JSON-LD.
  case linkedData
  case microdata
  case rdfa
  /// OpenGraph and other elements of the head.
  case meta
  /// Data in scripts and attributes.
  case state
  /// What the page shows.
  case visible

  static func < (a: ProductOrigin, b: ProductOrigin) -> Bool { a.rawValue < b.rawValue }
}
