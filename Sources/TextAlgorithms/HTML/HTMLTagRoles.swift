/// What is known of elements, as bits: for the tree builder the sets of the HTML standard, for readers theirs.
package struct HTMLTagRoles: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Stands inside a line of text.
  static let inline = HTMLTagRoles(rawValue: 1 << 0)
  /// Its content isn't seen as text.
  static let skipped = HTMLTagRoles(rawValue: 1 << 1)
  /// Has no content and no end tag.
  static let void = HTMLTagRoles(rawValue: 1 << 2)
  /// Its content is no markup.
  static let raw = HTMLTagRoles(rawValue: 1 << 3)
  /// Ends a paragraph that is open.
  static let closesParagraph = HTMLTagRoles(rawValue: 1 << 4)
  static let special = HTMLTagRoles(rawValue: 1 << 5)
  static let formatting = HTMLTagRoles(rawValue: 1 << 6)
  /// End tags of most elements aren't looked for beyond these.
  static let scope = HTMLTagRoles(rawValue: 1 << 7)
  static let listScope = HTMLTagRoles(rawValue: 1 << 8)
  static let buttonScope = HTMLTagRoles(rawValue: 1 << 9)
  static let tableScope = HTMLTagRoles(rawValue: 1 << 10)
  /// Belongs to a page's head while there is no body.
  static let metadata = HTMLTagRoles(rawValue: 1 << 11)
  static let heading = HTMLTagRoles(rawValue: 1 << 12)
  /// `tbody` and its like.
  static let tableSection = HTMLTagRoles(rawValue: 1 << 13)
  static let cell = HTMLTagRoles(rawValue: 1 << 14)
  /// White space between its children means nothing.
  static let ignoresSpace = HTMLTagRoles(rawValue: 1 << 15)
  /// Needs rules of its own when it begins.
  static let hasStartRule = HTMLTagRoles(rawValue: 1 << 16)
  /// Needs rules of its own when it ends.
  static let hasEndRule = HTMLTagRoles(rawValue: 1 << 17)

  private static let lists: [(HTMLTagRoles, String)] = [
    (
      .inline,
      """
      a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp \
      small span strike strong sub sup time tt u var wbr br output input picture source button nobr \
      ruby rb rt rp rtc basefont math mjx-container mjx-assistive-mml
      """
    ),
    (
      .skipped,
      """
      script style template head svg canvas iframe object embed audio video math map area link meta \
      title select datalist textarea base param track colgroup col option rp noembed noframes xmp \
      frameset bgsound annotation annotation-xml
      """
    ),
    (
      .void,
      """
      area base br col embed hr img input link meta param source track wbr keygen frame basefont \
      bgsound
      """
    ),
    (.raw, "script style xmp iframe noembed noframes title textarea"),
    (
      .closesParagraph,
      """
      address article aside blockquote center details dialog dir div dl fieldset figcaption figure \
      footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre listing search section \
      summary table ul xmp
      """
    ),
    (
      .special,
      """
      address applet area article aside base basefont bgsound blockquote body br button caption \
      center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame \
      frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing \
      main marquee menu meta nav noembed noframes noscript object ol p param pre script search \
      section select source style summary table tbody td template textarea tfoot th thead title tr \
      track ul wbr xmp dialog
      """
    ),
    (.formatting, "a b big code em font i nobr s small strike strong tt u"),
    (.scope, "applet caption html table td th marquee object template"),
    (.listScope, "applet caption html table td th marquee object template ol ul"),
    (.buttonScope, "applet caption html table td th marquee object template button"),
    (.tableScope, "html table template"),
    (.metadata, "base basefont bgsound link meta noframes script style template title noscript"),
    (.heading, "h1 h2 h3 h4 h5 h6"),
    (.tableSection, "tbody thead tfoot"),
    (.cell, "td th caption"),
    (.ignoresSpace, "table tbody thead tfoot tr colgroup ul ol dl html head select datalist"),
    (
      .hasStartRule,
      """
      h1 h2 h3 h4 h5 h6 li dd dt a nobr button form option optgroup select table caption colgroup col \
      tbody thead tfoot tr td th rb rt rp rtc html head body frame frameset
      """
    ),
    (
      .hasEndRule,
      "p br h1 h2 h3 h4 h5 h6 li form table tbody thead tfoot tr td th caption template head body html"
    ),
  ]

  /// The roles of each tag by its number. Lives as long as the process.
  // SAFETY: filled here, never written again or freed; a tag's number is a byte.
  nonisolated(unsafe) static let table: UnsafePointer<HTMLTagRoles> = {
    let table = UnsafeMutablePointer<HTMLTagRoles>.allocate(capacity: 256)
    table.initialize(repeating: [], count: 256)
    for (role, names) in lists {
      for name in names.split(separator: " ") {
        let number = HTMLTag.names.firstIndex { $0.description == name }!
        table[number].insert(role)
      }
    }
    return UnsafePointer(table)
  }()
}
