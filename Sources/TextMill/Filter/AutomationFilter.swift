internal import TextAlgorithms

/// Leaves out what programs wrote: automatic replies, bounces, survey requests, merged tickets.
///
/// Conservative: a subject must begin with a known phrase and end or pause there, and phrases in the text
/// count only near its start, where a sentence or line begins, and in short texts, so that a question about such mail stays.
package struct AutomationFilter: Equatable, Sendable {
  package var automaticReplies = true
  package var bounces = true
  package var surveys = true
  package var mergedTickets = true
  /// What the source or its tags call spam, and conversations beside another ticket.
  package var spam = true
  /// Conversations of which the source calls each message automatic.
  package var onlyAutomatic = true
  /// How many bytes of the text, from its start, are searched.
  package var searchedBytes = 600
  /// Texts with more words aren't judged by what they say.
  package var maxWords = 200

  package init() {}

  /// The verdict on a text.
  package func judge(_ subject: FilterSubject) -> FilterVerdict {
    for rule in AutomationPhrases.tags where isOn(rule.reason) {
      if subject.tags.contains(where: { PhraseText.folded($0[...]) == rule.tag }) {
        return .reject(reason: rule.reason, evidence: "tag \(AutomationFilter.text(rule.tag))")
      }
    }
    if spam, subject.isSpam { return .reject(reason: "spam", evidence: "field spam") }
    let flags = subject.automaticMessages
    if onlyAutomatic, !flags.isEmpty, flags.allSatisfy({ $0 }) {
      return .reject(reason: "only_automatic", evidence: "\(flags.count) messages, all automatic")
    }
    if let verdict = judge(title: subject.title) { return verdict }
    return judge(text: subject.text) ?? .keep
  }

  /// Whether a message alone says that a program wrote it.
  func judgesAutomatic(_ message: [UInt8]) -> Bool { judge(text: message) != nil }

  private func isOn(_ reason: String) -> Bool {
    switch reason {
    case "automatic_reply": automaticReplies
    case "bounce": bounces
    case "merged_ticket": mergedTickets
    case "spam", "side_conversation": spam
    default: true
    }
  }

  private func judge(title: [UInt8]) -> FilterVerdict? {
    let title = AutomationFilter.withoutPrefixes(PhraseText.folded(title.prefix(400)))
    if title.isEmpty { return nil }
    let rules = [
      (automaticReplies, "automatic_reply", AutomationPhrases.replySubjects),
      (bounces, "bounce", AutomationPhrases.bounceSubjects),
    ]
    for (isOn, reason, phrases) in rules where isOn {
      for phrase in phrases where AutomationFilter.begins(title, with: phrase) {
        return .reject(reason: reason, evidence: "subject: \(AutomationFilter.text(phrase))")
      }
    }
    return nil
  }

  private func judge(text: [UInt8]) -> FilterVerdict? {
    var end = min(text.count, searchedBytes)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let start = PhraseText.folded(text[..<end])
    let rules = [
      (automaticReplies, "automatic_reply", AutomationPhrases.replyTexts, true),
      (bounces, "bounce", AutomationPhrases.bounceTexts, true),
      (surveys, "survey", AutomationPhrases.surveys, false),
      (mergedTickets, "merged_ticket", AutomationPhrases.merges, false),
    ]
    for (isOn, reason, phrases, opens) in rules where isOn {
      let phrase = phrases.first(in: start) { offset in
        !opens || AutomationFilter.isSentenceStart(offset, of: start)
      }
      guard let phrase else { continue }
      let words = text.withUnsafeBufferPointer { WordScanner.measure($0).words }
      if words > maxWords { return nil }
      return .reject(reason: reason, evidence: "text: \(AutomationFilter.text(phrase))")
    }
    return nil
  }
}

extension AutomationFilter {
  private static func withoutPrefixes(_ title: [UInt8]) -> ArraySlice<UInt8> {
    var rest = title[...]
    while let prefix = AutomationPhrases.subjectPrefixes.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(prefix.count).drop { $0 == 0x20 }
    }
    return rest.drop { $0 == 0x5B || $0 == 0x28 || $0 == 0x22 || $0 == 0x2A }
  }

  /// Whether the title is the phrase or goes on behind it with `: - ( [ ] ) | , . ! "` or a dash.
  private static func begins(_ title: ArraySlice<UInt8>, with phrase: [UInt8]) -> Bool {
    guard title.starts(with: phrase) else { return false }
    let rest = title.dropFirst(phrase.count).drop { $0 == 0x20 }
    guard let first = rest.first else { return true }
    return [0x3A, 0x2D, 0x28, 0x5B, 0x5D, 0x29, 0x7C, 0x2C, 0x2E, 0x21, 0x22].contains(first)
      || rest.starts(with: [0xE2, 0x80]) || rest.starts(with: [0xEF, 0xBC, 0x9A])
      || rest.starts(with: [0xC2, 0xA0])
  }

  /// Whether a line or sentence begins there; behind a quotation mark none does.
  private static func isSentenceStart(_ offset: Int, of text: [UInt8]) -> Bool {
    if offset == 0 || text[offset - 1] == 0x0A { return true }
    let before = text[offset - 1] == 0x20 && offset > 1 ? text[offset - 2] : text[offset - 1]
    return [0x2E, 0x21, 0x2C, 0x3A, 0x3F, 0x3E, 0x2A, 0x2D].contains(before)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
