internal import TextAlgorithms

/// What Freshdesk's numbers mean. A number of the account's own making stays a number.
enum FreshdeskWords {
  static func status(_ ticket: JSONValue) -> String? {
    if let name = ticket.text("status_name") { return name.lowercased() }
    return word(
      ticket["status"], [2: "open", 3: "pending", 4: "resolved", 5: "closed"])
  }

  static func priority(_ ticket: JSONValue) -> String? {
    if let name = ticket.text("priority_name") { return name.lowercased() }
    return word(ticket["priority"], [1: "low", 2: "medium", 3: "high", 4: "urgent"])
  }

  static func channel(_ ticket: JSONValue) -> String? {
    if let name = ticket.text("source_name") { return name.lowercased() }
    return word(
      ticket["source"],
      [
        1: "email", 2: "portal", 3: "phone", 4: "forum", 5: "twitter", 6: "facebook", 7: "chat",
        9: "feedback_widget", 10: "outbound_email", 11: "ecommerce", 13: "whatsapp",
      ])
  }

  private static func word(_ value: JSONValue?, _ words: [Int: String]) -> String? {
    guard let text = value?.scalarText else { return nil }
    return Int(text).flatMap { words[$0] } ?? text.lowercased()
  }
}
