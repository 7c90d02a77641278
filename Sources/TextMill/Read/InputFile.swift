/// One file of a source.
package struct InputFile: Equatable, Sendable {
  /// The file as it can be opened here.
  package var file: String
  /// The file as `SourceLocation.path` names it: no path of the machine.
  package var path: String
  /// Bytes, as stored.
  package var size: Int

  package init(file: String, path: String, size: Int) {
    self.file = file
    self.path = path
    self.size = size
  }
}
