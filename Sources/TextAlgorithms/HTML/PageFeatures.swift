internal import Glibc

/// A row of numbers for each block of a page: its text, its place in the tree and in the sequence, the page.
///
/// Every number is a count, a share or a look-up over the arena, so a page costs one pass over its nodes
/// and one over its blocks. Rows come in batches, so memory doesn't grow with the page. `names` has the columns'
/// names in their order.
struct PageFeatures {
  /// The rows of the batch at hand one after the other, `width` numbers each.
  private(set) var values: [Float] = []
  /// The rows of the batch at hand.
  private(set) var count = 0
  /// The numbers about the whole page from which its kind is guessed.
  private(set) var traits: [Float] = []

  private var texts = BlockTexts()
  private var tree = BlockTree()
  private var sequence = BlockSequence()
  /// What all rows of the page end in.
  private var tail: [Float] = []
  private var next = 0

  static let batchSize = 256

  private static let ownNames = [
    "words", "chars", "link", "bold", "endpunct", "commas", "wordlen", "digits", "caps", "stop",
    "price", "date", "question", "bar", "dup", "dupprev", "title", "h1", "tag", "heading",
    "sentences", "allcaps", "mixed",
  ]
  private static let ancestorSteps = [1, 2, 3, 4, 6, 8]
  private static let ancestorNames = ["share", "link", "wpb", "same", "pshare", "punct"]
  private static let treeNames = [
    "h1up", "h1down", "h1share", "h1link", "bigup", "bigdown", "bigshare", "unitpos", "unitprice",
    "unitdate", "unithead", "unitpunct", "maxsame", "maxsamelevel", "maxsameunit", "maxsamelink",
    "siggroup", "sigwords", "siglink", "sigwpb",
  ]
  private static let sequenceNames = [
    "pos", "wordpos", "wordsleft", "fromh1", "afterh1", "sincehead", "headlevel", "headlink",
    "headwords", "insidemain",
  ]
  private static let neighbourNames = ["words", "link", "punct", "tag", "head", "samesig", "lca"]
  static let names: [String] = {
    var all = ownNames
    all += PageWordLists.textGroups.map { "t_" + $0.0 }
    all += PagePhrases.groups.map { "p_" + $0.0 }
    all += ["depth", "hidden", "itemprop", "kidpos"]
    for step in ancestorSteps { all += ancestorNames.map { "a\(step)_" + $0 } }
    all += treeNames
    all += PageWordLists.classGroups.map { "g_" + $0.0 }
    all += PageVocabulary.landmarks.map { "l_\($0)" }
    all += sequenceNames
    all += PageWordLists.textGroups.map { "hk_" + $0.0 }
    all += PagePhrases.groups.map { "since_" + $0.0 }
    for distance in [-2, -1, 1, 2] { all += neighbourNames.map { "n\(distance)_" + $0 } }
    for radius in [3, 8, 20] { all += ["words", "link", "punct"].map { "w\(radius)_" + $0 } }
    all += PageFacts.names.map { "pg_" + $0 }
    all += PageKind.names.map { "kind_" + $0 }
    return all
  }()
  static let width = names.count
  /// The columns of `traits`.
  static let traitNames = PageFacts.names + PageTraits.names

  /// Makes ready for a page's batches; `url` is the address it was found under, or empty.
  mutating func begin(_ page: PageBlocks, _ arena: HTMLArena, url: [UInt8]) {
    next = 0
    texts.read(page, PageTitle.words(arena))
    tree.read(page, texts)
    sequence.read(page)
    let facts = PageFacts.values(page, texts, arena)
    traits = facts + PageTraits.values(arena, url: url)
    tail = facts + PageKind.scores(traits)
  }

  /// The groups of phrases that a block begins with.
  func phrases(_ block: Int) -> UInt64 { texts.facts[block].phrases }

  /// How much the page looks like each of `PageKind.names`; together 1.
  var kindScores: ArraySlice<Float> { tail.suffix(PageKind.names.count) }

  /// How much the page looks like an article, from 0 to 1.
  var articleScore: Float { kindScores.first ?? 0 }

  /// How much the page looks like a product's, from 0 to 1.
  var productScore: Float { kindScores[kindScores.startIndex + PageKind.product] }

  /// Computes the next rows in the order of the blocks; false when there are no more.
  mutating func nextBatch(_ page: PageBlocks) -> Bool {
    values.removeAll(keepingCapacity: true)
    let end = min(next + PageFeatures.batchSize, page.blocks.count)
    count = end - next
    for block in next..<end {
      texts.append(block, page, headingLevel: tree.headingLevels[block], to: &values)
      tree.append(block, page, to: &values)
      sequence.append(block, page, texts, tree, to: &values)
      values.append(contentsOf: tail)
    }
    assert(values.count == count * PageFeatures.width)
    next = end
    return count > 0
  }
}

/// log(1 + x), the scale of all counts.
@inline(__always)
func logCount(_ x: some BinaryInteger) -> Float {
  x < 1024 ? logTable[Int(truncatingIfNeeded: x)] : log1pf(Float(x))
}

private let logTable: [Float] = (0..<1024).map { log1pf(Float($0)) }

@inline(__always)
func share(_ part: Int32, _ whole: Int32) -> Float { Float(part) / Float(max(1, whole)) }
