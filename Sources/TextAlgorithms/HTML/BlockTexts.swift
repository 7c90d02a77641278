/// What each block's own text says: counts of its words and characters, and the word groups it hits.
struct BlockTexts {
  struct Facts {
    var groups: UInt64 = 0
    /// The phrases that the text begins with.
    var phrases: UInt64 = 0
    /// Hash of the text in lower case.
    var key: UInt64 = 0
    var wordBytes: Int32 = 0
    var stopWords: Int32 = 0
    var titleWords: Int32 = 0
    var headingWords: Int32 = 0
    /// Words that mix letters and digits.
    var mixedWords: Int32 = 0
    var capitalWords: Int32 = 0
    var digits: Int32 = 0
    var letters: Int32 = 0
    var capitals: Int32 = 0
    var commas: Int32 = 0
    var sentences: Int32 = 0
    /// Bytes the counts of letters and digits are over.
    var scanned: Int32 = 0
    var hasPrice = false
    var hasDate = false
    var hasQuestion = false
    var hasBar = false
    var endsSentence = false
  }

  private(set) var facts: [Facts] = []
  private var seen: [UInt64: Int32] = [:]
  private var isRepeat: [Bool] = []
  /// The first h1, or -1.
  private(set) var firstHeading = -1

  mutating func read(_ page: PageBlocks, _ title: WordSet) {
    facts.removeAll(keepingCapacity: true)
    isRepeat.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    firstHeading = -1
    facts.reserveCapacity(page.blocks.count)
    var heading = WordSet()
    page.text.withUnsafeBufferPointer { text in
      for (index, block) in page.blocks.enumerated() where block.tag == .h1 {
        if firstHeading < 0 { firstHeading = index }
        PageWords.forEach(UnsafeBufferPointer(rebasing: text[page.textBytes(index)])) { _, _, h in
          heading.insert(h)
          return heading.count < 200
        }
      }
      for index in page.blocks.indices {
        let bytes = UnsafeBufferPointer(rebasing: text[page.textBytes(index)])
        let fact = BlockTexts.read(bytes, Int(page.blocks[index].words), title, heading)
        facts.append(fact)
        let count = seen[fact.key] ?? 0
        isRepeat.append(count > 0)
        seen[fact.key] = count + 1
      }
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ total: Int, _ title: WordSet, _ heading: WordSet
  ) -> Facts {
    var fact = Facts()
    let (groups, stops) = (PageVocabulary.textGroups, PageVocabulary.stopWords)
    let phrases = PagePhrases.table
    var words = 0
    var phrase: UInt64 = 0
    var phraseLength = 0
    PageWords.forEach(text) { start, end, hash in
      fact.wordBytes &+= Int32(end &- start)
      if words < 80 {
        if stops[hash] != 0 { fact.stopWords += 1 }
        if start < 400 { fact.groups |= groups[hash] }
      }
      if words < PagePhrases.longest + 1, !(words == 0 && text[start] &- 0x30 < 10) {
        phrase = PagePhrases.extend(phrase, hash)
        phraseLength &+= 1
        // One word says something alone, or before a colon.
        let isLabel = total <= 6 || end < text.count && text[end] == 0x3A
        if phraseLength > 1 || isLabel { fact.phrases |= phrases[phrase] }
      }
      if words < 400 {
        if title.contains(hash) { fact.titleWords += 1 }
        if heading.contains(hash) { fact.headingWords += 1 }
      }
      let first = text[start]
      if first &- 0x41 < 26, start < 400 { fact.capitalWords += 1 }
      if end &- start > 3, start < 4000, isMixed(text, start, end) { fact.mixedWords += 1 }
      words &+= 1
      return true
    }
    CharacterFacts.read(text, into: &fact)
    return fact
  }

  private static func isMixed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool
  {
    var (letters, digits) = (false, false)
    for i in start..<end {
      if text[i] &- 0x30 < 10 { digits = true } else { letters = true }
    }
    return letters && digits
  }

  /// Appends the block's own columns.
  func append(_ index: Int, _ page: PageBlocks, headingLevel: Int, to row: inout [Float]) {
    let fact = facts[index]
    let block = page.blocks[index]
    let words = Float(block.words)
    row.append(logCount(block.words))
    row.append(logCount(block.textCount))
    row.append(Float(block.linkWords) / words)
    row.append(Float(block.boldWords) / words)
    row.append(fact.endsSentence ? 1 : 0)
    row.append(Float(fact.commas) / words)
    row.append(Float(fact.wordBytes) / words)
    row.append(share(fact.digits, fact.scanned))
    row.append(min(1, Float(fact.capitalWords) / words))
    row.append(Float(fact.stopWords) / min(80, words))
    row.append(fact.hasPrice ? 1 : 0)
    row.append(fact.hasDate ? 1 : 0)
    row.append(fact.hasQuestion ? 1 : 0)
    row.append(fact.hasBar ? 1 : 0)
    row.append(Float(seen[fact.key] ?? 1))
    row.append(isRepeat[index] ? 1 : 0)
    row.append(Float(fact.titleWords) / min(400, words))
    row.append(Float(fact.headingWords) / min(400, words))
    row.append(Float(block.tag.rawValue))
    row.append(Float(headingLevel))
    row.append(logCount(fact.sentences))
    row.append(share(fact.capitals, fact.letters))
    row.append(Float(fact.mixedWords) / words)
    appendGroups(fact.groups, to: &row)
    for group in 0..<PagePhrases.groups.count {
      row.append(fact.phrases >> UInt64(group) & 1 == 1 ? 1 : 0)
    }
  }

  func appendGroups(_ groups: UInt64, to row: inout [Float]) {
    for group in 0..<PageVocabulary.textGroupCount {
      row.append(groups >> UInt64(group) & 1 == 1 ? 1 : 0)
    }
  }
}
