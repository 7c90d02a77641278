internal import Yams

/// One thing that is wrong in a configuration: where, what, and what to do.
package struct ConfigurationProblem: Error, Equatable, Sendable {
  /// The key's path ("deduplicate.near.bands"); empty for the file itself.
  package let path: String
  /// 1-based line of the file; 0 for `--set` and for what isn't there.
  package let line: Int
  /// A clause that follows the path: "is 0, which is less than 1".
  package let message: String
  package let remedy: String

  package init(path: String, line: Int, message: String, remedy: String) {
    self.path = path
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  init(yamlError: YamlError) {
    var line = 0
    var message = "is not YAML"
    switch yamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      line = mark.line
      message = "is not YAML: \(problem)" + (context.map { " (\($0.text))" } ?? "")
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      message = "has the same key twice: \(keys.map { "\($0)" }.sorted().joined(separator: ", "))"
    default: break
    }
    self.init(path: "", line: line, message: message, remedy: "Mend the file at this line.")
  }

  /// "configs/a.yaml:12: deduplicate.near.bands is 0, … . Use 1 to 1024."
  package func line(file: String) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place): \(path.isEmpty ? "the configuration" : path) \(message). \(remedy)"
  }
}
