/// Brings items together that belong together, wherever they stand in a file of any size.
///
/// Items wait on disk, sorted by key; the items of a key keep the order in which they were added.
struct FeedJoin {
  private var sort: ExternalSort
  private let prefix: String
  /// The most bytes of a group.
  private let limit: Int

  /// `prefix` is what the paths of work files begin with.
  init(prefix: String, limit: Int) {
    self.prefix = prefix
    self.limit = limit
    sort = ExternalSort(prefix: prefix)
  }

  mutating func add(_ key: String, _ item: FeedItem) throws {
    try sort.add(key: Array(key.utf8), payload: item.coded)
  }

  /// Hands over the items of each key, in the order of the keys; what makes a group larger than the
  /// limit goes to `excess`.
  consuming func forEachKey(
    excess: (FeedItem) throws -> Void, _ body: (String, [FeedItem]) throws -> Void
  ) throws {
    var key: [UInt8]?
    var group: [FeedItem] = []
    var bytes = 0
    let limit = limit
    try sort.merge { record in
      if record.key != key {
        if let key { try body(String(decoding: key, as: UTF8.self), group) }
        key = record.key
        group = []
        bytes = 0
      }
      bytes += record.payload.count
      let item = FeedItem(record.payload)
      if bytes > limit { try excess(item) } else { group.append(item) }
    }
    if let key { try body(String(decoding: key, as: UTF8.self), group) }
  }

  /// Hands over the groups in the order in which the first item of each stands in the file, and the items
  /// of each in their order.
  consuming func forEachGroup(
    excess: (FeedItem) throws -> Void, _ body: (String, [FeedItem]) throws -> Void
  ) throws {
    let prefix = prefix
    var order = ExternalSort(prefix: prefix + "-order")
    try forEachKey(excess: excess) { key, group in
      let first = group.map(\.record).min() ?? 0
      var payload: [UInt8] = []
      FeedJoin.append(Array(key.utf8), to: &payload)
      for item in group.sorted(by: { $0.record < $1.record }) {
        FeedJoin.append(item.coded, to: &payload)
      }
      let place = withUnsafeBytes(of: UInt64(first).bigEndian) { Array($0) }
      try order.add(key: place, payload: payload)
    }
    try order.merge { record in
      var parts = FeedJoin.parts(record.payload)
      let key = String(decoding: parts.removeFirst(), as: UTF8.self)
      try body(key, parts.map { FeedItem($0) })
    }
  }

  private static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { out.append(contentsOf: $0) }
    out.append(contentsOf: bytes)
  }

  private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var i = 0
    while i + 8 <= bytes.count {
      let count = bytes[i..<(i + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
      parts.append(bytes[(i + 8)..<(i + 8 + count)])
      i += 8 + count
    }
    return parts
  }
}
