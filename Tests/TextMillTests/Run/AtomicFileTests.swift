import Testing

@testable import TextMill

@Suite struct AtomicFileTests {
  @Test func `A file is absent until it is committed`() throws {
    let folder = try ScratchFolder()
    let path = folder.file("a")
    let file = try AtomicFile(path)
    try file.write([1, 2])
    try file.write([3])
    #expect(!FileSystem.exists(path) && file.count == 3)
    try file.commit()
    #expect(try folder.bytes("a") == [1, 2, 3])
    #expect(try folder.names() == ["a"])
  }

  @Test func `Dropped, it leaves what stood there before`() throws {
    let folder = try ScratchFolder()
    try AtomicFile.write([7], to: folder.file("a"))
    do {
      let file = try AtomicFile(folder.file("a"))
      try file.write([8, 9])
    }
    #expect(try folder.bytes("a") == [7])
    #expect(try folder.names() == ["a"])
  }

  @Test func `A folder that isn't there is an error with a code`() throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: TextMillError.self) { try AtomicFile(folder.file("no/a")) }
    #expect(error?.code == .cannotCreate)
  }

  @Test func `Folders are made and removed with everything in them`() throws {
    let folder = try ScratchFolder()
    try FileSystem.makeFolder(folder.file("x/y/z"))
    try AtomicFile.write([1], to: folder.file("x/y/b"))
    try AtomicFile.write([1], to: folder.file("x/y/a"))
    #expect(FileSystem.names(in: folder.file("x/y")) == ["a", "b", "z"])
    FileSystem.remove(folder.file("x"))
    #expect(try folder.names().isEmpty)
  }

  @Test func `A second run in the same folder is refused, as is a folder of other things`() throws {
    let folder = try ScratchFolder()
    let run = RunDirectory(folder.file("run"))
    let lock = try RunLock(run, fresh: false)
    let error = #expect(throws: TextMillError.self) { _ = try RunLock(run, fresh: false) }
    #expect(error?.code == .temporary)
    lock.release()
    try RunLock(run, fresh: true).release()
    try AtomicFile.write([1], to: folder.file("mine"))
    let other = #expect(throws: TextMillError.self) {
      _ = try RunLock(RunDirectory(folder.path), fresh: true)
    }
    #expect(other?.code == .cannotCreate)
    #expect(try folder.names() == ["mine", "run"])
  }
}
