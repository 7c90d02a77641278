internal import TextAlgorithms

/// What is needed of a helpdesk user: the role, and what names the person.
struct ZendeskUser: Equatable {
  var role: String
  var name: String
  var email: String
  var phone: String

  init(_ value: JSONValue) {
    role = value["role"]?.string ?? ""
    name = value["name"]?.string ?? ""
    email = value["email"]?.string ?? ""
    phone = value["phone"]?.scalarText ?? ""
  }

  /// From the lines that `line` writes.
  init(line: UnsafeBufferPointer<UInt8>) {
    let fields = line.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    role = fields[0]
    name = fields.count > 1 ? fields[1] : ""
    email = fields.count > 2 ? fields[2] : ""
    phone = fields.count > 3 ? fields[3] : ""
  }

  /// The fields, each on a line of its own.
  var line: [UInt8] {
    let fields = [role, name, email, phone].map { $0.utf8.map { $0 == 0x0A ? 0x20 : $0 } }
    return Array(fields.joined(separator: [0x0A]))
  }

  /// What the person is called and reached by.
  var identities: [String] { [name, email, phone].filter { !$0.isEmpty } }
}
