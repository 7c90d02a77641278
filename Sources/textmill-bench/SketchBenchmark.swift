import Glibc
import TextAlgorithms

/// Measures text → sketch (shingles and 112 slots) on one thread, in MB/s of text.
///
/// `path` names a file of text; without it, made-up English-like words are used.
func sketchBenchmark(path: String? = nil) {
  let text = path.flatMap(contents) ?? madeUpText(bytes: 16 << 20)
  let documentSize = 4096
  var shingler = Shingler()
  var sketcher = FastSimilaritySketch(slots: 112)
  var sketch = [UInt32](repeating: 0, count: 112)
  var checksum: UInt32 = 0
  var best = Double.infinity
  for _ in 0..<5 {
    let start = now()
    text.withUnsafeBufferPointer { text in
      for at in stride(from: 0, to: text.count, by: documentSize) {
        let end = min(at + documentSize, text.count)
        let shingles = shingler.shingles(of: UnsafeBufferPointer(rebasing: text[at..<end]))
        sketch.withUnsafeMutableBufferPointer { sketcher.sketch(shingles, into: $0) }
        checksum ^= sketch[0]
      }
    }
    best = min(best, now() - start)
  }
  let rate = Double(text.count) / 1e6 / best
  print("text → sketch, 112 slots: \(Int(rate)) MB/s (checksum \(checksum))")
}

/// Seconds of processor time of this thread, which other work on the machine disturbs least.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The file's bytes, with what isn't UTF-8 replaced.
private func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&block, 1, block.count, file), count > 0 {
    bytes += block[..<count]
  }
  return bytes.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
}

private func madeUpText(bytes: Int) -> [UInt8] {
  var text: [UInt8] = []
  var state: UInt64 = 7
  while text.count < bytes {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let word = state >> 50
    for letter in 0..<(2 + word % 8) {
      text.append(UInt8(0x61 + (word &* 31 &+ letter &* 7) % 26))
    }
    text.append(word % 11 == 0 ? 0x2E : 0x20)
  }
  return text
}
