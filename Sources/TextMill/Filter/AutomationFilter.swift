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
  /// Conversations of which the source calls each message automatic.
  package var onlyAutomatic = true
  /// How many bytes of the text, from its start, are searched.
  package var searchedBytes = 600
  /// Texts with more words aren't judged by what they say.
  package var maxWords = 200

  package init() {}

  package func judge(_ subject: FilterSubject) -> FilterVerdict {
    for rule in AutomationPhrases.tags where isOn(rule.reason) {
      if subject.tags.contains(where: { AutomationFilter.lowercased($0[...]) == rule.tag }) {
        return .reject(reason: rule.reason, evidence: "tag \(AutomationFilter.text(rule.tag))")
      }
    }
    let flags = subject.automaticMessages
    if onlyAutomatic, !flags.isEmpty, flags.allSatisfy({ $0 }) {
      return .reject(reason: "only_automatic", evidence: "\(flags.count) messages, all automatic")
    }
    if let verdict = judge(title: subject.title) { return verdict }
    return judge(text: subject.text) ?? .keep
  }

  private func isOn(_ reason: String) -> Bool {
    switch reason {
    case "automatic_reply": automaticReplies
    case "bounce": bounces
    case "merged_ticket": mergedTickets
    default: true
    }
  }

  private func judge(title: [UInt8]) -> FilterVerdict? {
    let title = AutomationFilter.withoutPrefixes(AutomationFilter.lowercased(title.prefix(400)))
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
    let start = AutomationFilter.lowercased(text[..<end])
    let lines = text[..<end].split(separator: 0x0A).map { AutomationFilter.lowercased($0) }
    let rules = [
      (automaticReplies, "automatic_reply", AutomationPhrases.replyTexts, true),
      (bounces, "bounce", AutomationPhrases.bounceTexts, true),
      (surveys, "survey", AutomationPhrases.surveys, false),
      (mergedTickets, "merged_ticket", AutomationPhrases.merges, false),
    ]
    for (isOn, reason, phrases, isOpening) in rules where isOn {
      for phrase in phrases {
        let isFound =
          isOpening
          ? lines.contains { AutomationFilter.opensSentence(phrase, in: $0) }
            || AutomationFilter.opensSentence(phrase, in: start)
          : AutomationFilter.offset(of: phrase, in: start, from: 0) != nil
        if !isFound { continue }
        let words = text.withUnsafeBufferPointer { WordScanner.measure($0).words }
        if words > maxWords { return nil }
        return .reject(reason: reason, evidence: "text: \(AutomationFilter.text(phrase))")
      }
    }
    return nil
  }
}

extension AutomationFilter {
  /// Lower case, one kind of apostrophe, white space runs as one space, none at the ends.
  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    let lowered: [UInt8]
    if bytes.contains(where: { $0 >= 0x80 }) {
      lowered = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    } else {
      lowered = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
    out.reserveCapacity(lowered.count)
    var i = 0
    while i < lowered.count {
      let byte = lowered[i]
      if byte <= 0x20 {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else if byte == 0xE2, i + 2 < lowered.count, lowered[i + 1] == 0x80, lowered[i + 2] == 0x99
      {
        out.append(0x27)
        i += 2
      } else {
        out.append(byte)
      }
      i += 1
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }

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

  /// Whether the phrase stands at the start or behind the end of a sentence; behind a quote it doesn't.
  private static func opensSentence(_ phrase: [UInt8], in text: [UInt8]) -> Bool {
    var from = 0
    while let found = offset(of: phrase, in: text, from: from) {
      var before = found
      while before > 0, text[before - 1] == 0x20 { before -= 1 }
      if before == 0 || [0x2E, 0x21, 0x2C, 0x3A, 0x3F, 0x3E, 0x2A, 0x2D].contains(text[before - 1])
      {
        return true
      }
      from = found + phrase.count
    }
    return false
  }

  /// The first place of the phrase; both are short, so a plain search will do.
  private static func offset(of phrase: [UInt8], in text: [UInt8], from: Int) -> Int? {
    guard let first = phrase.first, text.count >= phrase.count else { return nil }
    for i in stride(from: from, through: text.count - phrase.count, by: 1)
    where text[i] == first && text[i...].starts(with: phrase) {
      return i
    }
    return nil
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
