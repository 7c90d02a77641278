internal import Glibc

/// Opens files as what they are: plain, compressed, or archives of several members.
enum InputOpener {
  /// Whether a file is compressed or an archive, by its first bytes and never by its name.
  static func isPacked(_ file: InputFile) throws -> Bool {
    let stream = try FileStream(file)
    var head = [UInt8](repeating: 0, count: 512)
    var count = 0
    try head.withUnsafeMutableBytes { room in
      while count < 512 {
        let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
        if got == 0 { break }
        count += got
      }
    }
    let signatures: [[UInt8]] = [
      [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    if signatures.contains(where: { head[..<count].starts(with: $0) }) { return true }
    return head[257...].starts(with: Array("ustar".utf8))
  }

  /// Hands over each member's path and stream in order; a plain file is its own only member.
  ///
  /// A defect of the packing reaches `onDefect` with the path of the member and ends the file; what
  /// `body` throws otherwise passes through.
  static func forEachMember(
    of file: InputFile, options: SourceOptions,
    _ body: (_ path: String, _ stream: any ByteStream) throws -> Void,
    onDefect: (_ path: String, _ defect: ArchiveDefect) throws -> Void
  ) throws {
    guard try isPacked(file) else { return try body(file.path, try FileStream(file)) }
    var path = file.path
    do {
      let archive = try ArchiveStream(file, budget: options.expansion)
      while let member = try archive.nextMember() {
        path = member
        try body(member, archive)
      }
    } catch let defect as ArchiveDefect {
      try onDefect(path, defect)
    }
  }
}

extension InputOpener {
  /// The members of a part's file; a defect of the packing becomes a rejection.
  static func forEachMember(
    of part: InputPart, context: ReaderContext, _ body: (ReadResult) throws -> Void,
    member: (_ path: String, _ stream: any ByteStream) throws -> Void
  ) throws {
    let file = InputFile(file: part.file, path: part.path, size: part.weight)
    try forEachMember(of: file, options: context.options, member) { path, defect in
      try body(
        context.rejection(
          defect.reason, at: context.location(path: path, record: 0, offset: defect.offset),
          evidence: defect.evidence))
    }
  }
}
