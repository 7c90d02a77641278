/// Looks up single documents of sketch files; keeps the files used last open.
final class DocumentLookup {
  private let files: [SketchFile]
  private var open: [(part: Int, file: BinaryFile)?] = Array(repeating: nil, count: 64)

  init(files: [SketchFile]) { self.files = files }

  func document(
    part: Int, ordinal: Int
  ) throws(TextMillError) -> (record: SketchRecord, id: [UInt8]) {
    let slot = part % open.count
    let file: BinaryFile
    if let known = open[slot], known.part == part {
      file = known.file
    } else {
      file = try files[part].open()
      open[slot] = (part, file)
    }
    let record = try files[part].document(ordinal, in: file)
    return (record, try files[part].id(of: record, in: file))
  }
}
