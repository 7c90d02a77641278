/// Cuts plain files into byte ranges, and leaves packed ones whole.
enum PartCutter {
  static func cut(
    _ context: ReaderContext, partSize: Int, canCut: (InputFile) throws -> Bool = { _ in true },
    support: String? = nil
  ) throws(TextMillError) -> [InputPart] {
    var parts: [InputPart] = []
    for file in context.files {
      do {
        guard try !InputOpener.isPacked(file), try canCut(file) else {
          parts.append(whole(file, context, support))
          continue
        }
      } catch let error as TextMillError {
        throw error
      } catch {
        throw TextMillError(
          .inputOutput, "\(file.path): \(error)", remedy: "Check the file and run again.")
      }
      if file.size == 0 { parts.append(whole(file, context, support)) }
      for start in stride(from: 0, to: file.size, by: max(1, partSize)) {
        let range = start..<min(file.size, start + max(1, partSize))
        parts.append(
          InputPart(
            source: context.index, file: file.file, path: file.path, range: range,
            weight: range.count, support: support))
      }
    }
    return parts
  }

  private static func whole(
    _ file: InputFile, _ context: ReaderContext, _ support: String?
  ) -> InputPart {
    InputPart(
      source: context.index, file: file.file, path: file.path, range: nil, weight: file.size,
      support: support)
  }
}
