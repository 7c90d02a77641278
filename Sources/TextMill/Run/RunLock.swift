internal import Glibc

/// Makes sure that a run's folder is one that may be written, by this process alone.
struct RunLock {
  private let descriptor: Int32

  /// Makes the folder, discards an earlier run where `fresh`, and takes the lock.
  init(_ run: RunDirectory, fresh: Bool) throws(TextMillError) {
    let names = FileSystem.names(in: run.path)
    let isRun = names.contains("manifest.json") || names.contains(".work")
    if !names.isEmpty, !isRun {
      throw TextMillError(
        .cannotCreate, "\(run.path): the folder isn't empty and holds no run",
        remedy: "Give an empty or new folder as output.")
    }
    if fresh, isRun {
      for name in RunDirectory.contents where name != ".work" {
        FileSystem.remove("\(run.path)/\(name)")
      }
      FileSystem.remove(run.work)
    }
    try FileSystem.makeFolder(run.work)
    descriptor = open("\(run.work)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw TextMillError(
        .cannotCreate, "\(run.path): \(String(cString: strerror(errno)))",
        remedy: "Give an output folder that can be written.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw TextMillError(
        .temporary, "\(run.path): another run is writing here",
        remedy: "Wait for it, or give another --output.")
    }
  }

  func release() { close(descriptor) }
}
