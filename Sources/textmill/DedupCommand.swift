import ArgumentParser
import TextMill

/// `textmill dedup`: says for each document whether it stays, and what it is a duplicate of.
struct DedupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedup",
    abstract: "Finds exact and near duplicates; writes one line about each document.",
    discussion: """
      Reads {"id", "text"} and writes {"id", "cluster", "keep", "duplicate_of", "similarity"} for \
      every document. The first of similar documents stays; each other one names a document that \
      stays and its similarity to it. Temporary files go below TMPDIR.
      """)

  @OptionGroup var stage: StageOptions

  @Option(help: "Jaccard similarity of word shingles from which a document is a duplicate.")
  var similarity = 0.8

  @Option(help: "Words in a shingle.")
  var ngram = 5

  @Option(help: "Bands of the sketch.")
  var bands = 14

  @Option(help: "Rows in a band.")
  var rows = 8

  @Flag(inversion: .prefixedNo, help: "Compare the texts of candidates, not their sketches.")
  var verify = true

  @Option(help: "Numbers: keep (12V differs from 24V) or mask (order numbers don't matter).")
  var numbers = NumbersArgument.keep

  enum NumbersArgument: String, ExpressibleByArgument, CaseIterable { case keep, mask }

  private var options: DeduplicateOptions {
    var near = DeduplicateOptions.Near()
    near.similarity = similarity
    near.ngram = ngram
    near.bands = bands
    near.rows = rows
    near.verify = verify
    near.numbers = numbers == .mask ? .mask : .keep
    var options = DeduplicateOptions()
    options.near = near
    options.keep = .sourceOrder
    return options
  }

  func run() throws {
    let job = DedupJob(
      options: options, inputs: stage.files, threads: stage.threadCount, rejects: stage.rejects)
    stage.report(try job.run())
  }
}
