internal import Glibc
package import TextAlgorithms

extension Fingerprint {
  /// The fingerprint of what is about to run: reads every input once, on all threads.
  init(
    configuration: Configuration, plan: InputPlan, vocabulary: String?, threads: Int
  ) throws {
    var members = configuration.effective.members ?? []
    members.removeAll { $0.key == "output" }
    if let vocabulary {
      members.append(.init(key: "vocabulary_sha256", value: .string(vocabulary)))
    }
    let files = plan.files.enumerated().flatMap { source, files in
      files.map { (configuration.sources[source].name, $0) }
    }
    var next = files.makeIterator()
    var inputs: [Input] = []
    try OrderedParallelMap.run(
      threads: min(threads, max(1, files.count)),
      next: { next.next() },
      makeWorker: {
        { file in
          Input(
            source: file.0, path: file.1.path, bytes: file.1.size,
            hash: try Fingerprint.hash(of: file.1.file))
        }
      },
      emit: { inputs.append($0) })
    self.init(version: RunVersion.current, configuration: .object(members), inputs: inputs)
  }

  /// The content hash of the content hashes of a file's blocks of 4 MiB.
  static func hash(of path: String) throws(TextMillError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TextMillError(
        .missingInput, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Check the path and its permissions.")
    }
    defer { close(descriptor) }
    var hashes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4 << 20)
    var filled = 0
    while true {
      try Interruption.check()
      let n = block.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if n < 0, errno == EINTR { continue }
      if n < 0 {
        throw TextMillError(
          .inputOutput, "\(path): \(String(cString: strerror(errno)))",
          remedy: "Check the disk and run again.")
      }
      filled += n
      if filled == block.count || n == 0 {
        let hash = block.withUnsafeBufferPointer {
          ContentHash(of: UnsafeBufferPointer(rebasing: $0[..<filled]))
        }
        PartFile.append(hash.high, to: &hashes)
        PartFile.append(hash.low, to: &hashes)
        filled = 0
      }
      if n == 0 { break }
    }
    let whole = hashes.withUnsafeBufferPointer { ContentHash(of: $0) }
    var bytes: [UInt8] = []
    PartFile.append(whole.high.byteSwapped, to: &bytes)
    PartFile.append(whole.low.byteSwapped, to: &bytes)
    return SHA256.hexadecimal(bytes)
  }
}
