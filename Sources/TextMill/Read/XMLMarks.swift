/// Notes where the items of an XML text begin while its bytes pass by, for the places of rejections.
///
/// Bounded memory: the first bytes of each item that the parser hasn't come to yet.
final class XMLMarks {
  struct Mark {
    var offset: Int
    /// The first bytes from there on, at most `Rejection.rawLimit`.
    var raw: [UInt8]
  }

  private var marks: [Mark] = []
  /// The end of what passed, in which a tag may be cut.
  private var tail: [UInt8] = []
  private var passed = 0
  private let tags: [[UInt8]]
  private let tagLength: Int

  /// `names` are those of the elements that are items.
  init(_ names: [String]) {
    tags = names.map { Array("<\($0)".utf8) }
    tagLength = tags.map(\.count).max() ?? 0
  }

  /// Takes note of the next bytes.
  func pass(_ bytes: UnsafeRawBufferPointer) {
    if !marks.isEmpty { extend(bytes) }
    let window = tail + bytes
    let start = passed - tail.count
    var i = 0
    while i + tagLength < window.count {
      if window[i] == 0x3C, isTag(window, at: i) {
        marks.append(Mark(offset: start + i, raw: Array(window[i...].prefix(Rejection.rawLimit))))
      }
      i += 1
    }
    tail = Array(window[i...])
    passed += bytes.count
  }

  private func extend(_ bytes: UnsafeRawBufferPointer) {
    for i in marks.indices where marks[i].raw.count < Rejection.rawLimit {
      marks[i].raw += bytes.prefix(Rejection.rawLimit - marks[i].raw.count)
    }
  }

  private func isTag(_ window: [UInt8], at i: Int) -> Bool {
    tags.contains { tag in
      guard window[i...].starts(with: tag) else { return false }
      let next = window[i + tag.count]
      return next <= 0x20 || next == 0x3E || next == 0x2F
    }
  }

  /// The next item's place; nil when none was seen.
  func next() -> Mark? { marks.isEmpty ? nil : marks.removeFirst() }
}
