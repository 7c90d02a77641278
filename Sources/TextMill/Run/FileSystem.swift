internal import Glibc

/// The few file operations a run needs, with errors that say where and what to do.
package enum FileSystem {
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

  package static func readFile(_ path: String) throws(TextMillError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TextMillError(
        .missingInput, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Check the path and its permissions.")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if n == 0 { return bytes }
      if n > 0 {
        bytes.append(contentsOf: block[..<n])
      } else if errno != EINTR {
        throw TextMillError(
          .inputOutput, "\(path): \(String(cString: strerror(errno)))",
          remedy: "Check the disk and run again.")
      }
    }
  }

  /// The names in a folder in the order of their bytes, without "." and "..".
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(
            UnsafeBufferPointer(
              start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

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
