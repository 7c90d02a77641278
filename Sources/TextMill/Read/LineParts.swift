/// Streams the lines that belong to a part: those whose first byte it holds.
enum LineParts {
  /// Hands each line that isn't blank to `line`; lines over the limit and defects of the packing go to
  /// `body` as rejections.
  static func forEachLine(
    of part: InputPart, context: ReaderContext, _ body: (ReadResult) throws -> Void,
    line: (UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    let file = InputFile(file: part.file, path: part.path, size: part.weight)
    if let range = part.range {
      let start = max(0, range.lowerBound - 1)
      let window = ByteWindow(try FileStream(file, from: start), offset: start)
      // The line of the byte before the part belongs to the part before.
      if range.lowerBound > 0 { try LineSplitter.skipLine(in: window) }
      return try lines(
        in: window, before: range.upperBound, path: part.path, context: context, body, line)
    }
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      try lines(
        in: ByteWindow(stream), before: .max, path: path, context: context, body, line)
    }
  }

  private static func lines(
    in window: ByteWindow, before stop: Int, path: String, context: ReaderContext,
    _ body: (ReadResult) throws -> Void,
    _ handle: (UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    // The line behind a byte order mark belongs to the part that holds the mark's first byte.
    let hasMark = try window.offset == 0 && window.skipByteOrderMark()
    let stop = hasMark ? max(stop, window.offset + 1) : stop
    try LineSplitter.forEachLine(
      in: window, before: stop, limit: context.options.recordLimit
    ) { line in
      let location = context.location(path: path, record: 0, offset: line.offset)
      if line.isTooLong {
        try body(
          context.rejection(
            "record_too_large", at: location, evidence: "over \(context.options.recordLimit) bytes",
            raw: line.bytes))
      } else if line.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
        try handle(line.bytes, location)
      }
    }
  }
}
