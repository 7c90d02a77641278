/// The blocks of a page and their rows of numbers, for training the model of main content.
package struct PageRows {
  private var blocks = PageBlocks()
  private var features = PageFeatures()

  package init() {}

  /// The columns' names, in their order.
  package static var names: [String] { PageFeatures.names }

  /// The names of the columns of `traits`.
  package static var traitNames: [String] { PageFeatures.traitNames }

  /// The numbers about the whole page that was read last.
  package var traits: [Float] { features.traits }

  /// The texts of the page's blocks, and a row for each, one after the other.
  package mutating func read(_ arena: HTMLArena, url: [UInt8]) -> (
    texts: [[UInt8]], values: [Float]
  ) {
    blocks.read(arena)
    features.begin(blocks, arena, url: url)
    var values: [Float] = []
    while features.nextBatch(blocks) { values += features.values }
    let texts = blocks.blocks.indices.map { Array(blocks.text[blocks.textBytes($0)]) }
    return (texts, values)
  }
}
