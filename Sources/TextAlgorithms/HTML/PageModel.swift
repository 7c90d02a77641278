internal import Glibc

/// The probability that a block is main content.
enum PageModel {
  /// Scores each row; a plain rule on landmarks and links stands where no model is built in.
  static func score(_ rows: PageFeatures, into scores: inout [Float]) {
    scores.removeAll(keepingCapacity: true)
    let names = PageFeatures.names
    let away = ["l_nav", "l_header", "l_footer", "l_aside"].map { names.firstIndex(of: $0)! }
    let link = names.firstIndex(of: "w3_link")!
    rows.values.withUnsafeBufferPointer { values in
      for row in 0..<rows.count {
        let start = row * PageFeatures.width
        let isAway = away.contains { values[start + $0] < 30 }
        scores.append(isAway ? 0.05 : max(0.05, 0.9 - values[start + link]))
      }
    }
  }
}
