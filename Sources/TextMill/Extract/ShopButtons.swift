/// Words on the buttons of a shop.
enum ShopButtons {
  enum Kind { case buy, preorder, soldOut }

  private static let buying = [
    "add to cart", "add to bag", "add to basket", "add to trolley", "buy now", "buy it now",
    "order now", "add to shopping", "get yours",
    "in den warenkorb", "in den einkaufswagen", "jetzt kaufen", "jetzt bestellen",
    "ajouter au panier", "j'achète", "añadir al carrito", "añadir a la cesta",
    "agregar al carrito", "comprar ahora", "aggiungi al carrello", "acquista ora",
    "in winkelwagen", "in winkelmand", "in mijn winkelwagen", "lägg i varukorg",
    "lägg i varukorgen", "legg i handlekurv", "læg i kurv", "lisää ostoskoriin",
    "dodaj do koszyka", "do koszyka", "kup teraz", "do košíku", "přidat do košíku", "kosárba",
    "adaugă în coș", "в корзину", "comprar agora",
    "добавить в корзину", "sepete ekle", "satın al", "カートに入れる", "カートに追加", "加入购物车", "立即购买",
    "장바구니", "구매하기", "adicionar ao carrinho", "adicionar à sacola", "add to order",
  ]
  /// Words that are a button's only where they are all of it.
  private static let verbs: Set<String> = [
    "buy", "purchase", "kaufen", "bestellen", "warenkorb", "acheter", "ajouter", "comprar",
    "compra",
    "añadir", "acquista", "köp", "kjøp", "køb", "osta", "koupit", "купить", "kup", "bestel",
  ]
  private static let soldOut = [
    "sold out", "out of stock", "notify me", "email me when", "ausverkauft", "nicht verfügbar",
    "épuisé", "rupture de stock", "agotado", "esaurito", "uitverkocht", "esgotado", "slutsåld",
    "utsolgt", "udsolgt", "vyprodáno", "brak w magazynie", "нет в наличии", "unavailable",
    "notify me when available", "currently unavailable", "tükendi",
  ]
  private static let preorder = [
    "pre-order", "preorder", "pre order", "vorbestellen", "précommander", "reservar", "preordina",
  ]

  /// The first words of all that a button may say, to pass over other buttons at once.
  private static let firstWords: Set<String> = Set(
    (buying + soldOut + preorder + verbs).map { String($0.prefix { $0.isLetter }) })

  /// The letters of ASCII that these begin with.
  private static let beginnings: Set<[UInt8]> = Set(
    firstWords.map { Array($0.utf8.prefix { ($0 | 0x20) &- 0x61 < 26 }) })

  /// Whether a button's text may begin here; true for any text that doesn't begin in ASCII.
  static func mayBegin(_ text: [UInt8]) -> Bool {
    let rest = text.drop { $0 <= 0x20 }
    guard let first = rest.first, first < 0x80 else { return true }
    // No first word is longer.
    let word = rest.prefix(16).prefix { ($0 | 0x20) &- 0x61 < 26 }
    // A mark may follow that belongs to the last letter.
    if let next = rest.dropFirst(word.count).first, next >= 0x80 { return true }
    return beginnings.contains(word.map { $0 | 0x20 })
  }

  /// What a button says; nil for buttons of any other use.
  ///
  /// A link is a button only when it says little else.
  static func read(_ text: String, isLink: Bool = false) -> Kind? {
    guard text.utf8.count >= 3, text.utf8.count <= (isLink ? 28 : 60) else { return nil }
    let words = text.lowercased().trimmed
    if let first = words.unicodeScalars.first, first.isASCII,
      !firstWords.contains(String(words.prefix { $0.isLetter }))
    {
      return nil
    }
    if verbs.contains(words) { return .buy }
    let verb = words.prefix { $0.isLetter }
    if !isLink, text.utf8.count <= 32, verbs.contains(String(verb)) { return .buy }
    func begins(_ list: [String]) -> Bool {
      list.contains {
        words.hasPrefix($0) && words.dropFirst($0.count).first?.isLetter != true
      }
    }
    if begins(soldOut) { return .soldOut }
    if begins(preorder) { return .preorder }
    return begins(buying) ? .buy : nil
  }

