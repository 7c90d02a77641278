import ArgumentParser
import TextMill

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks at a configuration and its sources, tells every problem, and runs nothing.",
    discussion: """
      Examples:
        textmill check configs/support-bot.yaml
        textmill check configs/support-bot.yaml --print
      """)

  @OptionGroup var options: ConfigurationOptions

  @Flag(name: .customLong("print"), help: "Print the effective configuration with all defaults.")
  var printsEffective = false

  func run() throws {
    let configuration = try options.load()
    let check = ConfigurationCheck(configuration)
    if printsEffective { Terminal.output(Array(configuration.effective.yaml.utf8)) }
    let problems = check.problems()
    if let first = problems.first {
      for problem in problems {
        Terminal.error("\(problem.message). \(problem.remedy)")
      }
      throw TextMillError(
        first.code, "\(options.config): \(problems.count) of its inputs or outputs can't be used",
        remedy: "Mend what is named above.")
    }
    if !printsEffective {
      Terminal.output(Array((check.lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
