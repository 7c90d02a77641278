internal import Glibc
internal import Synchronization

/// Whether a signal asked the run to end; looked at between records.
package enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Makes SIGINT and SIGTERM end the command at the next record, a run resumably; a second one ends at once.
  package static func install() {
    // Whoever starts the command may hand down a mask that holds signals back.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    sigaddset(&numbers, SIGINT)
    sigaddset(&numbers, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.requested.exchange(true, ordering: .relaxed) { _exit(75) }
      }
    }
  }

  package static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Throws when a signal came.
  package static func check() throws(TextMillError) {
    if isRequested {
      throw TextMillError(
        .temporary, "interrupted",
        remedy: "Run the same command again; a run goes on where it stopped.")
    }
  }
}
