internal import CDeflate
internal import CZstd

/// Compresses a stream of blocks; the bytes depend on the content alone, never on how it is cut into blocks.
///
/// zstd makes one frame; gzip makes members of 1 MiB of content each, which every reader joins (RFC 1952).
final class Compressor {
  static let memberSize = 1 << 20

  private enum Engine {
    case none
    case gzip(OpaquePointer)
    case zstd(OpaquePointer)
  }

  private let engine: Engine
  private var pending: [UInt8] = []
  private var buffer: [UInt8] = []

  init(_ compression: WriteConfiguration.Compression) {
    switch compression {
    case .none: engine = .none
    case .gzip: engine = .gzip(libdeflate_alloc_compressor(6)!)
    case .zstd:
      let context = ZSTD_createCCtx()!
      ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3)
      ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
      engine = .zstd(context)
      buffer = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
    }
  }

  deinit {
    switch engine {
    case .none: break
    case .gzip(let compressor): libdeflate_free_compressor(compressor)
    case .zstd(let context): ZSTD_freeCCtx(context)
    }
  }

  /// The file name's ending for a compression.
  static func suffix(_ compression: WriteConfiguration.Compression) -> String {
    switch compression {
    case .none: ""
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// Takes a block and appends what is ready to `out`.
  func compress(_ block: [UInt8], into out: inout [UInt8]) {
    switch engine {
    case .none: out.append(contentsOf: block)
    case .zstd(let context): stream(context, block, ZSTD_e_continue, &out)
    case .gzip(let compressor):
      pending.append(contentsOf: block)
      var start = 0
      while pending.count - start >= Compressor.memberSize {
        member(compressor, start..<(start + Compressor.memberSize), &out)
        start += Compressor.memberSize
      }
      if start > 0 { pending.removeSubrange(..<start) }
    }
  }

  /// Appends the end of the stream to `out`.
  func finish(into out: inout [UInt8]) {
    switch engine {
    case .none: break
    case .zstd(let context): stream(context, [], ZSTD_e_end, &out)
    case .gzip(let compressor):
      member(compressor, pending.indices, &out)
      pending = []
    }
  }

  private func member(_ compressor: OpaquePointer, _ range: Range<Int>, _ out: inout [UInt8]) {
    let bound = libdeflate_gzip_compress_bound(compressor, range.count)
    let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = pending.withUnsafeBytes {
        libdeflate_gzip_compress(
          compressor, $0.baseAddress.map { $0 + range.lowerBound }, range.count,
          buffer.baseAddress, bound)
      }
    }
    out.append(contentsOf: bytes)
  }

  private func stream(
    _ context: OpaquePointer, _ block: [UInt8], _ mode: ZSTD_EndDirective, _ out: inout [UInt8]
  ) {
    block.withUnsafeBytes { source in
      var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      var left = 1
      while mode == ZSTD_e_end ? left != 0 : input.pos < input.size {
        buffer.withUnsafeMutableBytes { room in
          var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
          left = ZSTD_compressStream2(context, &output, &input, mode)
          // Fails only for wrong parameters, which are fixed above.
          precondition(ZSTD_isError(left) == 0)
          out.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<output.pos]))
        }
      }
    }
  }
}
