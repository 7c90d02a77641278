import Foundation
import Testing

@testable import TextMill

/// The sample exports in corpora/helpdesks, a folder a reader.
enum HelpdeskSamples {
  static let readers: [SourceOptions.Reader] = [
    .freshdesk, .intercom, .helpscout, .gorgias, .hubspot, .jira, .salesforce, .stackexchange,
    .github,
  ]

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpora/helpdesks")

  /// The files of a reader's sample by name.
  static func files(_ reader: SourceOptions.Reader) throws -> [(name: String, data: Data)] {
    let folder = root.appending(path: reader.rawValue)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().compactMap {
      name in
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      return isFolder.boolValue ? nil : (name, try Data(contentsOf: url))
    }
  }

  /// Everything that a reader makes of its sample.
  static func read(
    _ reader: SourceOptions.Reader, change: (inout SourceOptions) -> Void = { _ in }
  ) throws -> (documents: [String: Document], rejections: [Rejection], notes: [String: Int]) {
    let fixture = ReadingFixture()
    for (name, data) in try files(reader) { try fixture.put("in/" + name, data) }
    var options = fixture.options(reader, ["in/**/*"])
    options.threads = reader.joinsThreads
    change(&options)
    let (documents, rejections, notes) = try fixture.read(options)
    var byID: [String: Document] = [:]
    for document in documents {
      #expect(byID.updateValue(document, forKey: document.id) == nil, "\(document.id) twice")
    }
    let counts = Dictionary(notes.map { ($0.name, $0.count) }, uniquingKeysWith: +)
    return (byID, rejections, counts)
  }
}

extension Document {
  /// Who says what, in short: `C: text`, `A* text` when automatic, `(A) text` when internal.
  var script: [String] {
    guard case .conversation(let messages) = body else { return [] }
    return messages.map { message in
      let letter = message.role.rawValue.first!.uppercased()
      let who = message.visibility == .internal ? "(\(letter))" : letter
      // A line end of two bytes is one character.
      let text = String(decoding: message.text, as: UTF8.self)
        .map { $0.isNewline ? " " : String($0) }.joined()
      return who + (message.isAutomatic ? "* " : ": ") + text
    }
  }

  /// A value of the metadata as JSON.
  func meta(_ key: String) -> String? {
    metadata.first { $0.key == key }.map { String(decoding: $0.value.bytes, as: UTF8.self) }
  }

  /// The times of the messages are in order.
  var isInOrder: Bool {
    guard case .conversation(let messages) = body else { return false }
    let times = messages.compactMap(\.sentAt)
    return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
