internal import Glibc

/// Finds the files that a pattern of the configuration means.
///
/// `*` and `?` stop at `/` and don't match a leading dot; `**` stands for any folders, none included,
/// and enters no symbolic links, so it can't leave its tree; `[a-z]`, `[!a-z]` and `{a,b}` as in a shell.
package enum FilePattern {
  /// The most patterns that braces may multiply to.
  static let expansionLimit = 1_000

  /// The files of all patterns, without repetition, each pattern's sorted by the bytes of the path.
  ///
  /// `InputFile.path` is relative to the folder of the pattern's literal beginning; with several
  /// patterns, to the deepest folder that their beginnings share. Throws `.missingInput` when a pattern
  /// matches nothing.
  package static func files(
    of patterns: [String], in folder: String
  ) throws(TextMillError) -> [InputFile] {
    let rooted = patterns.map { $0.hasPrefix("/") || folder.isEmpty ? $0 : folder + "/" + $0 }
    let root = sharedFolder(rooted.flatMap { expandBraces($0).map(literalFolder) })
    var seen: Set<String> = []
    var files: [InputFile] = []
    for (pattern, shown) in zip(rooted, patterns) {
      var found: [String] = []
      for expanded in expandBraces(pattern) { collect(expanded, into: &found) }
      if found.isEmpty {
        throw TextMillError(
          .missingInput, "\(shown): no file matches",
          remedy: "Check the pattern; it is relative to the configuration's folder.")
      }
      found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for file in found where seen.insert(file).inserted {
        var status = stat()
        guard stat(file, &status) == 0 else { continue }
        let path = root.isEmpty ? file : String(file.dropFirst(root.count + (root == "/" ? 0 : 1)))
        files.append(InputFile(file: file, path: path, size: Int(status.st_size)))
      }
    }
    return files
  }

  /// `pattern`, with `suffix` behind it when it names a folder.
  static func folderPattern(_ pattern: String, in folder: String, _ suffix: String) -> String {
    let rooted = pattern.hasPrefix("/") || folder.isEmpty ? pattern : folder + "/" + pattern
    return isFolder(rooted) ? join(pattern, suffix) : pattern
  }

  /// Every pattern that the braces of `pattern` stand for, in their order; nesting is allowed.
  static func expandBraces(_ pattern: String) -> [String] {
    var done: [String] = []
    var waiting = [Array(pattern.utf8)]
    while let next = waiting.popLast() {
      guard done.count + waiting.count < expansionLimit, let (range, options) = firstBrace(next)
      else {
        done.append(String(decoding: next, as: UTF8.self))
        continue
      }
      for option in options.reversed() {
        waiting.append(next[..<range.lowerBound] + option + next[range.upperBound...])
      }
    }
    return done
  }

  private static func firstBrace(_ bytes: [UInt8]) -> (Range<Int>, [[UInt8]])? {
    guard let open = bytes.firstIndex(of: 0x7B) else { return nil }
    var depth = 0
    var options: [[UInt8]] = []
    var start = open + 1
    for i in open..<bytes.count {
      switch bytes[i] {
      case 0x7B: depth += 1
      case 0x2C where depth == 1:
        options.append(Array(bytes[start..<i]))
        start = i + 1
      case 0x7D:
        depth -= 1
        if depth == 0 {
          options.append(Array(bytes[start..<i]))
          return (open..<(i + 1), options)
        }
      default: break
      }
    }
    return nil
  }

  /// The folder before the first component with a wildcard, or the file's own folder.
  private static func literalFolder(_ pattern: String) -> [Substring] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: true)
    let lead: [Substring] = pattern.hasPrefix("/") ? [""] : []
    let literal = parts.prefix { !isWild($0) }
    if literal.count < parts.count { return lead + literal }
    return lead + (isFolder(pattern) ? Array(literal) : Array(literal.dropLast()))
  }

  private static func sharedFolder(_ folders: [[Substring]]) -> String {
    guard var shared = folders.first else { return "" }
    for folder in folders.dropFirst() {
      shared = zip(shared, folder).prefix { $0 == $1 }.map(\.0)
    }
    return shared == [""] ? "/" : shared.joined(separator: "/")
  }

  private static func collect(_ pattern: String, into found: inout [String]) {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: true)
    walk(pattern.hasPrefix("/") ? "/" : "", parts[...], into: &found)
  }

  private static func walk(
    _ folder: String, _ parts: ArraySlice<Substring>, into found: inout [String]
  ) {
    guard let part = parts.first else {
      if isFile(folder) { found.append(folder) }
      if isFolder(folder) { walk(folder, ["**", "*"], into: &found) }
      return
    }
    let rest = parts.dropFirst()
    if part == "**" {
      walk(folder, rest.isEmpty ? ["*"] : rest, into: &found)
      for name in names(in: folder) where !name.hasPrefix(".") {
        let inner = join(folder, name)
        if isFolder(inner), !isLink(inner) { walk(inner, parts, into: &found) }
      }
    } else if isWild(part) {
      let wanted = Array(part.utf8)
      for name in names(in: folder) where Wildcard.matches(wanted, Array(name.utf8)) {
        let inner = join(folder, name)
        if rest.isEmpty ? isFile(inner) : isFolder(inner) { walk(inner, rest, into: &found) }
      }
    } else {
      walk(join(folder, String(part)), rest, into: &found)
    }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        // SAFETY: the system ends the name with a zero inside the field.
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isWild(_ part: Substring) -> Bool {
    part.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  private static func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  private static func isFolder(_ path: String) -> Bool {
    mode(path.isEmpty ? "." : path) == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
