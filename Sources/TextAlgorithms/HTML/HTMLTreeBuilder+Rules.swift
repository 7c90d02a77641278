// Elements with rules of their own when they begin or end.
extension HTMLTreeBuilder {
  mutating func prepareByRule(_ tag: HTMLTag, _ role: HTMLTagRoles) -> Bool {
    switch tag {
    case .li: closeItem(.li, .li)
    case .dd, .dt: closeItem(.dd, .dt)
    case .a, .nobr: endFormatting(tag, within: .scope)
    case .button:
      let place = open.find(.button, within: .scope)
      if place > 0 { close(place) }
    case .form:
      if hasForm, !open.isOpen(.template) { return false }
      hasForm = true
    case .select:
      let place = open.find(.select, within: .tableScope)
      if place > 0 {
        close(place)
        return false
      }
    case .option, .optgroup:
      if open.top.tag == .option { close(open.count - 1) }
      if tag == .optgroup, open.top.tag == .optgroup { close(open.count - 1) }
    case .rb, .rt, .rp, .rtc:
      let last = open.top.tag
      if last == .rb || last == .rt || last == .rp { close(open.count - 1) }
    case .table:
      // A table right inside another, in no cell of it, ends that one.
      let place = open.find(role: [.cell, .tableScope], within: [])
      if place > 0, open.elements[place].tag == .table { close(place) }
    case .html, .head, .body, .frame, .frameset: return false
    default:
      if role.contains(.heading) {
        if open.top.tag.headingLevel > 0 { close(open.count - 1) }
      } else {
        return prepareTablePart(tag, role)
      }
    }
    return true
  }

  /// Ends the item that is open in this list, and the paragraph.
  private mutating func closeItem(_ tag: HTMLTag, _ other: HTMLTag) {
    var place = open.count - 1
    while place > 0 {
      let element = open.elements[place].tag
      if element == tag || element == other {
        close(place)
        break
      }
      if element.roles.contains(.special), element != .div, element != .p, element.rawValue != 5 {
        break
      }
      place -= 1
    }
    closeParagraph()
  }

  /// Closes what a row, cell or section can't stand in and adds the elements between; false outside tables.
  private mutating func prepareTablePart(_ tag: HTMLTag, _ role: HTMLTagRoles) -> Bool {
    let table = open.find(.table, within: .tableScope)
    guard table > 0 else { return false }
    let isRow = tag == .tr
    guard isRow || tag == .td || tag == .th else {
      let isColumn = tag == .col && open.top.tag == .colgroup
      if !isColumn { close(table + 1) }
      return true
    }
    var level = table + 1
    if open.count > level, open.elements[level].tag.roles.contains(.tableSection) {
      level += 1
      if !isRow, open.count > level, open.elements[level].tag == .tr { level += 1 }
    }
    close(level)
    if !open.top.tag.roles.contains(.tableSection), open.top.tag != .tr { imply(.tbody) }
    if !isRow, open.top.tag != .tr { imply(.tr) }
    return true
  }

  private mutating func imply(_ tag: HTMLTag) { push(append(tag), tag, 0) }

  /// Ends the innermost formatting element of this tag; when a block is open inside it, with that block.
  mutating func endFormatting(_ tag: HTMLTag, within barrier: HTMLTagRoles) {
    let place = open.find(tag, within: barrier)
    guard place > 0 else { return }
    if open.hasSpecial(above: place) { open.markEnded(place) } else { close(place) }
  }

  /// An end tag.
  @inline(__always)
  mutating func end(_ tag: HTMLTag, _ key: UInt64) {
    if endsOverflow() { return }
    let role = tag.roles
    if role.contains(.hasEndRule) {
      endByRule(tag, role)
    } else if role.contains(.formatting) {
      endFormatting(tag, within: .scope)
    } else if role.contains(.special) || tag == .button {
      let place = open.find(tag, within: .scope)
      if place > 0 { close(place) }
    } else {
      let place = open.find(key: key)
      if place > 0 { close(place) }
    }
  }

  private mutating func endByRule(_ tag: HTMLTag, _ role: HTMLTagRoles) {
    var place = 0
    switch tag {
    case .body, .html: return
    case .head: if !hasBody { place = open.find(.head, within: .scope) }
    case .br:
      if prepare(.br), hasRoom() { _ = append(.br) }
      return
    case .p:
      place = open.find(.p, within: .buttonScope)
      if place == 0, hasBody, hasRoom() { _ = append(.p) }
    case .li: place = open.find(.li, within: .listScope)
    case .form:
      hasForm = false
      place = open.find(.form, within: .scope)
      if place > 0, open.hasSpecial(above: place) {
        open.markEnded(place)
        return
      }
    case .template: place = open.find(.template, within: [])
    default:
      if role.contains(.heading) {
        place = open.find(role: .heading, within: .scope)
      } else {
        place = open.find(tag, within: .tableScope)
      }
    }
    if place > 0 { close(place) }
  }
}
