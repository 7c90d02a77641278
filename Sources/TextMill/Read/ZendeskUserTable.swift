internal import Glibc
internal import TextAlgorithms

/// The users of a source as a file: mapped into memory and searched by halves, so that its size doesn't
/// count as ours. Of several records of a user the last in the order of the files holds.
///
/// Layout: the users' lines, then (key, offset, length) of each, sorted by key, then the counts.
final class ZendeskUserTable {
  private let base: UnsafeRawPointer
  private let size: Int
  private let count: Int
  private let indexStart: Int

  init(_ path: String) throws(TextMillError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_size >= 16,
      let map = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      map != MAP_FAILED
    else {
      throw TextMillError(
        .inputOutput, "the work file of users can't be read",
        remedy: "Remove the work folder and run again.")
    }
    base = UnsafeRawPointer(map)
    size = status.st_size
    indexStart = Int(base.loadUnaligned(fromByteOffset: size - 16, as: UInt64.self))
    count = Int(base.loadUnaligned(fromByteOffset: size - 8, as: UInt64.self))
    precondition(indexStart + count * 24 + 16 == size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), size) }

  /// The user with this id.
  func user(_ id: String) -> ZendeskUser? {
    let key = ZendeskUserTable.key(id)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if word(middle, 0) < key { low = middle + 1 } else { high = middle }
    }
    guard low < count, word(low, 0) == key else { return nil }
    // SAFETY: offsets and lengths were written by the builder of the same file.
    let line = UnsafeRawBufferPointer(
      start: base + Int(word(low, 1)), count: Int(word(low, 2)))
    return ZendeskUser(line: line.bindMemory(to: UInt8.self))
  }

  private func word(_ row: Int, _ column: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: indexStart + row * 24 + column * 8, as: UInt64.self)
  }

  /// The number itself, or a hash (FNV-1a) of an id that is none.
  static func key(_ id: String) -> UInt64 {
    if let number = UInt64(id), number < 1 << 62 { return number }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash | 1 << 63
  }

  /// Writes a table while users come in; 24 bytes a user stay in memory until the end.
  struct Builder {
    private let file: WorkFile
    private var index: [(key: UInt64, offset: Int, length: Int)] = []
    private var offset = 0

    init(_ path: String) throws(TextMillError) { file = try WorkFile(creating: path) }

    var isEmpty: Bool { index.isEmpty }

    mutating func add(_ id: String, _ user: ZendeskUser) throws(TextMillError) {
      let line = user.line
      index.append((ZendeskUserTable.key(id), offset, line.count))
      offset += line.count
      try file.write(line)
    }

    consuming func finish() throws(TextMillError) {
      index.sort { $0.key != $1.key ? $0.key < $1.key : $0.offset < $1.offset }
      var kept: [UInt64] = []
      var count = 0
      for (i, row) in index.enumerated() where i + 1 == index.count || index[i + 1].key != row.key {
        kept += [row.key, UInt64(row.offset), UInt64(row.length)]
        count += 1
      }
      kept += [UInt64(offset), UInt64(count)]
      try file.write(kept.withUnsafeBytes { Array($0) })
      try file.close()
    }
  }
}