  /// Beginnings of headings over other products.
  private static let elsewhere = [
    "you may also", "you might also", "you'll also", "you may like", "you might like",
    "related products", "related items", "similar products", "similar items", "customers also",
    "customers who", "people also", "others also", "also bought", "frequently bought",
    "often bought", "recently viewed", "recommended", "recommendations", "more from",
    "more like this", "sponsored", "products related", "complete the look", "complete your",
    "goes well with", "pairs well", "shop the look", "compare with", "compare similar",
    "explore more", "best sellers", "popular products", "trending", "inspired by",
    "top picks", "based on your", "bundle", "accessories", "wear it with", "style with",
    "das könnte", "ähnliche", "kunden kauften", "kunden, die", "zuletzt angesehen", "passend dazu",
    "zubehör", "wird oft zusammen", "vous aimerez", "vous pourriez", "produits similaires",
    "produits associés", "articles similaires", "les clients", "vus récemment", "también te",
    "te puede", "productos relacionados", "productos similares", "los clientes", "vistos",
    "potrebbe", "prodotti correlati", "prodotti simili", "misschien", "gerelateerde",
    "vergelijkbare", "anderen bekeken", "du kanske", "liknande", "relaterade", "lignende",
    "relaterede", "podobne", "może", "související", "podobné", "похожие", "с этим товаром",
    "benzer", "関連商品", "相关", "produtos relacionados", "você também",
  ]

  /// Whether a heading stands over other products than the page's.
  static func isElsewhere(_ heading: String) -> Bool {
    guard heading.utf8.count <= 120 else { return false }
    let words = heading.lowercased().trimmed
    return elsewhere.contains { words.hasPrefix($0) }
  }

  /// Words right before an amount that make it another than the price.
  private static let before = [
    "was", "reg", "regular", "list", "msrp", "rrp", "uvp", "save", "saving", "savings", "off",
    "over",
    "shipping", "original", "retail", "compare", "before", "statt", "bisher", "vorher",
    "au lieu de",
    "antes", "prima", "ord", "ordinarie", "worth", "valued", "value", "deposit", "payments",
    "under",
    "sparen", "ersparnis", "économisez", "ahorra", "least", "orders", "older", "used",
    "refurbished", "gebraucht", "previous", "rabatt",
    "conseillé", "versandkosten", "tax", "fee", "spend", "von", "comp", "del",
  ]
  private static let beforeNow = [
    "now", "from", "price", "sale", "today", "only", "for", "at", "ab", "jetzt", "dès", "partir de",
    "desde", "nu", "our", "current",
  ]

  /// Whether the words before an amount, of which the last few count, say that it is no current price.
  static func isOther(before text: String) -> Bool {
    guard text.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }) else {
      return false
    }
    let words = text.lowercased().split { !($0.isLetter || $0 == "'") }.suffix(3)
    guard let last = words.last else { return false }
    if beforeNow.contains(String(last)), !words.dropLast().contains(where: { $0 == "regular" }) {
      return words.dropLast().contains {
        ["was", "regular", "list", "original", "old", "used", "refurbished", "gebraucht"].contains(
          $0)
      }
    }
    return words.contains { before.contains(String($0)) }
  }

  /// Whether the words after an amount say that it is paid again and again, or by another unit.
  static func isOther(after text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x2F || ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }) else {
      return false
    }
    let lower = text.lowercased().trimmed
    if lower.hasPrefix("/") {
      let unit = lower.dropFirst().drop { $0 == " " }.prefix { $0.isLetter }
      return !["each", "ea", "piece", "stück", "st", "pc", "unit", "pair", "set", "bag", "box"]
        .contains(unit)
    }
    let words = lower.split { !$0.isLetter }.prefix(3).joined(separator: " ")
    return [
      "per month", "a month", "mo", "month", "monthly", "per year", "a year", "off", "per kg",
      "per week", "je", "pro", "au lieu", "par mois", "al mes", "al mese", "im monat", "monatlich",
      "savings", "discount", "shipping", "or more", "and up", "credit", "cash back", "coupon",
      "interest free", "biweekly",
    ].contains { words == $0 || words.hasPrefix($0 + " ") }
  }
}
