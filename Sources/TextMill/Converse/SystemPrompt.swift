package import TextAlgorithms

/// A system message with places for values, `{{name}}`.
package struct SystemPrompt: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    case name(String)
  }

  private var pieces: [Piece] = []

  /// Parses a template; a `{{` without a `}}` behind it is text. Linear.
  package init(_ template: String) {
    var text: [UInt8] = []
    let bytes = Array(template.utf8)
    var lastClose = bytes.count - 2
    while lastClose >= 0, bytes[lastClose] != 0x7D || bytes[lastClose + 1] != 0x7D {
      lastClose -= 1
    }
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x7B, i + 1 < bytes.count, bytes[i + 1] == 0x7B, i + 2 <= lastClose else {
        text.append(bytes[i])
        i += 1
        continue
      }
      var end = i + 2
      while bytes[end] != 0x7D || bytes[end + 1] != 0x7D { end += 1 }
      if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
      let name = bytes[(i + 2)..<end].filter { $0 > 0x20 }
      pieces.append(.name(String(decoding: name, as: UTF8.self)))
      i = end + 2
    }
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
  }

  /// The names without a value, in their order.
  package var names: [String] {
    pieces.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// Gives names their values.
  package mutating func fill(_ values: [String: String]) {
    pieces = pieces.map { piece in
      if case .name(let name) = piece, let value = values[name] { .text(value) } else { piece }
    }
  }

  /// The message with what is left to fill as `{{name}}`.
  package var template: String {
    pieces.map {
      switch $0 {
      case .text(let text): text
      case .name(let name): "{{\(name)}}"
      }
    }.joined()
  }

  /// The name of a field that the document doesn't have.
  struct Missing: Error { var name: String }

  /// The message of a document with these metadata; a list's values are parted by commas.
  func text(_ metadata: [JSONValue.Member]) throws(Missing) -> [UInt8] {
    var out: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): out += text.utf8
      case .name(let name):
        let value = metadata.last { $0.key == name }?.value
        let texts = value?.array?.compactMap(\.scalarText) ?? value?.scalarText.map { [$0] } ?? []
        let joined = texts.joined(separator: ", ")
        if joined.isEmpty { throw Missing(name: name) }
        out += joined.utf8
      }
    }
    return out
  }
}
