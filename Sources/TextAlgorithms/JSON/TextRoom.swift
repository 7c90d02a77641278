/// Memory for one text after the other.
///
/// One per worker: a text is gone when the next one takes its place.
package final class TextRoom {
  private var start: UnsafeMutablePointer<UInt8>
  private var size = 4096

  package init() { start = .allocate(capacity: size) }

  deinit { start.deallocate() }

  /// Room for at least so many bytes, of any content.
  func start(for count: Int) -> UnsafeMutablePointer<UInt8> {
    if count > size {
      start.deallocate()
      size = max(count, size * 2)
      start = .allocate(capacity: size)
    }
    return start
  }
}
