package import TextAlgorithms

/// A product record, merged from what a page or feed says. What isn't said is nil.
package struct Product: Equatable, Sendable {
  /// One name and value of a specification.
  package struct Property: Equatable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var name: String?
  package var brand: String?
  package var sku: String?
  package var mpn: String?
  package var gtin: String?
  /// A decimal with a point: "1299.00".
  package var price: String?
  /// ISO 4217.
  package var currency: String?
  /// A schema.org name: InStock, OutOfStock, PreOrder, …
  package var availability: String?
  package var condition: String?
  package var description: String?
  package var rating: String?
  package var reviewCount: String?
  package var images: [String]
  package var category: String?
  package var properties: [Property]
  package var variants: [Product]

  package init() {
    images = []
    properties = []
    variants = []
  }
}
