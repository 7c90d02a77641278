package import TextAlgorithms

/// A whole run as its configuration file describes it; every stage is a property, nil when it isn't named.
package struct Configuration: Sendable {
  /// The run's name, for reports and the dataset card.
  package var name = ""
  /// The run's folder as it can be opened.
  package var output = ""
  /// The folder that relative paths of the file stand for.
  package var folder = "."
  package var sources: [SourceConfiguration] = []
  package var extract = ExtractConfiguration()
  package var trimReply: TrimReplyConfiguration?
  /// Names of normalization steps, in their order; nil: the stage doesn't run.
  package var normalize: [String]?
  package var redact: RedactConfiguration?
  package var filter: [FilterConfiguration]?
  package var deduplicate: DeduplicateConfiguration?
  package var chunk: ChunkConfiguration?
  package var tokenize: TokenizeConfiguration?
  package var converse: ConverseConfiguration?
  package var split: SplitConfiguration?
  package var write = WriteConfiguration()
  package var run = RunConfiguration()
  /// Everything above with all defaults, in the order of the stages, as the file would say it.
  package var effective: JSONValue = .null
}

/// One source: files of one format that make documents of one name.
package struct SourceConfiguration: Sendable, Equatable {
  package enum Reader: String, CaseIterable, Sendable {
    case zendesk, jsonl, csv, pages, shopify, mbox, eml
  }

  package var name = ""
  package var reader = Reader.jsonl
  /// Patterns relative to the configuration's folder, as written.
  package var paths: [String] = []
  package var fields: FieldMapping?
  /// Ticket statuses to take; nil: all.
  package var statuses: [String]?
  package var baseURL: String?
  /// One byte; nil: found out.
  package var delimiter: String?
  package var encoding: String?
}

/// Which columns or members of a record mean what.
package struct FieldMapping: Sendable, Equatable {
  package struct MessageField: Sendable, Equatable {
    package var role = "customer"
    package var text: String?
    package var html: String?
    package var author: String?
    package var sentAt: String?
  }

  package var id: String?
  package var title: String?
  package var text: String?
  package var html: String?
  package var messages: [MessageField]?
  package var url: String?
  package var language: String?
  package var createdAt: String?
  package var updatedAt: String?
  package var customer: String?
  package var agent: String?
  package var status: String?
  package var metadata: [String] = []
}

package struct ExtractConfiguration: Sendable, Equatable {
  package enum InternalNotes: String, CaseIterable, Sendable {
    case leaveOut = "leave_out"
    case keep
  }

  package var internalNotes = InternalNotes.leaveOut
}

package struct TrimReplyConfiguration: Sendable, Equatable {
  package enum Forwards: String, CaseIterable, Sendable { case alone, keep, drop }
  package enum Signatures: String, CaseIterable, Sendable { case full, delimited, none }
  package enum Languages: String, CaseIterable, Sendable { case auto }

  package var forwards = Forwards.alone
  package var signatures = Signatures.full
}

package struct RedactConfiguration: Sendable, Equatable {
  package enum Mode: String, CaseIterable, Sendable { case placeholder, remove }

  package var mode = Mode.placeholder
  /// nil: all kinds that are on by default.
  package var kinds: [String]?
  package var knownIdentities = true
  package var allow: [String] = []
  package var failOnRescan = true
}

package enum FilterConfiguration: Sendable, Equatable {
  case length(minWords: Int, maxWords: Int?, minCharacters: Int, maxCharacters: Int?)
  case language(keep: [String], keepUnknown: Bool)
  case repetition
  case automation
}

package struct DeduplicateConfiguration: Sendable, Equatable {
  package enum Numbers: String, CaseIterable, Sendable { case keep, mask }
  package enum Keep: String, CaseIterable, Sendable {
    case newest, longest, resolved
    case sourceOrder = "source_order"
  }

  package struct Near: Sendable, Equatable {
    package var similarity = 0.8
    package var ngram = 5
    package var bands = 14
    package var rows = 8
    package var verify = true
    package var numbers = Numbers.keep
  }

  package var exact = true
  package var near: Near?
  package var keep = Keep.newest
}

package struct ChunkConfiguration: Sendable, Equatable {
  package enum Headings: String, CaseIterable, Sendable { case metadata, prefix }

  package var maxTokens = 512
  package var overlap = 0
  package var headings = Headings.metadata
}

package struct TokenizeConfiguration: Sendable, Equatable {
  /// A `.tiktoken` file as it can be opened; nil: the embedded vocabulary.
  package var vocabulary: String?
  /// The split pattern; nil: by the vocabulary.
  package var pattern: String?
}

package struct ConverseConfiguration: Sendable, Equatable {
  package enum Learn: String, CaseIterable, Sendable {
    case agents
    case lastAgent = "last_agent"
  }

  package var system: String?
  package var learn = Learn.agents
  package var maxTokens = 4096
}

package struct SplitConfiguration: Sendable, Equatable {
  package enum Group: String, CaseIterable, Sendable { case conversation, customer, cluster }

  package var validation = 0.0
  package var test = 0.0
  package var by: [Group] = [.conversation, .customer]
  package var failOnLeak = true
}

package struct WriteConfiguration: Sendable, Equatable {
  package enum Compression: String, CaseIterable, Sendable { case none, gzip, zstd }
  package enum TrainingTarget: String, CaseIterable, Sendable { case openaiChat = "openai-chat" }
  package enum RetrievalTarget: String, CaseIterable, Sendable { case jsonl, opensearch }

  package struct Documents: Sendable, Equatable {
    package var compression = Compression.zstd
  }

  package struct Training: Sendable, Equatable {
    package var target = TrainingTarget.openaiChat
    package var compression = Compression.zstd
  }

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

package struct RunConfiguration: Sendable, Equatable {
  /// Input bytes of a part.
  package var partSize = 16 << 20
  /// Input bytes for which a shard is made when `shards` is auto.
  package var shardSize = 32 << 20
}
