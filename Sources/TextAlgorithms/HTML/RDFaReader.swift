/// Reads the RDFa of a page (RDFa Core 1.1, section 7.5, with the rules of HTML+RDFa 1.1), lists apart.
///
/// A type or property that is a plain word without a vocabulary in scope is read as schema.org's where a
/// subject is begun by it: shops forget the vocabulary. Linear in the page.
package struct RDFaReader {
  private enum Incomplete {
    case forward(String)
    case reverse(String)
  }

  /// What an element hands on to those inside it.
  private struct Scope {
    var end: Int
    var subject: String
    var object: String
    var vocabulary: String?
    var prefixes: [String: String]
    var incomplete: [Incomplete]
  }

  private let arena: HTMLArena
  private let base: String
  private var graph = RDFaGraph()
  private var stack: [Scope] = []

  /// The page's statements; `base` is the address it was found under.
  package static func graph(_ arena: HTMLArena, base: String?) -> RDFaGraph {
    var reader = RDFaReader(arena, base ?? "")
    reader.read()
    return reader.graph
  }

  /// The page's subjects as trees; none where no element begins one.
  package static func items(_ arena: HTMLArena, base: String?) -> [JSONValue] {
    let isUsed = arena.attributes.contains {
      $0.name == .typeof || $0.name == .vocab
    }
    return isUsed ? graph(arena, base: base).items : []
  }

  private init(_ arena: HTMLArena, _ base: String) {
    self.arena = arena
    self.base = base
    stack = [
      Scope(
        end: arena.nodes.count, subject: base, object: base, vocabulary: nil, prefixes: [:],
        incomplete: [])
    ]
  }

  private mutating func read() {
    for node in arena.nodes.indices where arena.nodes[node].attributeCount > 0 {
      while stack.count > 1, stack[stack.count - 1].end <= node { stack.removeLast() }
      if isRelevant(node) { element(node) }
    }
  }

  private func isRelevant(_ node: Int) -> Bool {
    let start = Int(arena.nodes[node].attributeStart)
    for i in start..<start + Int(arena.nodes[node].attributeCount) {
      switch arena.attributes[i].name {
      case .property, .typeof, .vocab, .about, .resource, .prefix, .rel, .rev: return true
      case .href, .src:
        // Such an address is a subject only where a statement waits for its object.
        if stack.last?.incomplete.isEmpty == false { return true }
      default: break
      }
    }
    return false
  }

  private mutating func element(_ node: Int) {
    let outer = stack[stack.count - 1]
    var scope = outer
    scope.end = Int(arena.nodes[node].end)
    scope.incomplete = []
    readVocabulary(node, into: &scope)
    readPrefixes(node, into: &scope)
    let types = Microdata.words(arena.attributeText(node, .typeof))
    let isTyped = arena.attributeRange(node, .typeof) != nil
    if isTyped, scope.vocabulary == nil, types.contains(where: { !$0.contains(":") }) {
      scope.vocabulary = "http://schema.org/"
    }
    let properties = terms(node, .property, scope)
    let hasProperty = arena.attributeRange(node, .property) != nil
    let forward = relations(node, .rel, scope, besidesProperty: hasProperty)
    let reverse = relations(node, .rev, scope, besidesProperty: hasProperty)
    let about = resource(node, .about, scope)
    let target =
      resource(node, .resource, scope) ?? address(node, .href) ?? address(node, .src)
    let tag = arena.nodes[node].tag
    let isDocument = tag == .html || tag == .head || tag == .body
    let hasRelation = !forward.isEmpty || !reverse.isEmpty

    var subject: String?
    var object: String?
    var typed: String?
    var isSkipped = false
    if hasRelation {
      subject = about ?? outer.object
      object = target ?? (isTyped && about == nil ? graph.blank() : nil)
      if isTyped { typed = about ?? object }
    } else if hasProperty, arena.attributeRange(node, .content) == nil,
      arena.attributeRange(node, .datatype) == nil
    {
      subject = about ?? outer.object
      if isTyped {
        typed = about ?? target ?? (isDocument ? outer.object : graph.blank())
        object = typed
      }
    } else {
      subject = about ?? target
      if subject == nil {
        if isDocument {
          subject = outer.object
        } else if isTyped {
          subject = graph.blank()
        } else {
          subject = outer.object
          isSkipped = !hasProperty
        }
      }
      if isTyped { typed = subject }
    }
    if let typed {
      for type in types {
        if let name = term(type, scope) { graph.addType(name, to: typed) }
      }
    }
    relate(forward, reverse, subject, &object, &scope)
    for property in properties {
      let value = self.value(node, scope, typed: about == nil ? typed : nil, hasRelation)
      if let subject { graph.add(property, value, to: subject) }
    }
    if !isSkipped, let subject { complete(outer, subject) }
    if isSkipped {
      scope.incomplete = outer.incomplete
    } else {
      scope.subject = subject ?? outer.subject
      scope.object = object ?? subject ?? outer.subject
    }
    if scope.end > node + 1 { stack.append(scope) }
  }

  private mutating func relate(
    _ forward: [String], _ reverse: [String], _ subject: String?, _ object: inout String?,
    _ scope: inout Scope
  ) {
    guard !forward.isEmpty || !reverse.isEmpty, let subject else { return }
    if let object {
      for name in forward { graph.add(name, .subject(object), to: subject) }
      for name in reverse { graph.add(name, .subject(subject), to: object) }
    } else {
      scope.incomplete = forward.map { .forward($0) } + reverse.map { .reverse($0) }
      object = graph.blank()
    }
  }

  private mutating func complete(_ outer: Scope, _ subject: String) {
    for statement in outer.incomplete {
      switch statement {
      case .forward(let name): graph.add(name, .subject(subject), to: outer.subject)
      case .reverse(let name): graph.add(name, .subject(outer.subject), to: subject)
      }
    }
  }

  /// The value of a property, by the element's attributes or its text.
  private func value(
    _ node: Int, _ scope: Scope, typed: String?, _ hasRelation: Bool
  ) -> RDFaGraph.Object {
    if let content = arena.attributeText(node, .content) { return .literal(content) }
    let isPlain = arena.attributeRange(node, .datatype) == nil
    if isPlain, !hasRelation {
      if let target = resource(node, .resource, scope) ?? address(node, .href)
        ?? address(node, .src)
      {
        return .subject(target)
      }
      if let typed { return .subject(typed) }
    }
    let tag = arena.nodes[node].tag
    if tag == .time, let time = arena.attributeText(node, .datetime) { return .literal(time) }
    if tag == .data, let value = arena.attributeText(node, .value) { return .literal(value) }
    return .literal(Microdata.content(arena, node))
  }

  // MARK: Names

  private mutating func readVocabulary(_ node: Int, into scope: inout Scope) {
    guard let text = arena.attributeText(node, .vocab) else { return }
    guard let name = Microdata.words(text).first else {
      scope.vocabulary = nil
      return
    }
    graph.add(RDFaPrefixes.usesVocabulary, .subject(name), to: base)
    scope.vocabulary = name.hasSuffix("schema.org") ? name + "/" : name
  }

  /// Reads `prefix` and namespaces of XML; at most 64 of them are in scope.
  private func readPrefixes(_ node: Int, into scope: inout Scope) {
    let start = Int(arena.nodes[node].attributeStart)
    for i in start..<start + Int(arena.nodes[node].attributeCount)
    where arena.attributes[i].name == .prefix {
      let range =
        Int(
          arena.attributes[i].start)..<Int(
          arena.attributes[i].start + arena.attributes[i].count)
      let words = Microdata.words(String(decoding: arena.bytes[range], as: UTF8.self))
      var k = 0
      while k + 1 < words.count, scope.prefixes.count < 64 {
        if words[k].hasSuffix(":") {
          scope.prefixes[words[k].dropLast().lowercased()] = words[k + 1]
          k += 2
        } else {
          k += 1
        }
      }
    }
  }

  private func terms(_ node: Int, _ name: HTMLAttributeName, _ scope: Scope) -> [String] {
    Microdata.words(arena.attributeText(node, name)).prefix(16).compactMap { term($0, scope) }
  }

  /// Relations; beside a property, plain words are those of HTML and mean nothing here.
  private func relations(
    _ node: Int, _ name: HTMLAttributeName, _ scope: Scope, besidesProperty: Bool
  ) -> [String] {
    Microdata.words(arena.attributeText(node, name)).prefix(16).compactMap {
      besidesProperty && !$0.contains(":") ? nil : term($0, scope)
    }
  }

  private func term(_ word: String, _ scope: Scope) -> String? {
    if let colon = word.firstIndex(of: ":") {
      return expanded(word, colon, scope) ?? (WebAddress.hasScheme(word) ? word : nil)
    }
    if let vocabulary = scope.vocabulary { return vocabulary + word }
    return RDFaPrefixes.terms[word.lowercased()]
  }

  private func expanded(_ word: String, _ colon: String.Index, _ scope: Scope) -> String? {
    let prefix = word[..<colon].lowercased()
    let rest = word[word.index(after: colon)...]
    if prefix == "_" { return "_:page-" + rest }
    if rest.hasPrefix("//") { return nil }
    return (scope.prefixes[prefix] ?? RDFaPrefixes.initial[prefix]).map { $0 + rest }
  }

  private func resource(_ node: Int, _ name: HTMLAttributeName, _ scope: Scope) -> String? {
    guard var text = arena.attributeText(node, name) else { return nil }
    text = Microdata.words(text).joined(separator: " ")
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    if let colon = text.firstIndex(of: ":"), let name = expanded(text, colon, scope) {
      return name
    }
    return WebAddress.resolved(text, under: base)
  }

  private func address(_ node: Int, _ name: HTMLAttributeName) -> String? {
    arena.attributeText(node, name).map {
      WebAddress.resolved(Microdata.words($0).joined(separator: " "), under: base)
    }
  }
}
