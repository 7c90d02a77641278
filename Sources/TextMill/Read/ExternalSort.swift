internal import Glibc

/// Sorts more records than memory holds: sorted runs on disk, merged in passes of at most `fanIn`.
///
/// Order: shorter keys first, then by bytes, then as they were added; decimal ids sort as numbers.
struct ExternalSort {
  struct Record: Equatable {
    var key: [UInt8]
    var payload: [UInt8]
  }

  static let fanIn = 64

  private let prefix: String
  private let runSize: Int
  private var pending: [Record] = []
  private var pendingBytes = 0
  private var runs: [String] = []
  private var runCount = 0

  /// Runs are written to files whose paths begin with `prefix`, and removed after the merge.
  init(prefix: String, runSize: Int = 32 << 20) {
    self.prefix = prefix
    self.runSize = runSize
  }

  mutating func add(key: [UInt8], payload: [UInt8]) throws {
    pending.append(Record(key: key, payload: payload))
    pendingBytes += key.count + payload.count + 64
    if pendingBytes >= runSize { try spill() }
  }

  /// Hands over all records in order.
  consuming func merge(_ body: (Record) throws -> Void) throws {
    try spill()
    while runs.count > ExternalSort.fanIn {
      let group = Array(runs.prefix(ExternalSort.fanIn))
      let file = nextRun()
      let out = try WorkFile(creating: file)
      try ExternalSort.merge(group) { try ExternalSort.write($0, to: out) }
      try out.close()
      // The merged run stands where its first part stood: equal keys keep their order.
      runs.replaceSubrange(0..<ExternalSort.fanIn, with: [file])
    }
    try ExternalSort.merge(runs, body)
  }

  static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }

  private mutating func nextRun() -> String {
    runCount += 1
    return "\(prefix)-run\(runCount)"
  }

  private mutating func spill() throws {
    if pending.isEmpty { return }
    let order = pending.indices.sorted { a, b in
      pending[a].key != pending[b].key
        ? ExternalSort.precedes(pending[a].key, pending[b].key) : a < b
    }
    let path = nextRun()
    let file = try WorkFile(creating: path)
    for i in order { try ExternalSort.write(pending[i], to: file) }
    try file.close()
    runs.append(path)
    pending.removeAll()
    pendingBytes = 0
  }

  private static func write(_ record: Record, to file: WorkFile) throws {
    for count in [record.key.count, record.payload.count] {
      try file.write(withUnsafeBytes(of: UInt32(count).littleEndian) { Array($0) })
    }
    try file.write(record.key)
    try file.write(record.payload)
  }

  private static func merge(_ runs: [String], _ body: (Record) throws -> Void) throws {
    let windows = try runs.map {
      ByteWindow(try FileStream(InputFile(file: $0, path: "work folder", size: 0)))
    }
    var heads = try windows.map { try next($0) }
    while true {
      var best: Int?
      for (i, head) in heads.enumerated() {
        guard let head else { continue }
        if let b = best, !precedes(head.key, heads[b]!.key) { continue }
        best = i
      }
      guard let best, let record = heads[best] else { break }
      try body(record)
      heads[best] = try next(windows[best])
    }
    for run in runs { unlink(run) }
  }

  private static func next(_ window: ByteWindow) throws -> Record? {
    while window.count < 8 {
      if try !window.fill() { return nil }
    }
    func count(at offset: Int) -> Int {
      let raw = UnsafeRawPointer(window.bytes.baseAddress!)
      return Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let keyCount = count(at: 0)
    let total = 8 + keyCount + count(at: 4)
    while window.count < total {
      if try !window.fill() { return nil }
    }
    let bytes = window.bytes
    let record = Record(
      key: Array(bytes[8..<(8 + keyCount)]), payload: Array(bytes[(8 + keyCount)..<total]))
    window.advance(total)
    return record
  }
}
