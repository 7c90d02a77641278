internal import Glibc

/// A row of numbers for each block of a page: its text, its place in the tree and in the sequence, the page.
///
/// Every number is a count, a share or a look-up over the arena, so a page costs one pass over its nodes
/// and one over its blocks. `names` has the columns' names in their order.
struct PageFeatures {
  /// Rows one after the other, `width` numbers each.
  private(set) var values: [Float] = []
  private(set) var count = 0

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
    all += ["depth", "hidden", "itemprop", "kidpos"]
    for step in ancestorSteps { all += ancestorNames.map { "a\(step)_" + $0 } }
    all += treeNames
    all += PageWordLists.classGroups.map { "g_" + $0.0 }
    all += PageVocabulary.landmarks.map { "l_\($0)" }
    all += sequenceNames
    all += PageWordLists.textGroups.map { "hk_" + $0.0 }
    for distance in [-2, -1, 1, 2] { all += neighbourNames.map { "n\(distance)_" + $0 } }
    for radius in [3, 8, 20] { all += ["words", "link", "punct"].map { "w\(radius)_" + $0 } }
    all += PageFacts.names.map { "pg_" + $0 }
    return all
  }()
  static let width = names.count

  /// Computes all rows of a page.
  mutating func compute(_ page: PageBlocks, _ arena: HTMLArena) {
    values.removeAll(keepingCapacity: true)
    count = page.blocks.count
    values.reserveCapacity(count * PageFeatures.width)
    let texts = BlockTexts(page, PageTitle.words(arena))
    let tree = BlockTree(page, texts)
    let facts = PageFacts.values(page, texts, arena)
    var sequence = BlockSequence(page, texts, tree)
    for block in 0..<count {
      texts.append(block, page, headingLevel: tree.headingLevels[block], to: &values)
      tree.append(block, page, to: &values)
      sequence.append(block, page, texts, tree, to: &values)
      values.append(contentsOf: facts)
    }
    assert(values.count == count * PageFeatures.width)
  }
}

/// log(1 + x), the scale of all counts.
@inline(__always)
func logCount(_ x: some BinaryInteger) -> Float { log1pf(Float(x)) }

@inline(__always)
func share(_ part: Int32, _ whole: Int32) -> Float { Float(part) / Float(max(1, whole)) }
