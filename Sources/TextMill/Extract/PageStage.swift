internal import TextAlgorithms

/// The `extract --as page` filter: a record that names or holds a page becomes a document.
package struct PageStage: RecordStage, ~Copyable {
  private var extractor: PageExtractor
  private let files: StoredFile

  package init(_ options: PageExtractor.Options = .init(), files: StoredFile) {
    extractor = PageExtractor(options)
    self.files = files
  }
}
