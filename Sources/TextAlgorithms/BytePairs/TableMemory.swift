internal import Glibc

/// One zeroed region of memory that tables are cut from, in huge pages where the system has them.
///
/// Lookups in tables of some megabytes miss the page tables' cache as often as the data's; huge pages
/// spare the first kind. Its owner calls `deallocate`.
struct TableMemory {
  private static let hugePage = 1 << 21
  private static let line = 64

  private let mapping: UnsafeMutableRawPointer
  private let size: Int
  private var next: UnsafeMutableRawPointer

  /// The room that `count` elements take.
  static func room<Element>(_ type: Element.Type, _ count: Int) -> Int {
    (count * MemoryLayout<Element>.stride + line - 1) & ~(line - 1)
  }

  /// A region with `room` bytes. Out of memory traps.
  init(room: Int) {
    let isLarge = room >= TableMemory.hugePage / 2
    let whole = (room + TableMemory.hugePage - 1) & ~(TableMemory.hugePage - 1)
    // One page more than the tables take, so that they can begin on a boundary.
    size = isLarge ? whole + TableMemory.hugePage : max(room, 1)
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let mapped, mapped != MAP_FAILED else { fatalError("out of memory") }
    mapping = mapped
    next = mapped
    if isLarge {
      next = mapped.alignedUp(toMultipleOf: TableMemory.hugePage)
      // Only advice: where there are no huge pages, small ones come.
      madvise(next, whole, MADV_HUGEPAGE)
    }
  }

  /// The next table; all tables together may take the room that was asked for.
  // SAFETY: the elements are integers or structs of integers, for which zero bytes are a value.
  mutating func take<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let room = TableMemory.room(Element.self, count)
    precondition(next + room <= mapping + size, "more tables than room")
    defer { next += room }
    return next.bindMemory(to: Element.self, capacity: count)
  }

  func deallocate() { munmap(mapping, size) }
}
