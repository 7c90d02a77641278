import Glibc
import TextAlgorithms
import TextMill

/// Times the parts of page extraction on one thread, in MB/s of HTML by processor time: the best of three rounds.
///
/// `files` are pages, plain or compressed; they are read before the clock starts.
func benchmarkPages(_ root: String, _ files: [String]) throws {
  let store = try StoredFile(root: root)
  let pages = try files.map { RawPage(bytes: try store.read($0)) }
  let texts = pages.map { EncodingDetector.decode($0).text }
  let size = Double(pages.reduce(0) { $0 + $1.bytes.count })
  func time(_ name: String, _ body: (Int) -> Int) {
    var best = Double.infinity
    var check = 0
    for _ in 0..<3 {
      let start = threadTime()
      check = pages.indices.reduce(0) { $0 &+ body($1) }
      best = min(best, threadTime() - start)
    }
    print("\(name): \(Int(size / 1e6 / best)) MB/s (\(check))")
  }
  var arena = HTMLArena()
  var own = HTMLParser()
  var libxml = LibXMLParser()
  time("decode") { EncodingDetector.decode(pages[$0]).text.count }
  time("parse, libxml2") {
    libxml.parse(texts[$0], into: &arena)
    return arena.nodes.count
  }
  time("parse, html5") {
    own.parse(texts[$0], into: &arena)
    return arena.nodes.count
  }
  var content = MainContent()
  time("parse by libxml2, main content, Markdown") {
    libxml.parse(texts[$0], into: &arena)
    return content.markdown(arena).count
  }
  time("parse as html5, main content, Markdown") {
    own.parse(texts[$0], into: &arena)
    return content.markdown(arena).count
  }
  var extractor = PageExtractor()
  time("parse by libxml2, extract a page with its facts and product") {
    extractor.extract(pages[$0], url: nil).text.count
  }
}

private func threadTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
