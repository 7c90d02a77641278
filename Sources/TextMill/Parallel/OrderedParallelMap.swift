internal import Glibc

/// A map over a sequence on several threads, with the results handed over in the order of the items.
///
/// Workers claim items one at a time; each has a function of its own, made on its own thread, so
/// buffers and caches are never shared. At most `2 × threads` results wait. Plain threads and not
/// tasks: the work blocks on files, which the cooperative pool is not for.
package enum OrderedParallelMap {
  /// Runs until `next` returns nil; the first error of anyone ends the map and is thrown.
  ///
  /// `next` is called by one thread at a time, in order. `emit` is called on the calling thread.
  package static func run<Item, Output>(
    threads: Int,
    next: () throws -> Item?,
    makeWorker: @escaping @Sendable () throws -> (Item) throws -> Output,
    emit: (Output) throws -> Void
  ) throws {
    if threads <= 1 {
      let work = try makeWorker()
      while let item = try next() { try emit(try work(item)) }
      return
    }
    try withoutActuallyEscaping(next) { next in
      let state = OrderedMapState<Item, Output>(
        limit: 2 * threads, next: next, makeWorker: makeWorker)
      let handles = (0..<threads).map { _ in WorkerThread.start { state.work() } }
      defer { for handle in handles { handle.join() } }
      do {
        while let output = try state.take() { try emit(output) }
      } catch {
        state.stop()
        throw error
      }
    }
  }
}
