/// Takes the tokens of a page in their order.
protocol HTMLTokenSink {
  /// A tag that begins an element. Its attributes are those of `attributes` from `token.attributes` on, and the sink may
  /// take them away again, or put others there.
  mutating func start(_ token: HTMLTagToken, _ attributes: inout [HTMLArena.Attribute])

  /// All that a `script`, `style` or other raw element holds, right behind its start, and the element's end.
  mutating func raw(_ token: HTMLTagToken, _ text: HTMLTextToken)

  mutating func end(_ token: HTMLTagToken)

  mutating func text(_ text: HTMLTextToken)
}

/// A tag of a page.
struct HTMLTagToken {
  let tag: HTMLTag
  /// The key of its name, which tells unknown tags apart.
  let key: UInt64
  /// The name as the page has it. Valid while the token is handed over.
  let name: UnsafeBufferPointer<UInt8>
  /// Where its attributes begin.
  var attributes = 0
  var isSelfClosing = false
}

/// A text's place in the bytes of the arena to be.
struct HTMLTextToken {
  let start: Int
  let count: Int
  /// White space alone.
  let isBlank: Bool
}

extension [HTMLArena.Attribute] {
  /// Joins an element's `own` attributes with those from `start` on whose names it lacks, at the end of the list.
  mutating func join(_ own: Range<Int>, from start: Int) -> Range<Int> {
    let names = Set(self[own].map(\.name))
    let new = self[start...].filter { !names.contains($0.name) }
    removeSubrange(start...)
    guard !new.isEmpty else { return own }
    self += Array(self[own]) + new
    return start..<count
  }
}
