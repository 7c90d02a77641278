internal import CArchive
internal import Glibc

/// The content of a compressed file, or of an archive's members one after the other, by libarchive.
final class ArchiveStream: ByteStream {
  /// What is free of the expansion ratio, so that small files of repetition pass.
  static let freeBytes = 16 << 20

  private let handle: OpaquePointer
  private let descriptor: Int32
  private let file: InputFile
  private let allowance: Int
  private var produced = 0
  private var memberOffset = 0

  init(_ file: InputFile, budget: SourceOptions.ExpansionBudget) throws {
    self.file = file
    let (product, overflow) = max(1, file.size).multipliedReportingOverflow(by: budget.ratio)
    allowance = min(
      budget.bytes, max(ArchiveStream.freeBytes, overflow ? Int.max : product))
    descriptor = try FileStream.open(file)
    handle = archive_read_new()
    archive_read_support_filter_gzip(handle)
    archive_read_support_filter_zstd(handle)
    archive_read_support_filter_bzip2(handle)
    archive_read_support_filter_xz(handle)
    archive_read_support_format_zip(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_7zip(handle)
    archive_read_support_format_empty(handle)
    archive_read_support_format_raw(handle)
    // The object owns both from here on, also when this throws.
    if archive_read_open_fd(handle, descriptor, 1 << 16) != ARCHIVE_OK { throw defect() }
  }

  deinit {
    archive_read_free(handle)
    close(descriptor)
  }

  /// Moves to the next file inside; its path as `SourceLocation` names it, nil after the last.
  func nextMember() throws -> String? {
    memberOffset = 0
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(handle, &entry)
      if status == ARCHIVE_EOF { return nil }
      if status < ARCHIVE_WARN { throw defect() }
      if archive_format(handle) == ARCHIVE_FORMAT_RAW { return file.path }
      guard archive_entry_filetype(entry) == 0o100000 else { continue }
      if archive_entry_is_encrypted(entry) != 0 {
        throw ArchiveDefect(
          reason: "encrypted_archive", evidence: "a member is encrypted", offset: 0)
      }
      let name = memberName(entry)
      if ArchiveStream.isClutter(name) { continue }
      return "\(file.path)!/\(name)"
    }
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let got = archive_read_data(handle, room.baseAddress, room.count)
      if got >= 0 {
        produced += got
        memberOffset += got
        if produced > allowance {
          throw ArchiveDefect(
            reason: "expansion_limit", evidence: "more than \(allowance) bytes out of \(file.size)",
            offset: memberOffset)
        }
        return got
      }
      if got == Int(ARCHIVE_RETRY) || got == Int(ARCHIVE_WARN) { continue }
      throw defect()
    }
  }

  private func memberName(_ entry: OpaquePointer?) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    if let name = archive_entry_pathname(entry) { return String(cString: name) }
    return "member"
  }

  /// Folders of forks and hidden files that packers add.
  private static func isClutter(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." || $0 == "__MACOSX" }
  }

  private func defect() -> ArchiveDefect {
    let message = archive_error_string(handle).map { String(cString: $0) } ?? "unreadable"
    let lower = message.lowercased()
    let isTruncated = ["truncated", "premature", "unexpected end"].contains { lower.contains($0) }
    return ArchiveDefect(
      reason: isTruncated ? "truncated_archive" : "corrupt_archive", evidence: message,
      offset: memberOffset)
  }
}
