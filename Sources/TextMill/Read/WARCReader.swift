internal import TextAlgorithms

/// Reads web archives: WARC 0.17 to 1.1 and ARC, plain or with each record a gzip member, and WACZ.
///
/// A response of status 200 (or of `include.status`) that holds HTML is a page, and so is a resource or
/// conversion of HTML; every other record is a rejection that says what it is. A revisit is the page
/// whose payload it repeats, where that is in the same source.
struct WARCReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  /// Reads all files once: they are cut at records, plain ones and those of one gzip member a record.
  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    do {
      return try WARCSurvey(context: context, partSize: partSize)
        .plan(
          payloads: "\(workFolder)/warc-\(context.index)-payloads",
          titles: "\(workFolder)/warc-\(context.index)-titles")
    } catch let error as TextMillError {
      throw error
    } catch {
      throw TextMillError(
        .inputOutput, "\(context.options.name): \(error)", remedy: "Check the files and run again.")
    }
  }

  func makePartReader() -> any PartReader { WARCPartReader(context) }
}
