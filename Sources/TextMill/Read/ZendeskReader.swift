struct ZendeskReader: SourceReader {
  let context: ReaderContext
  var files: [InputFile] { context.files }
  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] { [] }
  func makePartReader() -> any PartReader { PagesPartReader(context) }
}
