import ArgumentParser
import TextMill

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks at a configuration and its sources, or at files for a training service.",
    discussion: """
      Of a configuration it tells every problem, and runs nothing. With --target it holds files of \
      training examples, compressed or not, against the rules of a service, under the service's own \
      error names. Targets: openai-chat, openai-preference, trl-messages, trl-prompt-completion, \
      trl-preference, trl-unpaired, bedrock-conversation, bedrock-text, claude-bedrock, together, \
      llama-factory, axolotl, text.

      Examples:
        textmill check configs/support-bot.yaml
        textmill check configs/support-bot.yaml --print
        textmill check --target openai-chat train.jsonl
        textmill check --target bedrock-text --limits my-limits.json train-*.jsonl
      """)

  @Argument(
    help: ArgumentHelp("The run's configuration; with --target the files.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The format that the files must have.", valueName: "name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "A file of limits over the published ones, with --target.", valueName: "file"))
  var limits: String?

  @Option(help: "Where the run goes; default: the configuration's output.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Sets a key over the configuration, any number of times.", valueName: "key.path=value"))
  var set: [String] = []

  @Flag(name: .customLong("print"), help: "Print the effective configuration with all defaults.")
  var printsEffective = false

  func validate() throws {
    if target == nil, files.count != 1 {
      throw ValidationError("check takes one configuration, or --target and files.")
    }
    if target == nil, limits != nil { throw ValidationError("--limits goes with --target.") }
    if target != nil, output != nil || !set.isEmpty || printsEffective {
      throw ValidationError("--output, --set and --print go with a configuration.")
    }
  }

  func run() throws {
    if let target { try checkFiles(target) } else { try checkConfiguration() }
  }

  private func checkFiles(_ target: String) throws {
    let checked = try TargetFiles(files, target: target, limits: TargetLimits(file: limits))
    for finding in checked.findings { Terminal.error("\(finding)") }
    Terminal.error(checked.summary)
    if checked.findings.contains(where: { !$0.isWarning }) { throw ExitCode(65) }
  }

  private func checkConfiguration() throws {
    var configuration = try ConfigurationFile.load(files[0], overrides: set)
    if let output { configuration.output = output }
    let check = ConfigurationCheck(configuration)
    if printsEffective { Terminal.output(Array(configuration.effective.yaml.utf8)) }
    let problems = check.problems()
    if let first = problems.first {
      for problem in problems {
        Terminal.error("\(problem.message). \(problem.remedy)")
      }
      throw TextMillError(
        first.code, "\(files[0]): \(problems.count) of its inputs or outputs can't be used",
        remedy: "Mend what is named above.")
    }
    if !printsEffective {
      Terminal.output(Array((check.lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
