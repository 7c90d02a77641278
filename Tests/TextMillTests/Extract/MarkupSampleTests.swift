import Testing
import TextAlgorithms

@testable import TextMill

/// Compares the readers of JSON-LD, microdata and RDFa with samples and what another reader found in them.
@Suite struct MarkupSampleTests {
  /// Samples whose expectation holds what is no property's value here: markup as a literal of XML, and the
  /// inputs of an action.
  static let exceptions: Set<String> = ["Portfolio_Niels_Lubberman", "SearchAction.001.json"]

  static func arena(_ path: String) throws -> HTMLArena {
    var arena = HTMLArena()
    let page = EncodingDetector.decode(RawPage(bytes: try SharedData.bytes(path)))
    var parser = PageParser()
    parser.parse(page.text, into: &arena)
    return arena
  }

  @Test(.enabled(if: SharedData.isThere, SharedData.absence))
  func `samples of markup are read as expected`() throws {
    var judged = 0
    var wrong: [String] = []
    for html in try SharedData.files(under: "products/extruct", ending: ".html") {
      let stem = String(html.dropLast(5))
      let arena = try Self.arena(html)
      for ending in [".json", ".jsonld", ".expanded.json"] {
        guard let bytes = try? SharedData.bytes(stem + ending),
          let expected = try? JSONValue(parsing: bytes)
        else { continue }
        for (syntax, value) in Self.parts(expected, ending)
        where !stem.contains("opengraph") && !stem.contains("microformat") {
          judged += 1
          if let fault = Self.fault(arena, syntax, value, base: Self.base(stem)) {
            wrong.append("\(stem)\(ending) \(syntax): \(fault.prefix(600))")
          }
        }
      }
    }
    let surprising = wrong.filter { line in !Self.exceptions.contains { line.contains($0) } }
    #expect(surprising.isEmpty, "\(surprising.joined(separator: "\n"))")
    #expect(judged > 40)
  }

  /// The parts of an expectation by syntax: a whole report, or a list of one syntax's things.
  static func parts(_ expected: JSONValue, _ ending: String) -> [(String, JSONValue)] {
    if ending == ".jsonld" { return [("json-ld", expected)] }
    if ending == ".expanded.json" { return [("rdfa", expected)] }
    if expected.members != nil {
      return ["json-ld", "microdata", "rdfa"].compactMap { key in
        expected[key].map { (key, $0) }
      }
    }
    guard let first = expected.array?.first else { return [] }
    if first["properties"] != nil { return [("microdata", expected)] }
    if first["@id"] != nil { return [("rdfa", expected)] }
    return []
  }

  /// The address that the expectation was made under.
  static func base(_ stem: String) -> String {
    let known = [
      "elysianfields": "http://www.songkick.com/artists/236156-elysian-fields",
      "tovestyrke":
        "https://www.songkick.com/concerts/30166884-tove-styrke-at-hoxton-square-bar-and-kitchen",
      "Portfolio": "http://nielslubberman.nl/drupal/",
    ]
    return known.first { stem.contains($0.key) }?.value ?? "http://www.example.com/index.html"
  }

  static func fault(
    _ arena: HTMLArena, _ syntax: String, _ expected: JSONValue, base: String
  ) -> String? {
    switch syntax {
    case "json-ld":
      let ours = LinkedData(arena).blocks.flatMap { $0.array ?? [$0] }.filter { $0.members != nil }
      let outer = expected["items"] ?? expected
      let want = (outer.array ?? [outer]).flatMap { $0.array ?? [$0] }
        .filter { $0.members != nil }
      return compare(ours.map(canonical), want.map(canonical))
    case "microdata":
      return compare(Microdata(arena).items.map { item($0) }, (expected.array ?? []).map(wanted))
    default:
      let graph = RDFaReader.graph(arena, base: base)
      return compare(statements(graph), (expected.array ?? []).flatMap(statements))
    }
  }

  static func compare(_ ours: [String], _ want: [String]) -> String? {
    let (ours, want) = (ours.sorted(), want.sorted())
    if ours == want { return nil }
    let lacking = want.filter { !ours.contains($0) }
    let surplus = ours.filter { !want.contains($0) }
    if lacking.isEmpty, surplus.isEmpty { return nil }
    return
      "lacking \(lacking.joined(separator: " ;; ").prefix(280)) surplus \(surplus.joined(separator: " ;; ").prefix(280))"
  }

  // MARK: Canonical texts

  static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// An address without the base that the expectation put before it.
  static func address(_ text: String) -> String {
    for base in ["http://www.example.com/microdata/", "http://blog.example.com/progress-report"]
    where text.hasPrefix(base) {
      return String(text.dropFirst(base.count))
    }
    return text
  }

  static func canonical(_ value: JSONValue) -> String {
    switch value {
    case .object(let members):
      let parts = members.map { "\($0.key):\(canonical($0.value))" }.sorted()
      return "{" + parts.joined(separator: ",") + "}"
    case .array(let values): return "[" + values.map(canonical).joined(separator: ",") + "]"
    case .string(let text): return words(text)
    case .number(let text): return Double(text).map { "\($0)" } ?? text
    default: return value.scalarText ?? "null"
    }
  }

  static func item(_ value: JSONValue) -> String {
    guard let members = value.members else { return address(words(value.string ?? "")) }
    let types = (value["@type"].map { $0.array ?? [$0] } ?? []).compactMap(\.string).sorted()
    let parts = members.filter { !$0.key.hasPrefix("@") }.map { member in
      member.key + "="
        + (member.value.array ?? [member.value]).map(item).sorted().joined(separator: "|")
    }
    return "(" + types.joined(separator: " ") + " " + parts.sorted().joined(separator: ";") + ")"
  }

  static func wanted(_ value: JSONValue) -> String {
    guard value.members != nil else { return address(words(value.string ?? "")) }
    let types = (value["type"].map { $0.array ?? [$0] } ?? []).compactMap(\.string).sorted()
    let parts = (value["properties"]?.members ?? []).map { member in
      member.key + "="
        + (member.value.array ?? [member.value]).map(wanted).sorted().joined(separator: "|")
    }
    return "(" + types.joined(separator: " ") + " " + parts.sorted().joined(separator: ";") + ")"
  }

  static func blank(_ name: String) -> String { name.hasPrefix("_:") ? "_:" : name }

  static func statements(_ graph: RDFaGraph) -> [String] {
    graph.subjects.flatMap { subject in
      subject.types.map { "\(blank(subject.name)) a \($0)" }
        + subject.properties.map { property in
          switch property.value {
          case .subject(let name): "\(blank(subject.name)) \(property.name) <\(blank(name))>"
          case .literal(let text): "\(blank(subject.name)) \(property.name) \(words(text))"
          }
        }
    }
  }

  static func statements(_ node: JSONValue) -> [String] {
    let subject = blank(node["@id"]?.string ?? "")
    return (node.members ?? []).filter { $0.key != "@id" }.flatMap { member in
      (member.value.array ?? [member.value]).map { value in
        if member.key == "@type" { return "\(subject) a \(value.string ?? "")" }
        if let name = value["@id"]?.string { return "\(subject) \(member.key) <\(blank(name))>" }
        return "\(subject) \(member.key) \(words(value["@value"]?.scalarText ?? ""))"
      }
    }
  }
}
