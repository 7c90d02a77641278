/// The stages in the order of the data; the raw value is the name in the configuration, in rejects,
/// ledgers and reports.
package enum Stage: String, CaseIterable, Sendable {
  case read, extract
  case trimReply = "trim_reply"
  case normalize, redact, filter, decontaminate, deduplicate, converse, chunk, tokenize, write
}
