/// A piece of the input that can be read alone: a byte range of a file, a whole file, or a batch of
/// small files.
package struct InputPart: Equatable, Sendable {
  /// Index of the source in the configuration.
  package var source: Int
  /// The file as it can be opened here.
  package var file: String
  /// The file as `SourceLocation.path` names it.
  package var path: String
  /// The bytes whose records belong to this part: a record belongs to the part that holds its first
  /// byte. nil for formats that aren't cut (compressed, archives, HTML).
  package var range: Range<Int>?
  /// How many bytes the part stands for, for progress.
  package var weight: Int
  /// The files of a batch, in order; empty for a part of one file.
  package var batch: [InputFile]
  /// Where the range begins after decompression, and how many records stand before it; for ranges of
  /// compressed files and formats that count their records.
  package var contentStart = 0
  package var recordStart = 0
  /// A file of the work folder that the plan wrote and the part's reader looks things up in.
  package var support: String?
  /// The table of titles of the pages of archives, by address.
  package var titles: String?
  /// The table of the addresses of the source's sitemaps.
  package var sitemap: String?

  package init(
    source: Int, file: String, path: String, range: Range<Int>?, weight: Int,
    batch: [InputFile] = [], support: String? = nil
  ) {
    self.source = source
    self.file = file
    self.path = path
    self.range = range
    self.weight = weight
    self.batch = batch
    self.support = support
  }
}
