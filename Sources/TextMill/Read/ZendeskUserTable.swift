internal import TextAlgorithms

/// The users of a source as a file. Of several records of a user the last in the order of the files
/// holds.
final class ZendeskUserTable {
  private let table: LookupFile

  init(_ path: String) throws(TextMillError) { table = try LookupFile(path) }

  /// The user with this id.
  func user(_ id: String) -> ZendeskUser? {
    table[ZendeskUserTable.key(id)].flatMap { ZendeskUser(line: $0) }
  }

  /// The number itself, or a hash of an id that is none.
  static func key(_ id: String) -> UInt64 {
    if let number = UInt64(id), number < 1 << 62 { return number }
    return LookupFile.key(id.utf8) | 1 << 63
  }

  /// Writes a table while users come in.
  struct Builder {
    private var table: LookupFile.Builder

    init(_ path: String) throws(TextMillError) { table = try LookupFile.Builder(path) }

    mutating func add(_ id: String, _ user: ZendeskUser) throws(TextMillError) {
      try table.add(ZendeskUserTable.key(id), user.line)
    }

    consuming func finish() throws(TextMillError) { try table.finish() }
  }
}
