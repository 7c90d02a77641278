/// What RDFa says: subjects in the order of their first mention, with their types and properties.
package struct RDFaGraph {
  /// The object of a statement.
  package enum Object: Hashable, Sendable {
    case subject(String)
    case literal(String)
  }

  /// A subject and all that is said of it.
  package struct Subject {
    /// An address, or `_:` and a number for one without.
    package var name: String
    package var types: [String] = []
    package var properties: [(name: String, value: Object)] = []
  }

  package private(set) var subjects: [Subject] = []
  private var places: [String: Int] = [:]
  private var blanks = 0

  mutating func blank() -> String {
    blanks += 1
    return "_:rdfa\(blanks)"
  }

  private mutating func place(_ name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = subjects.count
    subjects.append(.init(name: name))
    return subjects.count - 1
  }

  mutating func addType(_ type: String, to subject: String) {
    let place = place(subject)
    if subjects[place].types.count < 32, !subjects[place].types.contains(type) {
      subjects[place].types.append(type)
    }
  }

  mutating func add(_ name: String, _ value: Object, to subject: String) {
    subjects[place(subject)].properties.append((name, value))
  }

  /// The subjects that are the value of no other as trees of the shape of linked data. One that is named
  /// before the subject that holds it, or twice, stands as a reference by `@id`.
  package var items: [JSONValue] {
    var values = [JSONValue?](repeating: nil, count: subjects.count)
    var isHeld = [Bool](repeating: false, count: subjects.count)
    for index in subjects.indices.reversed() {
      let subject = subjects[index]
      var members = [JSONValue.Member(key: "@id", value: .string(subject.name))]
      if !subject.types.isEmpty {
        members.append(.init(key: "@type", value: .array(subject.types.map { .string($0) })))
      }
      for property in subject.properties {
        members.append(.init(key: property.name, value: value(property.value, index)))
      }
      values[index] = .object(Microdata.grouped(members))
    }
    func value(_ object: Object, _ holder: Int) -> JSONValue {
      switch object {
      case .literal(let text): return .string(text)
      case .subject(let name):
        if let place = places[name], place > holder, !isHeld[place], let value = values[place] {
          isHeld[place] = true
          return value
        }
        let isKnown = name.hasPrefix("_:") || places[name] != nil
        return isKnown ? .object([.init(key: "@id", value: .string(name))]) : .string(name)
      }
    }
    return values.indices.compactMap { isHeld[$0] ? nil : values[$0] }
  }
}
