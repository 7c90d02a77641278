internal import Glibc

/// Values by key in a file of the work folder: mapped into memory and searched by halves, so that its
/// size doesn't count as ours. Of several values of a key the last that was added holds.
///
/// Layout: the values, then (key, offset, length) of each, sorted by key, then where these begin and how
/// many there are.
final class LookupFile {
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
        .inputOutput, "a table of the work folder can't be read",
        remedy: "Remove the work folder and run again.")
    }
    base = UnsafeRawPointer(map)
    size = status.st_size
    indexStart = Int(base.loadUnaligned(fromByteOffset: size - 16, as: UInt64.self))
    count = Int(base.loadUnaligned(fromByteOffset: size - 8, as: UInt64.self))
    precondition(indexStart + count * 24 + 16 == size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), size) }

  /// The value of a key; valid while the table lives.
  subscript(key: UInt64) -> UnsafeBufferPointer<UInt8>? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if word(middle, 0) < key { low = middle + 1 } else { high = middle }
    }
    guard low < count, word(low, 0) == key else { return nil }
    // SAFETY: offsets and lengths were written by the builder of the same file.
    let value = UnsafeRawBufferPointer(start: base + Int(word(low, 1)), count: Int(word(low, 2)))
    return value.bindMemory(to: UInt8.self)
  }

  private func word(_ row: Int, _ column: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: indexStart + row * 24 + column * 8, as: UInt64.self)
  }

  /// A hash of a text key (FNV-1a).
  static func key(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Writes a table while values come in; 24 bytes a value stay in memory until the end.
  struct Builder {
    private let file: WorkFile
    private var index: [(key: UInt64, offset: Int, length: Int)] = []
    private var offset = 0

    init(_ path: String) throws(TextMillError) { file = try WorkFile(creating: path) }

    mutating func add(_ key: UInt64, _ value: some Collection<UInt8>) throws(TextMillError) {
      index.append((key, offset, value.count))
      offset += value.count
      try file.write(value)
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
