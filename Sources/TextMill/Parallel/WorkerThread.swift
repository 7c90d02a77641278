internal import Glibc

/// A thread with a stack large enough for the deepest parser.
struct WorkerThread {
  private let handle: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) -> WorkerThread {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 16 << 20)
    defer { pthread_attr_destroy(&attributes) }
    var handle = pthread_t()
    let box = Unmanaged.passRetained(Body(run))
    let status = pthread_create(
      &handle, &attributes,
      { pointer in
        Unmanaged<Body>.fromOpaque(pointer!).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    precondition(status == 0, "a thread could not be started")
    return WorkerThread(handle: handle)
  }

  func join() { pthread_join(handle, nil) }
}
