/// Keeps texts in some languages, and notes the language of every text.
package struct LanguageFilter: Equatable, Sendable {
  /// What becomes of a text whose language CLD2 isn't sure of: mostly short ones.
  package enum Unknown: String, CaseIterable, Sendable { case keep, reject }

  /// ISO 639-1; "zh" takes "zh-Hant" too, and "no", "nb" and "nn" are one. Empty: all.
  package var keep: [String]
  /// The share of the letters, 0…1, that must be of the main language; nil: any.
  package var minConfidence: Double?
  package var unknown: Unknown

  package init(keep: [String], minConfidence: Double? = nil, unknown: Unknown = .keep) {
    self.keep = keep
    self.minConfidence = minConfidence
    self.unknown = unknown
  }

  /// The verdict on a text whose language was detected.
  package func judge(_ subject: FilterSubject, detected: DetectedLanguage) -> FilterVerdict {
    guard let code = detected.code, detected.isReliable else {
      if let known = subject.language, !isKept(known) {
        return .reject(reason: "language", evidence: "\(known), as the source says")
      }
      if unknown == .keep || subject.language != nil { return .keep }
      return .reject(reason: "language_unknown", evidence: "no reliable answer")
    }
    guard isKept(code) else {
      return .reject(reason: "language", evidence: "\(code), \(detected.percent) %")
    }
    if let minConfidence, Double(detected.percent) < minConfidence * 100 {
      return .reject(reason: "language_mixed", evidence: "\(code), \(detected.percent) %")
    }
    return .keep
  }

  private func isKept(_ code: String) -> Bool {
    keep.isEmpty || keep.contains { LanguageFilter.primary($0) == LanguageFilter.primary(code) }
  }

  private static func primary(_ code: String) -> String {
    let language = String(code.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return language == "nb" || language == "nn" ? "no" : language
  }
}
