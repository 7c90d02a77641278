/// What the threads of one ordered map share: the claim counter, the results that wait, the first error.
///
/// Unchecked: every field is read and written under `monitor`, `next` under `claim`.
final class OrderedMapState<Item, Output>: @unchecked Sendable {
  private let monitor = Monitor()
  private let claim = Monitor()
  private let limit: Int
  private let next: () throws -> Item?
  private let makeWorker: @Sendable () throws -> (Item) throws -> Output
  private var claimed = 0
  private var emitted = 0
  private var results: [Int: Output] = [:]
  private var total: Int?
  private var failure: (index: Int, error: any Error)?
  private var stopped = false

  init(
    limit: Int, next: @escaping () throws -> Item?,
    makeWorker: @escaping @Sendable () throws -> (Item) throws -> Output
  ) {
    self.limit = limit
    self.next = next
    self.makeWorker = makeWorker
  }

  /// The body of a worker thread.
  func work() {
    var index = -1
    do {
      let work = try makeWorker()
      while let (number, item) = try claimNext() {
        index = number
        let output = try work(item)
        monitor.locked {
          results[number] = output
          monitor.signal()
        }
      }
    } catch {
      monitor.locked {
        if failure.map({ index < $0.index }) ?? true { failure = (index, error) }
        stopped = true
        monitor.signal()
      }
    }
  }

  private func claimNext() throws -> (Int, Item)? {
    try claim.locked {
      let open = monitor.locked { () -> Bool in
        while !stopped, total == nil, claimed - emitted >= limit { monitor.wait() }
        return !stopped && total == nil
      }
      guard open else { return nil }
      let item = try next()
      return monitor.locked {
        guard let item else {
          total = claimed
          monitor.signal()
          return nil
        }
        claimed += 1
        return (claimed - 1, item)
      }
    }
  }

  /// The next result in order, nil after the last; throws what a worker threw.
  func take() throws -> Output? {
    try monitor.locked {
      while true {
        if let output = results.removeValue(forKey: emitted) {
          emitted += 1
          monitor.signal()
          return output
        }
        if let failure { throw failure.error }
        if let total, emitted == total { return nil }
        monitor.wait()
      }
    }
  }

  func stop() {
    monitor.locked {
      stopped = true
      monitor.signal()
    }
  }
}
