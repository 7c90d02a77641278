internal import Glibc

/// The few file operations a run needs, with errors that say where and what to do.
package enum FileSystem {
  /// Whether there is a file or folder that can be reached.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder and those above it, for the owner only.
  package static func makeFolder(_ path: String) throws(TextMillError) {
    if path.isEmpty || path == "/" || exists(path) { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw TextMillError(
        .cannotCreate, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Give an output folder that can be written.")
    }
  }

  /// The bytes of a whole file; throws `.missingInput` when it can't be opened.
  package static func readFile(_ path: String) throws(TextMillError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock(path, of: 1 << 16) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands over a file in blocks of `size` bytes; the last one has fewer, perhaps none.
  ///
  /// Throws `.missingInput` when the file can't be opened, `.inputOutput` when it can't be read.
  package static func forEachBlock(
    _ path: String, of size: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws(TextMillError) -> Void
  ) throws(TextMillError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TextMillError(
        .missingInput, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Check the path and its permissions.")
    }
    defer { close(descriptor) }
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { block.deallocate() }
    var filled = 0
    while true {
      // SAFETY: `filled` is less than `size`.
      let n = read(descriptor, block.baseAddress! + filled, size - filled)
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else {
        throw TextMillError(
          .inputOutput, "\(path): \(String(cString: strerror(errno)))",
          remedy: "Check the disk and run again.")
      }
      filled += n
      if n > 0, filled < size { continue }
      try body(UnsafeBufferPointer(rebasing: block[..<filled]))
      if n == 0 { return }
      filled = 0
    }
  }

  /// The names in a folder in the order of their bytes, without "." and "..".
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      // SAFETY: the system ends the name with a zero inside d_name.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Whether a path is a folder itself, and not a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a file in bytes; nil when it isn't there.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return fstatat(AT_FDCWD, path, &status, 0) == 0 ? Int(status.st_size) : nil
  }

  /// Removes a file, or a folder with everything in it; links are removed, not followed.
  package static func remove(_ path: String) {
    if isFolder(path) {
      for name in names(in: path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Bytes free for this user on the file system of `path`.
  package static func freeSpace(_ path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}
