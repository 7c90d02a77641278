internal import TextAlgorithms

/// Reads Zendesk exports: incremental pages with side-loads, one ticket a line, arrays of tickets, and
/// ticket events whose comments are joined to their tickets.
///
/// Users come from side-loads and files of users anywhere in the source; files of one ticket a line hold
/// none. A ticket on two pages comes twice; which one is newer is not decided here.
struct ZendeskReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    do {
      let prefix = "\(workFolder)/zendesk-\(context.index)"
      let survey = try survey(usersPath: prefix + "-users")
      guard survey.hasEvents else {
        let lines = survey.lineFiles
        return try PartCutter.cut(
          context, partSize: partSize, canCut: { lines.contains($0.path) }, support: survey.users)
      }
      let joined = prefix + "-joined.jsonl"
      try join(to: joined, workFolder: workFolder)
      let file = InputFile(file: joined, path: "", size: try WorkFile.size(of: joined))
      let inner = ReaderContext(options: context.options, index: context.index, files: [file])
      return try PartCutter.cut(inner, partSize: partSize, support: survey.users)
    } catch let error as TextMillError {
      throw error
    } catch {
      throw TextMillError(
        .inputOutput, "\(context.options.name): \(error)", remedy: "Check the files and run again.")
    }
  }

  func makePartReader() -> any PartReader { ZendeskPartReader(context) }

  private struct Survey {
    var hasEvents = false
    /// Paths of plain files with one ticket a line.
    var lineFiles: Set<String> = []
    /// The table of users; nil when there are none.
    var users: String?
  }

  /// Looks at the files once: which shapes they have, and who the users are.
  private func survey(usersPath: String) throws -> Survey {
    var survey = Survey()
    var builder: ZendeskUserTable.Builder?
    for file in files {
      try InputOpener.forEachMember(of: file, options: context.options) { path, stream in
        let window = ByteWindow(stream)
        var items = ZendeskItems(window, path: path, context: context)
        if try items.shape() == .ticketLines {
          if stream is FileStream { survey.lineFiles.insert(file.path) }
          return
        }
        // Defects are told when the file is read.
        try items.forEach { _ in
        } item: { kind, bytes, _ in
          if kind == .event { survey.hasEvents = true }
          guard kind == .user, let user = try? JSONValue(parsing: bytes),
            let id = user["id"]?.scalarText
          else { return }
          if builder == nil { builder = try ZendeskUserTable.Builder(usersPath) }
          try builder!.add(id, ZendeskUser(user))
        }
      } onDefect: { _, _ in
      }
    }
    if let builder {
      try builder.finish()
      survey.users = usersPath
    }
    return survey
  }

  private func join(to path: String, workFolder: String) throws {
    var join = ZendeskJoin(context, workFolder: workFolder)
    for part in context.wholeFileParts() {
      try ZendeskPartReader.forEachItem(of: part, context: context) { result in
        if case .rejection(let rejection) = result { join.add(rejection) }
      } item: { kind, bytes, location in
        switch kind {
        case .ticket: try join.add(ticket: bytes, at: location)
        case .event: try join.add(event: bytes, at: location)
        case .user: break
        }
      }
    }
    try join.finish(path)
  }
}
