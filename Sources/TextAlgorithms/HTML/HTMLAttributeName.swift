/// The attributes that the arena keeps, as numbers.
package enum HTMLAttributeName: UInt8, Sendable {
  case none = 0
  case id, `class`, role, itemprop, itemscope, itemtype, itemid, itemref, href, src, content
  case property, name, rel, type, style, hidden, ariaHidden, lang, datetime, alt, title, value
  case colspan, rowspan, start, charset, ariaLabel, testID, cite, httpEquiv, xmlLang, dataLang
  case typeof, resource, about, vocab, prefix, datatype, rev, inlist, data, hreflang, disabled
  case dataPrice, dataSKU, dataASIN, dataProductID, dataRating, dataTestID, dataTest, dataQA
  case dataHook, dataAutomation
  /// Any attribute without a number here whose value begins like an object or array of JSON.
  case json
  case encoding, alttext, display

  static let names: [StaticString] = [
    "", "id", "class", "role", "itemprop", "itemscope", "itemtype", "itemid", "itemref", "href",
    "src", "content", "property", "name", "rel", "type", "style", "hidden", "aria-hidden", "lang",
    "datetime", "alt", "title", "value", "colspan", "rowspan", "start", "charset", "aria-label",
    "data-testid", "cite", "http-equiv", "xml:lang", "data-lang", "typeof",
    "resource", "about", "vocab", "prefix", "datatype", "rev", "inlist", "data", "hreflang",
    "disabled", "data-price", "data-sku", "data-asin", "data-product-id", "data-rating",
    "data-test-id", "data-test", "data-qa", "data-hook", "data-automation", "", "encoding",
    "alttext", "display",
  ]
}
