/// One message of a chat example.
package struct Turn: Equatable, Sendable {
  /// The chat roles of a training target.
  package enum Role: String, Sendable { case system, user, assistant }

  package var role: Role
  package var text: [UInt8]
  /// Whether a model learns this turn; only said of assistant turns.
  package var isLearnt: Bool

  package init(role: Role, text: [UInt8], isLearnt: Bool = false) {
    self.role = role
    self.text = text
    self.isLearnt = isLearnt
  }
}
