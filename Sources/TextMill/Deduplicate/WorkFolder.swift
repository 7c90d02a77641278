internal import Glibc

/// A folder for temporary files, for the owner only; `remove()` takes it away with what it holds.
struct WorkFolder: Sendable {
  let path: String

  /// Makes a new folder below `TMPDIR`, or below `/tmp` when that isn't set.
  init() throws(TextMillError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/textmill-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw TextMillError(
        .cannotCreate,
        "no folder could be made below \(parent.isEmpty ? "/tmp" : parent): "
          + String(cString: strerror(errno)),
        remedy: "Set TMPDIR to a folder that can be written and has room.")
    }
    path = String(cString: made)
  }

  /// Removes the folder and the files in it.
  func remove() {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
