package import TextAlgorithms

extension Fingerprint {
  /// The fingerprint of what is about to run: reads every input once, on all threads.
  init(
    configuration: Configuration, plan: InputPlan, sums: [JSONValue.Member], threads: Int
  ) throws {
    var members = configuration.effective.members ?? []
    members.removeAll { $0.key == "output" }
    members += sums
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
    var hashes: [UInt8] = []
    try FileSystem.forEachBlock(path, of: 4 << 20) { block throws(TextMillError) in
      try Interruption.check()
      let hash = ContentHash(of: block)
      PartFile.append(hash.high, to: &hashes)
      PartFile.append(hash.low, to: &hashes)
    }
    let whole = hashes.withUnsafeBufferPointer { ContentHash(of: $0) }
    var bytes: [UInt8] = []
    PartFile.append(whole.high.byteSwapped, to: &bytes)
    PartFile.append(whole.low.byteSwapped, to: &bytes)
    return SHA256.hexadecimal(bytes)
  }
}
