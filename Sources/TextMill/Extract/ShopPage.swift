internal import TextAlgorithms

/// What a page shows of a product: amounts, labelled values, buttons, ratings, each with its place.
///
/// Places are counted in texts: the third text of the page has the order 2. One pass over the arena; all lists
/// are bounded.
struct ShopPage {
  struct Price {
    var amount: String
    var currency: String?
    var node: Int
    var order: Int
    var words: ShopWords
    var isStruck = false
    /// Savings, instalments and the like, by the words around.
    var isOther = false
    var isHidden = false
    /// The length of the text that says it, in bytes.
    var length: Int
  }

  struct Labelled {
    var kind: ProductLabels.Kind
    var value: String
    var order: Int
    /// Whether a label says so, not only an element's class or name.
    var isSaid: Bool
  }

  struct Rating {
    var value: String
    var order: Int
    /// Whether the scale stands with it.
    var isScaled: Bool
    var isInReviews: Bool
  }

  struct Button {
    var kind: ShopButtons.Kind
    var order: Int
    var isDisabled: Bool
    /// Whether it stands in a bar of navigation or the like.
    var isElsewhere: Bool
  }

  var prices: [Price] = []
  /// Amounts that stand in the texts of prices without being the first there.
  var shown: Set<String> = []
  var labels: [Labelled] = []
  var ratings: [Rating] = []
  var counts: [(value: String, order: Int)] = []
  var buttons: [Button] = []
  var stocks: [(name: String, order: Int, isMarked: Bool)] = []
  var properties: [Product.Property] = []
  /// The node of the heading that names the product, and its order.
  var heading: Int?
  var headingOrder = 0
  /// How many texts the page has.
  var orders = 0

  static let limit = 400
}
