/// What the words in an element's class, id and the like say of its part in a shop's page.
package struct ShopWords: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let price = ShopWords(rawValue: 1)
  /// A price that was: struck through, compared with, recommended by the maker.
  package static let old = ShopWords(rawValue: 2)
  /// A price that is the old one where another stands beside it.
  package static let regular = ShopWords(rawValue: 4)
  package static let sale = ShopWords(rawValue: 8)
  /// An amount that is no price of the product: savings, shipping, instalments, price by unit.
  package static let otherAmount = ShopWords(rawValue: 16)
  /// Navigation, recommendations, baskets: parts that speak of other things.
  package static let elsewhere = ShopWords(rawValue: 32)
  package static let reviews = ShopWords(rawValue: 64)
  package static let rating = ShopWords(rawValue: 128)
  package static let number = ShopWords(rawValue: 256)
  package static let brand = ShopWords(rawValue: 512)
  package static let stock = ShopWords(rawValue: 1024)
  package static let product = ShopWords(rawValue: 2048)
  package static let count = ShopWords(rawValue: 4096)
  package static let hidden = ShopWords(rawValue: 8192)
  package static let cents = ShopWords(rawValue: 16384)
  package static let maker = ShopWords(rawValue: 32768)
  package static let average = ShopWords(rawValue: 65536)
  /// Words that mean an old price only beside the word for price.
  static let former = ShopWords(rawValue: 262144)
  /// One of several boxes alike.
  package static let card = ShopWords(rawValue: 131072)

  private static let words: [(ShopWords, String)] = [
    (.price, "price prices preis prix precio prezzo cena pris hinta fiyat prijs preco pricing"),
    (
      .old,
      """
      old was msrp rrp uvp strike strikethrough striked through crossed previous retail srp barre \
      ancien antiguo tachado streich strikeout vorher listprice oldprice wasprice pricewas
      """
    ),
    (.former, "list compare original before reference del basis full regular"),
    (.regular, "regular"),
    (
      .sale,
      "sale special now current final discounted reduced actual today selling promo offer ins saleprice"
    ),
    (
      .otherAmount,
      """
      save saving savings discount off shipping delivery installment installments instalment monthly \
      month finance financing affirm klarna afterpay sezzle paypal clearpay subscription subscribe unit \
      ppu tax vat deposit coupon points reward rewards loyalty warranty protection tradein credit lease \
      membership saved shippingcost versand gift donation threshold promotion banner announcement
      """
    ),
    (
      .elsewhere,
      """
      nav navigation menu navbar megamenu footer related recommend recommendation recommendations \
      recommended recommender recs similar upsell upsells crosssell crosssells crossell also alsobought \
      recently viewed sponsored minicart drawer flyout suggestions suggest suggested autocomplete compare \
      comparison bundle bundles addon addons accessories accessory frequently fbt complementary popular \
      bestsellers bestseller trending tile tiles carousel swiper slick splide flickity ad ads advert advertisement \
      alternatives alternative teaser teasers othersellers sidecart cartdrawer
      """
    ),
    (
      .reviews,
      "review reviews comment comments ugc testimonial testimonials question questions qna qa faq"
    ),
    (.rating, "rating ratings stars star review reviews bewertung note score rate starrating"),
    (
      .number,
      "sku itemnumber productid articlenumber itemid partnumber mpn artikelnummer reference skuid modelnumber"
    ),
    (.brand, "brand marca marke marque designer brands hersteller"),
    (.maker, "manufacturer vendor maker producer byline"),
    (.stock, "stock availability avail inventory disponibilite verfuegbarkeit dispo"),
    (.product, "product pdp produkt produit producto prodotto item"),
    (.count, "count total number reviewcount num amount quantity"),
    (.card, "card cards"),
    (.average, "average avg value overall"),
    (.hidden, "template skeleton placeholder"),
    (.cents, "cents fraction decimal decimals sup centimes cent"),
  ]

  private static let table = HashMasks(
    words.flatMap { kind, list in
      list.split(separator: " ").map { word in
        (word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }, UInt64(kind.rawValue))
      }
    })

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let priceLetters: UInt64 = 0x70_7269_6365
  private static let prime: UInt64 = 0x100_0000_01B3

  /// What an element's class, id, item property and test id say, by their words: parted by anything but
  /// letters, and where a capital follows a small letter. At most 512 bytes of each are read.
  package static func of(_ arena: HTMLArena, _ node: Int) -> ShopWords {
    var found: ShopWords = []
    let item = arena.nodes[node]
    let start = Int(item.attributeStart)
    for i in start..<start + Int(item.attributeCount) {
      let attribute = arena.attributes[i]
      switch attribute.name {
      case .class, .id, .testID, .itemprop, .dataTestID, .dataTest, .dataQA, .dataHook,
        .dataAutomation:
        let begin = Int(attribute.start)
        var own = of(arena.bytes, begin..<begin + min(512, Int(attribute.count)))
        if own.contains(.former) {
          if own.contains(.price), !own.contains(.regular) { own.insert(.old) }
          if !own.contains(.price) { own.remove(.regular) }
        }
        found.formUnion(own)
      default: break
      }
    }
    return found
  }

  /// The same for a text of such words.
  package static func of(_ bytes: [UInt8], _ range: Range<Int>) -> ShopWords {
    let table = table
    var found: UInt64 = 0
    var hash = seed
    var count = 0
    var isSmall = false
    // The last five letters, for words that begin or end in "price".
    var tail: UInt64 = 0
    var brackets = 0
    for i in range {
      let byte = bytes[i]
      // `top-[var(--nav-height)]`: what stands in brackets is a style's value.
      if byte == 0x5B { brackets += 1 } else if byte == 0x5D { brackets = max(0, brackets - 1) }
      let isLetter = brackets == 0 && (byte | 0x20) &- 0x61 < 26
      let isCapital = isLetter && byte < 0x60
      if !isLetter || isCapital && isSmall {
        if count > 1 { found |= table[hash] }
        if tail == priceLetters { found |= UInt64(price.rawValue) }
        hash = seed
        count = 0
        tail = 0
      }
      if isLetter {
        if count == 5, tail == priceLetters { found |= UInt64(price.rawValue) }
        tail = (tail << 8 | UInt64(byte | 0x20)) & 0xFF_FFFF_FFFF
        hash = (hash ^ UInt64(byte | 0x20)) &* prime
        count += 1
      }
      isSmall = isLetter && !isCapital
    }
    if count > 1 { found |= table[hash] }
    if tail == priceLetters { found |= UInt64(price.rawValue) }
    return ShopWords(rawValue: UInt32(truncatingIfNeeded: found))
  }
}

extension HTMLTag {
  package static let del = named("del"), s = named("s"), strike = named("strike")
  package static let sup = named("sup"), ins = named("ins"), bold = named("b")
}
