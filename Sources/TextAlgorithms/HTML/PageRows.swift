/// The blocks of a page and their rows of numbers, for training the model of main content.
package struct PageRows {
  private var blocks = PageBlocks()
  private var features = PageFeatures()

  package init() {}

  /// The columns' names, in their order.
  package static var names: [String] { PageFeatures.names }

  /// The texts of the page's blocks, and a row for each, one after the other.
  package mutating func read(_ arena: HTMLArena) -> (texts: [[UInt8]], values: [Float]) {
    blocks.read(arena)
    guard !blocks.blocks.isEmpty else { return ([], []) }
    features.compute(blocks, arena)
    let texts = blocks.blocks.indices.map { Array(blocks.text[blocks.textBytes($0)]) }
    return (texts, features.values)
  }
}
