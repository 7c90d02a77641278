/// Where a record stands in the input, without any path of the machine.
package struct SourceLocation: Equatable, Sendable {
  /// The source's name in the configuration.
  package var source: String
  /// The file, relative to the folder of the source's pattern; `archive.zip!/member` inside an archive.
  package var path: String
  /// 1-based number of the record in the file; a line of JSON Lines, a row of CSV, a ticket of an export.
  package var record: Int
  /// Where the record begins: bytes into the file, after decompression.
  package var offset: Int

  package init(source: String, path: String, record: Int, offset: Int) {
    self.source = source
    self.path = path
    self.record = record
    self.offset = offset
  }
}
