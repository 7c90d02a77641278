/// What stops a run: a code for the scheduler, what happened, where, and what to do about it.
package struct TextMillError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The class of the error; the door maps it to the exit status of the same number.
  package enum Code: Int32, Sendable {
    case usage = 64
    case data = 65
    case missingInput = 66
    case internalFault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
  }

  package let code: Code
  /// What happened and where: "corpora/a.json: no such file".
  package let message: String
  /// What to do: a sentence in the imperative.
  package let remedy: String

  package init(_ code: Code, _ message: String, remedy: String) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  package var description: String { "\(message). \(remedy)" }
}
