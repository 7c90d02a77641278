/// The problems of one configuration, all of them, in the order they were found.
final class ProblemList {
  private(set) var problems: [ConfigurationProblem] = []

  func add(_ path: String, _ line: Int, _ message: String, _ remedy: String) {
    problems.append(
      ConfigurationProblem(path: path, line: line, message: message, remedy: remedy))
  }

  func add(_ more: [ConfigurationProblem]) { problems += more }
}
