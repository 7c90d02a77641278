internal import Synchronization

/// How far a run is; counted by workers, read by whoever shows it.
package final class RunProgress: Sendable {
  /// What a run is doing, in this order.
  package enum Pass: Int, CaseIterable, Sendable {
    case prepare, deduplicate, package, check

    package var name: String {
      switch self {
      case .prepare: "prepare"
      case .deduplicate: "deduplicate"
      case .package: "package"
      case .check: "check"
      }
    }
  }

  private let passNumber = Atomic<Int>(0)
  private let doneCount = Atomic<Int>(0)
  private let totalCount = Atomic<Int>(0)
  private let documentCount = Atomic<Int>(0)
  private let rejectCount = Atomic<Int>(0)

  package init() {}

  /// Begins a pass of `total` units (bytes of input in prepare, shards in package).
  func begin(_ pass: Pass, total: Int) {
    doneCount.store(0, ordering: .relaxed)
    totalCount.store(total, ordering: .relaxed)
    passNumber.store(pass.rawValue, ordering: .relaxed)
  }

  func advance(_ units: Int) { doneCount.wrappingAdd(units, ordering: .relaxed) }
  func count(documents: Int, rejects: Int) {
    documentCount.wrappingAdd(documents, ordering: .relaxed)
    rejectCount.wrappingAdd(rejects, ordering: .relaxed)
  }

  package var pass: Pass { Pass(rawValue: passNumber.load(ordering: .relaxed)) ?? .prepare }
  package var done: Int { doneCount.load(ordering: .relaxed) }
  package var total: Int { totalCount.load(ordering: .relaxed) }
  package var documents: Int { documentCount.load(ordering: .relaxed) }
  package var rejects: Int { rejectCount.load(ordering: .relaxed) }
}
