internal import Glibc

/// The key of pseudonyms, which comes from the environment only.
package enum PseudonymKey {
  /// The value of the variable, or nil when it isn't set or is empty.
  package static func value(_ variable: String?) -> [UInt8]? {
    guard let variable, let value = getenv(variable) else { return nil }
    let bytes = Array(String(cString: value).utf8)
    return bytes.isEmpty ? nil : bytes
  }

  /// The variable that `${NAME}` names, or nil when that isn't its form.
  package static func variable(_ reference: String) -> String? {
    guard reference.hasPrefix("${"), reference.hasSuffix("}") else { return nil }
    let name = reference.dropFirst(2).dropLast()
    let isName = name.utf8.allSatisfy {
      ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
        || $0 == 0x5F
    }
    return isName && !name.isEmpty ? String(name) : nil
  }
}
