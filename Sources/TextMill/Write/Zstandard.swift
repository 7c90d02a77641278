internal import CZstd

/// Zstandard (RFC 8878) by libzstd: whole buffers here, streams in `Compressor`.
enum Zstandard {
  static func compress(_ bytes: UnsafeRawBufferPointer, level: Int32) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = ZSTD_compress(buffer.baseAddress, bound, bytes.baseAddress, bytes.count, level)
      // The bound is by definition enough.
      precondition(ZSTD_isError(count) == 0)
    }
  }

  /// The content of one frame whose size is known; nil when the bytes are damaged.
  static func decompress(_ bytes: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    var failed = false
    let out = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let got = ZSTD_decompress(buffer.baseAddress, size, bytes.baseAddress, bytes.count)
      failed = ZSTD_isError(got) != 0 || got != size
      count = failed ? 0 : got
    }
    return failed ? nil : out
  }
}
