import Foundation
import Testing

@testable import TextAlgorithms
@testable import TextMill

@Suite struct DuplicateFinderTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `every removal names a kept document that is similar enough`(seed: UInt64) throws {
    let corpus = DedupCorpus(seed: seed, documents: 300)
    for similarity in [0.5, 0.8] {
      var options = DeduplicateOptions()
      options.near?.similarity = similarity
      let (decisions, counts) = try corpus.decide(options)
      let removed = Set(decisions.filter(\.isRemoval).map(\.ordinal))
      for decision in decisions where decision.isRemoval {
        #expect(!removed.contains(decision.keptOrdinal))
        #expect(decision.keptID == corpus.ids[decision.keptOrdinal])
        let truth = corpus.jaccard(decision.ordinal, decision.keptOrdinal)
        if decision.reason == .nearDuplicate {
          #expect(truth >= similarity)
          #expect(decision.similarity == truth)
        } else {
          #expect(corpus.texts[decision.ordinal] == corpus.texts[decision.keptOrdinal])
        }
      }
      #expect(counts.removed == removed.count)
      #expect(counts.nearDuplicates > 0 && counts.exactDuplicates > 0)
      for keeper in decisions where keeper.reason == .keeper {
        let members = decisions.filter { $0.isRemoval && $0.keptOrdinal == keeper.ordinal }
        #expect(keeper.clusterSize == members.count + 1)
      }
    }
  }

  @Test(arguments: [7, 8])
  func `decisions don't depend on threads or on how documents are cut into parts`(
    seed: UInt64
  ) throws {
    let corpus = DedupCorpus(seed: seed, documents: 400)
    let whole = try corpus.decide(DeduplicateOptions()).decisions
    #expect(whole.contains { $0.reason == .nearDuplicate })
    for (sizes, threads) in [([400], 4), ([1, 0, 99, 300], 1), ([150, 150, 100], 3)] {
      let cut = try corpus.decide(DeduplicateOptions(), partSizes: sizes, threads: threads)
      #expect(cut.decisions == whole)
    }
  }

  @Test func `nearly all pairs with a high similarity are found`() throws {
    let corpus = DedupCorpus(seed: 12, documents: 300)
    let removed = Set(
      try corpus.decide(DeduplicateOptions()).decisions.filter(\.isRemoval).map(\.ordinal))
    let sets = corpus.texts.indices.filter { !removed.contains($0) }.map(corpus.shingles)
    var missed = 0
    for a in sets.indices {
      for b in 0..<a where DedupCorpus.jaccard(sets[a], sets[b]) >= 0.9 { missed += 1 }
    }
    #expect(removed.count > 20 && missed == 0)
  }

  @Test func `priority decides which one stays, and the key when priorities are equal`() throws {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    for (priority, key) in [(5, 1), (3, 9), (3, 4), (7, 0)] as [(UInt64, UInt64)] {
      corpus.add("the very same words in all of these texts", priority: priority, key: key)
    }
    let decisions = try corpus.decide(DeduplicateOptions()).decisions
    #expect(decisions.filter { $0.reason == .keeper }.map(\.ordinal) == [2])
    #expect(decisions.filter(\.isRemoval).allSatisfy { $0.keptOrdinal == 2 && $0.similarity == 1 })
  }

  @Test func `an id read twice is superseded by the preferred reading`() throws {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    corpus.add("old text of the ticket", priority: 2, key: 50)
    corpus.add("new and quite different words", priority: 1, key: 50)
    let decisions = try corpus.decide(DeduplicateOptions()).decisions
    #expect(decisions.count == 1)
    #expect(decisions.first?.reason == .superseded)
    #expect(decisions.first?.ordinal == 0)
    #expect(decisions.first?.keptOrdinal == 1)
  }

  @Test func `similarity is not transitive and neither is removal`() throws {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    // Each text resembles the next by more than 0.8, and the one after that by less.
    let words = (0..<60).map { "w\($0)" }
    for shift in stride(from: 0, through: 15, by: 3) {
      corpus.add(words[shift..<(shift + 40)].joined(separator: " "))
    }
    let decisions = try corpus.decide(DeduplicateOptions()).decisions
    for decision in decisions where decision.isRemoval {
      #expect(corpus.jaccard(decision.ordinal, decision.keptOrdinal) >= 0.8)
    }
    let stay = corpus.texts.count - decisions.filter(\.isRemoval).count
    #expect(stay == 3)
  }

  @Test func `what equals a removed document is attributed to the one that stays`() throws {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    let words = (0..<60).map { "w\($0)" }.joined(separator: " ")
    corpus.add(words)
    corpus.add(words + " more")
    corpus.add(words + " more")
    let decisions = try corpus.decide(DeduplicateOptions()).decisions.filter(\.isRemoval)
    #expect(decisions.map(\.ordinal) == [1, 2])
    #expect(decisions.allSatisfy { $0.keptOrdinal == 0 && $0.similarity == corpus.jaccard(0, 1) })
    #expect(decisions.allSatisfy { $0.reason == .nearDuplicate })
  }

  @Test func `empty texts are exact duplicates only, and short ones are one shingle`() throws {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    for text in ["", "", "!", "?", "yes", "Yes!", "no", "yes no"] { corpus.add(text) }
    let removals = try corpus.decide(DeduplicateOptions()).decisions.filter(\.isRemoval)
    #expect(removals.map(\.ordinal) == [1, 5])
    #expect(removals.map(\.keptOrdinal) == [0, 4])
    #expect(removals.map(\.reason) == [.exactDuplicate, .nearDuplicate])
  }

  @Test(arguments: [0, 1, 2])
  func `a corpus of hardly any documents is no special case`(count: Int) throws {
    let corpus = DedupCorpus(seed: 4, documents: count)
    #expect(try corpus.decide(DeduplicateOptions(), partSizes: [0, count, 0]).decisions.isEmpty)
    var options = DeduplicateOptions()
    options.near = nil
    options.exact = false
    #expect(try corpus.decide(options).decisions.isEmpty)
  }

  @Test func `five thousand texts that differ in a number stay bounded and collapse into one`()
    throws
  {
    var corpus = DedupCorpus(seed: 1, documents: 0)
    let words = (0..<80).map { "w\($0)" }.joined(separator: " ")
    for i in 0..<5000 { corpus.add("\(words) \(i)") }
    let (decisions, counts) = try corpus.decide(
      DeduplicateOptions(), partSizes: [2000, 3000], threads: 2)
    #expect(decisions.filter(\.isRemoval).count == 4999)
    #expect(counts.candidates < 5000 * 14 * (DuplicateFinder.leaders + 1))
  }

  @Test func `without verification the sketch's estimate decides`() throws {
    let corpus = DedupCorpus(seed: 5, documents: 200)
    var options = DeduplicateOptions()
    options.near?.verify = false
    let removals = try corpus.decide(options).decisions.filter { $0.reason == .nearDuplicate }
    #expect(!removals.isEmpty)
    for removal in removals {
      let truth = corpus.jaccard(removal.ordinal, removal.keptOrdinal)
      #expect(removal.similarity >= 0.8)
      #expect(abs(removal.similarity - truth) < 0.2)
    }
  }

  @Test func `decisions go to the shard of their key and are found there`() throws {
    let corpus = DedupCorpus(seed: 6, documents: 200)
    let folder = try WorkFolder()
    defer { folder.remove() }
    let whole = try corpus.decide(DeduplicateOptions()).decisions
    let finder = try corpus.finder(
      DeduplicateOptions(), partSizes: [100, 100], threads: 1, folder: folder.path)
    _ = try finder.find(
      shards: 4, shard: { Int($0.high >> 62) }, path: { "\(folder.path)/shard-\($0)" })
    var found = 0
    for shard in 0..<4 {
      let file = try DecisionFile(path: "\(folder.path)/shard-\(shard)")
      found += file.count
      for decision in file.decisions {
        #expect(Int(decision.key.high >> 62) == shard)
        #expect(
          file.decision(key: decision.key, part: decision.part, ordinal: decision.ordinal)
            == decision)
        #expect(file.decision(key: decision.key, part: 99, ordinal: decision.ordinal) == nil)
      }
    }
    #expect(found == whole.count)
  }

  @Test func `sketches of other options are refused`() throws {
    let corpus = DedupCorpus(seed: 6, documents: 3)
    let folder = try WorkFolder()
    defer { folder.remove() }
    let paths = try corpus.writeSketches(DeduplicateOptions(), partSizes: [3], folder: folder.path)
    var other = DeduplicateOptions()
    other.near?.ngram = 3
    #expect(throws: TextMillError.self) {
      try DuplicateFinder(
        sketches: paths, texts: corpus, options: other, workFolder: folder.path, threads: 1)
    }
  }

  @Test func `options out of their range are refused`() {
    for change in [
      { $0.similarity = 0 }, { $0.ngram = 0 }, { $0.bands = 0 }, { $0.rows = 65 },
      { $0.similarity = 1.1 },
      {
        $0.bands = 256
        $0.rows = 17
      },
    ] as [(inout DeduplicateOptions.Near) -> Void] {
      var near = DeduplicateOptions.Near()
      change(&near)
      var options = DeduplicateOptions()
      options.near = near
      #expect(throws: TextMillError.self) { try options.validate() }
    }
  }
}
