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

  @Option(help: "Jaccard similarity of word shingles that makes a duplicate. Default: 0.8.")
  var similarity: Double?

  @Option(help: "Words in a shingle. Default: 5.")
  var ngram: Int?

  @Option(help: "Bands of the sketch. Default: 14.")
  var bands: Int?

  @Option(help: "Rows in a band. Default: 8.")
  var rows: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Compare the texts of candidates (default), or only their sketches.")
  var verify: Bool?

  @Option(
    help: "Numbers: keep (default; 12V differs from 24V) or mask (order numbers don't matter).")
  var numbers: NumbersArgument?

  enum NumbersArgument: String, ExpressibleByArgument, CaseIterable { case keep, mask }

  func run() throws {
    Interruption.install()
    var options = try stage.settings("deduplicate", \.deduplicate) ?? DeduplicateOptions()
    change(&options)
    // Records have no dates that "newest" could go by.
    options.keep = .sourceOrder
    let job = DedupJob(
      options: options, inputs: stage.files, threads: stage.threadCount, rejects: stage.rejects)
    stage.report(try job.run())
  }

  /// Puts the flags over the options; any of them asks for near duplicates.
  private func change(_ options: inout DeduplicateOptions) {
    var near = options.near ?? DeduplicateOptions.Near()
    let before = near
    near.similarity = similarity ?? near.similarity
    near.ngram = ngram ?? near.ngram
    near.bands = bands ?? near.bands
    near.rows = rows ?? near.rows
    near.verify = verify ?? near.verify
    if let numbers { near.numbers = numbers == .mask ? .mask : .keep }
    if options.near != nil || near != before { options.near = near }
  }
}
