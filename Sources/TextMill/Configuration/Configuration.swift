package import TextAlgorithms

/// A whole run as its configuration file describes it; every stage is a property, nil when it isn't named.
package struct Configuration: Sendable {
  /// The run's name, for reports and the dataset card.
  package var name = ""
  /// The run's folder as it can be opened.
  package var output = ""
  /// The folder that relative paths of the file stand for.
  package var folder = "."
  package var sources: [SourceOptions] = []
  package var trimReply: TrimReplyOptions?
  package var normalize: [NormalizationStep]?
  package var redact: RedactConfiguration?
  package var filter: [FilterRule]?
  package var decontaminate: DecontaminateConfiguration?
  package var deduplicate: DeduplicateOptions?
  package var chunk: ChunkConfiguration?
  package var tokenize: TokenizeConfiguration?
  package var converse: ConverseConfiguration?
  package var split: SplitConfiguration?
  package var write = WriteConfiguration()
  package var run = RunConfiguration()
  /// Everything above with all defaults, in the order of the stages, as the file would say it.
  package var effective: JSONValue = .null
}

/// Redaction as a run uses it.
package struct RedactConfiguration: Sendable, Equatable {
  package var options = RedactOptions()
  /// Whether what the record itself states about people is looked for in its text.
  package var knownIdentities = true
  /// Whether a finding in the written files fails the run.
  package var failOnRescan = true
}

/// `chunk`: how texts are cut for retrieval.
package struct ChunkConfiguration: Sendable, Equatable {
  /// Where a chunk's heading path goes: beside the text, or before it.
  package enum Headings: String, CaseIterable, Sendable { case metadata, prefix }

  package var maxTokens = 512
  package var overlap = 0
  package var headings = Headings.metadata

  package init(maxTokens: Int = 512, overlap: Int = 0, headings: Headings = .metadata) {
    self.maxTokens = maxTokens
    self.overlap = overlap
    self.headings = headings
  }
}

/// `tokenize`: which vocabulary counts tokens.
package struct TokenizeConfiguration: Sendable, Equatable {
  /// A `.tiktoken` file as it can be opened; nil: the embedded vocabulary.
  package var vocabulary: String?
  /// The split pattern; nil: by the vocabulary.
  package var pattern: String?
}

/// `write`: the datasets of a run.
package struct WriteConfiguration: Sendable, Equatable {
  /// How a dataset's files are compressed.
  package enum Compression: String, CaseIterable, Sendable { case none, gzip, zstd }
  /// The formats of retrieval rows.
  package enum RetrievalTarget: String, CaseIterable, Sendable { case jsonl, opensearch }

  /// The documents dataset.
  package struct Documents: Sendable, Equatable {
    package var compression = Compression.zstd
  }

  /// The training dataset.
  package struct Training: Sendable, Equatable {
    /// At least one; several have a folder each.
    package var targets: [TrainingTarget] = [.openaiChat]
    /// A file of limits that go over the embedded ones, as it can be opened.
    package var limits: String?
    package var compression = Compression.zstd
  }

  /// The retrieval dataset.
  package struct Retrieval: Sendable, Equatable {
    package var targets: [RetrievalTarget] = [.jsonl]
    package var index = ""
    package var compression = Compression.gzip
  }

  package var documents: Documents?
  package var training: Training?
  package var retrieval: Retrieval?
  /// A power of two; nil: chosen from the input's size.
  package var shards: Int?
}

/// `run`: how the work is cut into parts and shards.
package struct RunConfiguration: Sendable, Equatable {
  /// Input bytes of a part.
  package var partSize = 16 << 20
  /// Input bytes for which a shard is made when `shards` is auto.
  package var shardSize = 32 << 20
}
