/// What a key in a script's data may say of a product.
struct InlineStateKey: OptionSet {
  let rawValue: UInt8
  static let name = InlineStateKey(rawValue: 1)
  static let price = InlineStateKey(rawValue: 2)
  static let number = InlineStateKey(rawValue: 4)
  static let maker = InlineStateKey(rawValue: 8)
  static let stock = InlineStateKey(rawValue: 16)

  /// Keys in lower case without `_`, `-` and blanks.
  private static let words: [(StaticString, InlineStateKey)] = [
    ("name", .name), ("title", .name), ("productname", .name), ("displayname", .name),
    ("producttitle", .name), ("itemname", .name), ("price", .price), ("prices", .price),
    ("saleprice", .price), ("currentprice", .price), ("finalprice", .price),
    ("productprice", .price), ("unitprice", .price), ("priceinfo", .price), ("pricing", .price),
    ("offers", .price), ("pricerange", .price), ("minprice", .price), ("lowprice", .price),
    ("sellingprice", .price), ("specialprice", .price), ("displayprice", .price),
    ("listprice", .price), ("regularprice", .price), ("sku", .number), ("skuid", .number),
    ("productid", .number), ("itemid", .number), ("mpn", .number), ("gtin", .number),
    ("gtin13", .number), ("upc", .number), ("ean", .number), ("ean13", .number),
    ("barcode", .number), ("asin", .number), ("partnumber", .number), ("modelnumber", .number),
    ("itemnumber", .number), ("productcode", .number), ("productsku", .number),
    ("brand", .maker), ("vendor", .maker), ("manufacturer", .maker), ("brandname", .maker),
    ("available", .stock), ("availability", .stock), ("instock", .stock),
    ("stockstatus", .stock), ("availabilitystatus", .stock),
  ]

  /// A hash table of the words; built once.
  private static let table = HashMasks(
    words.map { word, key in
      (
        (0..<word.utf8CodeUnitCount).reduce(seed) { mixed($0, word.utf8Start[$1]) },
        UInt64(key.rawValue)
      )
    })

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// What the key at these bytes says; nothing for keys that no rule knows.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> InlineStateKey {
    guard range.count >= 3, range.count <= 24 else { return [] }
    var hash = seed
    for i in range {
      let byte = bytes[i].asciiLowered
      if byte != 0x5F, byte != 0x2D, byte != 0x20 { hash = mixed(hash, byte) }
    }
    return InlineStateKey(rawValue: .init(truncatingIfNeeded: table[hash]))
  }
}
