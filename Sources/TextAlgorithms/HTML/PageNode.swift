/// A block-level element of a page with the sums over its subtree, as features need them.
struct PageNode {
  var tag: HTMLTag
  var arenaNode: Int32
  var parent: Int32
  var depth: Int32
  /// A bit for each keyword group that a class, id or role names.
  var groups: UInt64
  /// Index into `PageVocabulary.landmarks`, or -1.
  var landmark: Int8
  /// 1: hidden by style or attribute, 2: from assistive technology.
  var hidden: UInt8
  var hasItemProperty: Bool
  var isMain: Bool
  /// Hash of the tag and the first two classes.
  var signature: UInt64
  /// The place among its parent's block-level children.
  var position: Int32
  var children: Int32 = 0
  var words: Int32 = 0
  var links: Int32 = 0
  var blocks: Int32 = 0
  /// Words in paragraphs, preformatted text and quotations.
  var paragraphWords: Int32 = 0
  var punctuation: Int32 = 0
  /// How many siblings with text share the signature, itself included.
  var same: Int32 = 0
}

/// A run of text and inline elements between two block-level boundaries.
struct PageBlock {
  /// The block-level element that holds it.
  var node: Int32
  var tag: HTMLTag
  var textStart: Int32
  var textCount: Int32
  var words: Int32
  var linkWords: Int32
  var boldWords: Int32
  var punctuation: Int32 = 0
  /// Stands where only readers without scripts look.
  var isInNoscript = false
}
