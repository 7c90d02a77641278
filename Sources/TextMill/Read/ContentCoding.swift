internal import CBrotli
internal import CZlib
internal import CZstd

/// Undoes a content coding of HTTP: gzip, deflate, br, zstd.
enum ContentCoding {
  /// What a coded body held.
  enum Outcome {
    case content([UInt8])
    /// The body ended early or broke; this much could be read.
    case partial([UInt8])
    /// The body isn't in this coding.
    case notCoded
    /// More than the limit.
    case tooLarge
    /// A coding that isn't read.
    case unknown
  }

  /// Decodes a whole body; never more than `limit` bytes.
  static func decode(_ body: [UInt8], coding: String, limit: Int) -> Outcome {
    switch coding {
    case "gzip", "x-gzip": body.starts(with: [0x1F, 0x8B]) ? inflate(body, 31, limit) : .notCoded
    case "deflate":
      // The standard means zlib; some servers send bare deflate.
      isZlib(body) ? inflate(body, 15, limit) : inflate(body, -15, limit)
    case "br": brotli(body, limit)
    case "zstd":
      body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? zstd(body, limit) : .notCoded
    case "identity", "none", "utf-8": .content(body)
    default: .unknown
    }
  }

  private static func isZlib(_ body: [UInt8]) -> Bool {
    body.count >= 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
  }

  private static func inflate(_ body: [UInt8], _ window: Int32, _ limit: Int) -> Outcome {
    var body = body
    let z = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    z.initialize(to: z_stream())
    defer { z.deallocate() }
    // SAFETY: the stream and the two buffers outlive every call made here.
    guard inflateInit2_(z, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return .notCoded
    }
    defer { inflateEnd(z) }
    let count = body.count
    return body.withUnsafeMutableBufferPointer { input in
      z.pointee.next_in = input.baseAddress
      z.pointee.avail_in = UInt32(count)
      return collect(limit) { room in
        z.pointee.next_out = room.baseAddress
        z.pointee.avail_out = UInt32(room.count)
        let status = CZlib.inflate(z, Z_NO_FLUSH)
        let got = room.count - Int(z.pointee.avail_out)
        if status == Z_STREAM_END { return (got, .ended) }
        if status != Z_OK { return (got, .broken) }
        return (got, z.pointee.avail_in == 0 && z.pointee.avail_out > 0 ? .broken : .more)
      }
    }
  }

  private static func brotli(_ body: [UInt8], _ limit: Int) -> Outcome {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return .unknown }
    defer { BrotliDecoderDestroyInstance(decoder) }
    return body.withUnsafeBufferPointer { input in
      var next = input.baseAddress
      var available = input.count
      return collect(limit) { room in
        var out = room.baseAddress
        var free = room.count
        // SAFETY: the decoder reads `available` bytes and writes at most `free`.
        let status = BrotliDecoderDecompressStream(decoder, &available, &next, &free, &out, nil)
        let got = room.count - free
        switch status {
        case BROTLI_DECODER_RESULT_SUCCESS: return (got, .ended)
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return (got, .more)
        default: return (got, .broken)
        }
      }
    }
  }

  private static func zstd(_ body: [UInt8], _ limit: Int) -> Outcome {
    guard let stream = ZSTD_createDStream() else { return .unknown }
    defer { ZSTD_freeDStream(stream) }
    return body.withUnsafeBytes { bytes in
      var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      return collect(limit) { room in
        var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        // SAFETY: zstd reads and writes inside the two buffers.
        let status = ZSTD_decompressStream(stream, &output, &input)
        if ZSTD_isError(status) != 0 { return (output.pos, .broken) }
        if input.pos < input.size || output.pos == output.size { return (output.pos, .more) }
        return (output.pos, status == 0 ? .ended : .broken)
      }
    }
  }

  private enum Step { case more, ended, broken }

  /// Gathers what `step` writes until it ends, breaks or passes the limit.
  private static func collect(
    _ limit: Int, _ step: (UnsafeMutableBufferPointer<UInt8>) -> (got: Int, Step)
  ) -> Outcome {
    var out: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (got, state) = room.withUnsafeMutableBufferPointer { step($0) }
      out.append(contentsOf: room[..<got])
      if out.count > limit { return .tooLarge }
      switch state {
      case .ended: return .content(out)
      case .broken: return out.isEmpty ? .notCoded : .partial(out)
      case .more: continue
      }
    }
  }
}
