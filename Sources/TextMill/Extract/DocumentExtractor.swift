internal import TextAlgorithms

/// Makes text of what a reader hands over: pages become their main content, HTML messages Markdown.
///
/// One belongs to one worker and keeps its buffers from document to document.
package struct DocumentExtractor {
  /// Why a document has nothing to go on with.
  package enum Refusal: String, Sendable {
    /// A page without main content.
    case noContent = "no_content"
    /// A text or conversation of nothing but white space.
    case empty
  }

  /// What was done to the documents so far, beside extracting them.
  package struct Counts: Equatable, Sendable {
    /// Blocks of linked data that had to be repaired before they could be read.
    package var repairedBlocks = 0
    /// Pages that were in another encoding than they are said to be.
    package var overruledEncodings = 0
    /// Messages left out because the customer couldn't see them.
    package var internalNotes = 0
  }

  package private(set) var counts = Counts()
  private let keepsInternalNotes: Bool
  private var pages: PageExtractor
  private var fragments = HTMLFragment()

  package init(keepsInternalNotes: Bool, pages: PageExtractor.Options = .init()) {
    self.keepsInternalNotes = keepsInternalNotes
    self.pages = PageExtractor(pages)
  }

  /// Extracts in place; what the document says about itself goes before what its page says.
  ///
  /// The refusal, or nil when there is text. Linear in the document.
  package mutating func extract(_ document: inout Document) -> Refusal? {
    switch document.body {
    case .text(let text): return DocumentExtractor.isBlank(text) ? .empty : nil
    case .page(let page): return extract(page, of: &document)
    case .conversation(let messages): return extract(messages, of: &document)
    }
  }

  /// The counts since the last call, which start again at 0.
  package mutating func takeCounts() -> Counts {
    defer { counts = Counts() }
    return counts
  }

  private mutating func extract(_ page: RawPage, of document: inout Document) -> Refusal? {
    let extracted = pages.extract(page, url: document.url)
    document.body = .text(extracted.text)
    document.title = document.title ?? extracted.title ?? page.title
    document.url = document.url ?? extracted.url
    document.language = document.language ?? extracted.language
    document.createdAt = document.createdAt ?? extracted.createdAt
    document.updatedAt = document.updatedAt ?? extracted.updatedAt ?? page.modifiedAt
    if document.product == nil, let product = extracted.product {
      document.product = product
      document.kind = .product
    }
    for member in extracted.metadata
    where !document.metadata.contains(where: { $0.key == member.key }) {
      document.metadata.append(member)
    }
    counts.repairedBlocks += extracted.repairedBlocks
    if extracted.encodingWasOverruled { counts.overruledEncodings += 1 }
    return DocumentExtractor.isBlank(extracted.text) ? .noContent : nil
  }

  private mutating func extract(
    _ messages: [Message], of document: inout Document
  ) -> Refusal? {
    var messages = messages
    if !keepsInternalNotes {
      let before = messages.count
      messages.removeAll { $0.visibility == .internal }
      counts.internalNotes += before - messages.count
    }
    for i in messages.indices where messages[i].isHTML {
      messages[i].text = fragments.markdown(messages[i].text)
      messages[i].isHTML = false
    }
    document.body = .conversation(messages)
    return messages.allSatisfy { DocumentExtractor.isBlank($0.text) } ? .empty : nil
  }

  private static func isBlank(_ text: [UInt8]) -> Bool {
    !text.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }
}
