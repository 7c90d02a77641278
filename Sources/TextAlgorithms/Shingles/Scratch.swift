/// Memory of one worker that grows and is used again from text to text.
///
/// What it holds is lost when it grows, except through `grow(to:keeping:)`.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int = 64) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Makes room for `count` elements and keeps the first `kept`.
  mutating func grow(to count: Int, keeping kept: Int = 0) {
    if count <= capacity { return }
    let wider = max(count, capacity &* 2)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    // SAFETY: `kept` elements were initialized by the owner and fit both allocations.
    fresh.initialize(from: base, count: kept)
    base.deallocate()
    base = fresh
    capacity = wider
  }
}
