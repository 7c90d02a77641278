import Foundation
import Testing

@testable import TextMill

/// A folder of its own for one test, and reading of what the test puts there.
final class ReadingFixture {
  let folder: String

  init() {
    folder = NSTemporaryDirectory() + "read-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: folder + "/work", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func put(_ name: String, _ text: String) throws { try put(name, Data(text.utf8)) }

  func put(_ name: String, _ data: Data) throws {
    let url = URL(filePath: folder + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func options(_ reader: SourceOptions.Reader, _ paths: [String]) -> SourceOptions {
    SourceOptions(name: "s", reader: reader, folder: folder, paths: paths)
  }

  /// Everything that a source hands over, part by part, each part by a fresh reader.
  func read(
    _ options: SourceOptions, partSize: Int = 1 << 20
  ) throws -> (documents: [Document], rejections: [Rejection], notes: [ReadNote]) {
    let plan = try InputPlan(
      sources: [options], partSize: partSize, workFolder: folder + "/work")
    var documents: [Document] = []
    var rejections: [Rejection] = []
    var notes: [ReadNote] = []
    for part in plan.parts {
      let reader = plan.readers[part.source].makePartReader()
      try reader.read(part) { result in
        switch result {
        case .document(let document): documents.append(document)
        case .rejection(let rejection): rejections.append(rejection)
        }
      }
      notes += reader.takeNotes()
    }
    return (documents, rejections, notes)
  }

  /// Packs files of the folder with a tool of the system; false when the tool isn't there.
  func pack(_ tool: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

extension Document {
  var text: String {
    switch body {
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .page(let page): String(decoding: page.bytes, as: UTF8.self)
    case .conversation(let messages):
      messages.map { "\($0.role.rawValue): \(String(decoding: $0.text, as: UTF8.self))" }
        .joined(separator: "\n")
    }
  }
}
