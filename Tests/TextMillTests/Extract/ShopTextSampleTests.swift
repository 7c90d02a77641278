import Testing
import TextAlgorithms

@testable import TextMill

/// Compares the readers of numbers, prices, ratings and brands with other readers' public cases.
@Suite struct ShopTextSampleTests {
  static let folder = "products/zyte-parsers/"

  static func share(_ name: String, _ right: Int, _ all: Int, atLeast floor: Double) {
    let share = Double(right) / Double(max(1, all))
    print("\(name): \(right) of \(all)")
    #expect(share >= floor, "\(name): \(right) of \(all)")
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `numbers of goods are told by their check digits`() throws {
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for row in try SharedData.lines(Self.folder + "gtin_cases.jsonl") {
      guard let value = row["value"]?.string, row["test"]?.string != "test_extract_gtin",
        let expected = row["expected"], expected.string != "issn"
      else { continue }
      all += 1
      let ours = ProductCode.valid(value)
      let isRight =
        row["test"]?.string == "test_extract_gtin_id"
        ? ours == expected.string : (ours == nil) == expected.isNull
      if isRight { right += 1 } else { wrong.append("\(value) \(ours ?? "nil")") }
    }
    print(wrong)
    Self.share("gtin", right, all, atLeast: 1)
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `counts of reviews are read`() throws {
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for row in try SharedData.lines(Self.folder + "review_cases.jsonl") {
      guard let value = row["value"]?.string else { continue }
      all += 1
      let ours = RatingText.count(value)
      if ours == row["expected"]?.scalarText {
        right += 1
      } else {
        wrong.append("\(value): \(ours ?? "nil")")
      }
    }
    print(wrong)
    Self.share("review count", right, all, atLeast: 0.9)
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `numbers of ratings are read`() throws {
    var (right, all) = (0, 0)
    for row in try SharedData.lines(Self.folder + "aggregate_rating_cases.jsonl") {
      guard let value = row["value"]?.string, let expected = row["expected"]?.array else {
        continue
      }
      all += 1
      let ours = RatingText.numbers(value).map(Double.init)
      if ours == expected.map({ $0.scalarText.flatMap(Double.init) }) { right += 1 }
    }
    Self.share("rating numbers", right, all, atLeast: 0.95)
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `a brand is read out of the element that shows it`() throws {
    let cases = try JSONValue(parsing: SharedData.bytes(Self.folder + "brand_values.json"))
    var (right, all) = (0, 0)
    for row in try #require(cases.array) {
      guard let html = row["html"]?.string else { continue }
      var arena = HTMLArena()
      var parser = PageParser()
      parser.parse(Array("<body><div>\(html)</div></body>".utf8), into: &arena)
      let div = try #require(arena.nodes.firstIndex { $0.tag == .div })
      all += 1
      if BrandText.read(arena, div) == row["value"]?.string { right += 1 }
    }
    Self.share("brand", right, all, atLeast: 0.8)
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `price strings are read`() throws {
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for row in try SharedData.lines("products/price-strings/cases.jsonl") {
      guard let text = row["text"]?.string, !text.isEmpty,
        let list = row["list"]?.string, !list.contains("XFAIL"), !list.contains("SEPARATOR"),
        row["currency_hint"]?.string == nil
      else { continue }
      all += 1
      let ours = PriceText.parse(text)?.amount
      if ours.flatMap(Double.init) == row["amount"]?.string.flatMap(Double.init) {
        right += 1
      } else {
        wrong.append("\(text): \(ours ?? "nil")")
      }
    }
    print(wrong)
    Self.share("price strings", right, all, atLeast: 0.99)
  }
}
