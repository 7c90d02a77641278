/// `decontaminate`: documents that repeat evaluation texts are left out.
package struct DecontaminateConfiguration: Sendable, Equatable {
  /// A file of evaluation texts.
  package struct File: Sendable, Equatable {
    /// As the configuration names it, for evidence.
    package var name: String
    /// As it can be opened.
    package var path: String
  }

  package var files: [File] = []
  /// Words in a row that make a match: 5 to 32.
  package var ngram = 13
  /// How many different matches make a document a contaminated one.
  package var minMatches = 1
}

extension DecontaminateConfiguration {
  init(_ section: ConfigSection, resolve: (String) -> String) {
    self.init()
    files = (section.strings("files", default: []) ?? []).map { File(name: $0, path: resolve($0)) }
    if files.isEmpty {
      section.problem("files", "is missing", "List files of evaluation texts.")
    }
    ngram = section.int("ngram", default: 13, in: 5...32) ?? 13
    minMatches = section.int("min_matches", default: 1, in: 1...1_000_000) ?? 1
  }
}
