/// `split`: the shares of the training set and what must not straddle them.
package struct SplitConfiguration: Sendable, Equatable {
  /// What stays together in one split.
  package enum Group: String, CaseIterable, Sendable { case conversation, customer, cluster }

  /// What decides about a group.
  package enum Time: Sendable, Equatable {
    /// The hash of the group, whatever its time.
    case none
    /// The newest groups are test, those before them validation, by their shares.
    case newest
    /// Groups that were written in on this day or later are test. RFC 3339, or its beginning.
    case from(String)
  }

  package var validation = 0.0
  package var test = 0.0
  package var by: [Group] = [.conversation, .customer]
  package var time = Time.none
  /// A run, or a file of document ids, whose test documents stay in test; as it can be opened.
  package var frozen: String?
  package var failOnLeak = true
  /// The share of the examples outside `train` that may resemble one of another split.
  package var maxLeak = 0.0

  /// Whether there is more than `train`.
  package var divides: Bool {
    if case .from = time { return true }
    return validation + test > 0 || frozen != nil
  }
}

extension SplitConfiguration {
  init(_ section: ConfigSection, resolve: (String) -> String) {
    self.init()
    validation = section.double("validation", default: 0, in: 0...0.9)
    test = section.double("test", default: 0, in: 0...0.9)
    by = section.words("by", default: [.conversation, .customer])
    if let text = section.string("time") {
      let digits = text.utf8.map { $0 &- 0x30 < 10 ? UInt8(0x30) : $0 }
      if text == "newest" {
        time = .newest
      } else if digits.starts(with: "0000-00-00".utf8) {
        time = .from(text)
      } else {
        section.problem("time", "is \"\(text)\"", "Use newest, or a day such as 2025-06-01.")
      }
    }
    frozen = section.string("frozen").map(resolve)
    failOnLeak = section.bool("fail_on_leak", default: true)
    maxLeak = section.double("max_leak", default: 0, in: 0...1)
  }
}
