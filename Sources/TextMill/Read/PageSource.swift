internal import TextAlgorithms

/// Makes the raw pages of readers.
enum PageSource {
  /// The page's bytes without the contents of `data:` addresses, which no reader of text wants.
  static func page(
    _ bytes: UnsafeBufferPointer<UInt8>, encoding: String? = nil, modifiedAt: String? = nil
  ) -> RawPage {
    RawPage(
      bytes: DataAddresses.emptied(bytes) ?? Array(bytes), encoding: encoding,
      modifiedAt: modifiedAt)
  }

  static func page(_ bytes: [UInt8], encoding: String? = nil, modifiedAt: String? = nil) -> RawPage
  {
    let emptied = bytes.withUnsafeBufferPointer { DataAddresses.emptied($0) }
    return RawPage(bytes: emptied ?? bytes, encoding: encoding, modifiedAt: modifiedAt)
  }
}
