/// The words that page features look for, learnt from none of the pages they are used on.
enum PageWordLists {
  /// Keyword groups of class names, ids and roles: a name, and words in lower case.
  static let classGroups: [(String, String)] = [
    (
      "nav",
      """
      nav menu navbar navigation breadcrumb breadcrumbs megamenu dropdown submenu skip tabs \
      sitemap
      """
    ),
    (
      "header",
      "header masthead topbar banner top hdr"
    ),
    (
      "footer",
      "footer foot bottom copyright legal colophon"
    ),
    (
      "side",
      "sidebar aside side widget rail complementary secondary col-right rightcol leftcol"
    ),
    (
      "comment",
      "comment comments disqus respond discussion reply replies answer answers"
    ),
    (
      "related",
      """
      related recommend recommended recommendation recommendations similar also suggested \
      upsell crosssell recirc trending popular latest more next prev previous read recs \
      bought viewed nosto crosssells upsells
      """
    ),
    (
      "carousel",
      "carousel slider slick swiper slide slides splide owl glide"
    ),
    (
      "share",
      "share sharing social follow addthis sharedaddy facebook twitter"
    ),
    (
      "ad",
      """
      ad ads advert advertisement adsense sponsor sponsored dfp promo promotion outbrain \
      taboola banner
      """
    ),
    (
      "consent",
      """
      cookie cookies consent gdpr onetrust didomi cookiebot truste trustarc osano cky cmplz \
      iubenda usercentrics modal popup overlay dialog lightbox toast alert notice tooltip
      """
    ),
    (
      "news",
      "newsletter subscribe subscription signup optin mailing email mailchimp cta"
    ),
    (
      "login",
      "login signin account auth register user-menu paywall"
    ),
    (
      "search",
      """
      search filter filters facet facets sort sorting refine refinement pagination pager \
      toolbar paging
      """
    ),
    (
      "author",
      "author byline meta date timestamp bio published posted credit contributor"
    ),
    (
      "tags",
      "tag tags category categories label labels badge topic keywords"
    ),
    (
      "article",
      """
      article entry story content main body text prose markdown rte richtext copy blog \
      single wysiwyg
      """
    ),
    (
      "post",
      "post posts message messages thread topic bbcode postbody msg cooked usertext"
    ),
    (
      "product",
      """
      product pdp products sku variant swatch option options buybox price prices pricing buy \
      quantity
      """
    ),
    (
      "detail",
      """
      detail details description desc spec specs specification specifications feature \
      features overview info information attribute ingredient ingredients
      """
    ),
    (
      "review",
      """
      review reviews rating ratings testimonial testimonials stars yotpo bv bazaarvoice \
      judgeme jdgm okendo stamped loox trustpilot spr powerreviews
      """
    ),
    (
      "grid",
      """
      grid card cards tile tiles collection listing listings results result catalog category \
      plp teaser feed items item list
      """
    ),
    (
      "table",
      "table row cell tbl"
    ),
    (
      "faq",
      "faq faqs accordion tab panel collapse collapsible toggle tabpanel question"
    ),
    (
      "hero",
      "hero intro lead summary section lede excerpt headline jumbotron heading title subtitle"
    ),
    (
      "cart",
      """
      cart basket checkout wishlist minicart bag shipping delivery payment stock \
      availability
      """
    ),
    (
      "form",
      "form input field forms contact"
    ),
    (
      "image",
      "image gallery caption figure img photo media thumbnail thumb thumbnails video picture"
    ),
    (
      "toc",
      "toc contents outline onthispage anchor anchors"
    ),
    (
      "hidden",
      "hidden hide invisible sr visually screenreader offscreen none visuallyhidden assistive"
    ),
    (
      "user",
      "user avatar profile signature member userinfo username postprofile poster"
    ),
    (
      "quote",
      "blockquote quote quoted"
    ),
    (
      "action",
      "btn button buttons action actions cta tools vote like likes controls report"
    ),
    (
      "mobile",
      "mobile desktop print noprint drawer offcanvas sticky floating"
    ),
    (
      "logo",
      "logo logos brand brands partner partners clients trust"
    ),
    (
      "doc",
      """
      docs doc documentation document api reference guide wiki mw rst sphinx docusaurus \
      theme
      """
    ),
  ]

  /// Keyword groups of the text itself.
  static let textGroups: [(String, String)] = [
    (
      "legal",
      "copyright reserved privacy terms impressum datenschutz rechte légales legal"
    ),
    (
      "cookie",
      "cookie cookies consent gdpr"
    ),
    (
      "subscribe",
      "subscribe newsletter signup inbox abonnieren abonnez suscríbete anmelden"
    ),
    (
      "login",
      "login signin register account password passwort forgot einloggen connexion log sign"
    ),
    (
      "share",
      """
      share facebook twitter linkedin pinterest whatsapp instagram tweet follow teilen \
      partager compartir
      """
    ),
    (
      "cart",
      """
      cart bag basket wishlist checkout buy shipping delivery stock sold warenkorb panier \
      carrito
      """
    ),
    (
      "comment",
      """
      comment comments reply replies respond response responses kommentar kommentare \
      antworten commentaire commentaires comentario comentarios
      """
    ),
    (
      "more",
      "more view show load see continue shop weiterlesen suite leer mehr"
    ),
    (
      "related",
      """
      related recommended similar popular trending latest recently viewed also ähnliche lire \
      también auch weitere interessant
      """
    ),
    (
      "filter",
      "filter filters sort results showing items products clear range page previous"
    ),
    (
      "adv",
      """
      advertisement advertising advertise sponsored affiliate promoted promotion anzeige \
      publicité publicidad
      """
    ),
    (
      "author",
      "by written posted published updated modified author von par read"
    ),
    (
      "review",
      "review reviews rating ratings star stars verified helpful bewertung bewertungen avis"
    ),
    (
      "tags",
      "tag tags category categories filed topic topics tagged schlagwörter"
    ),
    (
      "skip",
      "skip top close menu toggle search loading next print download click javascript browser"
    ),
    (
      "spec",
      """
      dimension dimensions weight material size color colour model brand sku warranty \
      specification specifications feature features description details ingredients
      """
    ),
    (
      "contact",
      "contact call phone address email book request started trial demo schedule quote"
    ),
    (
      "user",
      """
      joined member posts messages like likes view views point points vote votes ago senior \
      junior report moderator location
      """
    ),
  ]

  /// Frequent words of a few languages.
  static let stopWords =
    """
    the of and to a in is that for it as with was on are be this by at from or an have not \
    you we they i he his her its but der die das und ist nicht ein eine zu den mit von auf \
    für im dem des sich es auch le la les de des et un une est dans que qui pour pas sur au \
    du en ne se el los las y que en un una es por con para no se del lo il di che e un per \
    non una sono con da del i na w z do się nie jest to o że jak
    """
}
