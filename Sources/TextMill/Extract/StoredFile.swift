internal import CArchive
internal import Glibc

/// Reads whole files below a folder, decompressing what is compressed.
package struct StoredFile: Sendable {
  /// The most bytes of a file after decompression.
  package static let sizeLimit = 256 << 20

  private let root: String

  /// `root` must exist; links in it are resolved once.
  package init(root: String) throws(TextMillError) {
    guard let resolved = realpath(root, nil) else {
      throw TextMillError(
        .missingInput, "\(root): no such folder", remedy: "Give --root a folder that exists.")
    }
    defer { free(resolved) }
    self.root = String(cString: resolved)
  }

  /// The content of the file at `path` below the root.
  ///
  /// Fails with reason `path_escapes_root` for a path that leads out, `file_unreadable` for one that can't
  /// be read or decompressed, `file_too_big` past `sizeLimit`.
  package func read(_ path: String) throws(RecordError) -> [UInt8] {
    let isPlain =
      !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && !path.split(separator: "/").contains("..")
    let escape = RecordError(
      reason: "path_escapes_root", message: "the record's path leads out of the root folder")
    guard isPlain else { throw escape }
    guard let resolved = realpath(root + "/" + path, nil) else {
      throw RecordError(reason: "file_unreadable", message: "the record's file doesn't exist")
    }
    defer { free(resolved) }
    let full = String(cString: resolved)
    guard full.hasPrefix(root == "/" ? root : root + "/") else { throw escape }
    return try StoredFile.content(of: full)
  }

  private static func content(of path: String) throws(RecordError) -> [UInt8] {
    let unreadable = RecordError(
      reason: "file_unreadable", message: "the record's file can't be read or decompressed")
    // SAFETY: the handle is freed on every way out; reads go into a buffer of the length that is told.
    guard let archive = archive_read_new() else { throw unreadable }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else { throw unreadable }
    var entry: OpaquePointer?
    let header = archive_read_next_header(archive, &entry)
    if header == ARCHIVE_EOF { return [] }
    guard header == ARCHIVE_OK else { throw unreadable }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = archive_read_data(archive, &buffer, buffer.count)
      if n == 0 { return out }
      guard n > 0 else { throw unreadable }
      out.append(contentsOf: buffer[..<n])
      if out.count > sizeLimit {
        throw RecordError(reason: "file_too_big", message: "the record's file is over 256 MiB")
      }
    }
  }
}
