internal import CLanes
internal import CTables

/// Weights of features for each label, and of each label behind each, as whole numbers.
///
/// Whole numbers, so that sums don't depend on their order.
struct NameModel {
  /// What a token may be, in the order of the file.
  enum Label: Int, CaseIterable {
    case outside, beginPerson, inPerson, beginAddress, inAddress, beginPlace, inPlace
    case beginCompany, inCompany
  }

  static let labels = Label.allCases.count
  typealias Scores = SIMD16<Int32>

  private let weights: WeightTable
  /// The weights of each label behind another, by the one before.
  let transitions: [Scores]

  /// The model of the program.
  // Never nil: constant data of the program.
  static let own = NameModel(
    UnsafeRawBufferPointer(start: tm_name_model()!, count: tm_name_model_size()))

  /// The model in a file, for measuring.
  init?(_ file: [UInt8]) {
    guard file.count > 200 else { return nil }
    self = file.withUnsafeBytes { NameModel($0) }
  }

  /// u32 slots (a power of two), 81 i16 transitions and one i16 of padding, slots u32 keys, slots rows of nine i16.
  private init(_ bytes: UnsafeRawBufferPointer) {
    let base = bytes.baseAddress!
    let slots = Int(base.loadUnaligned(as: UInt32.self))
    transitions = (0..<Self.labels).map { from in
      var scores = Scores()
      for to in 0..<Self.labels {
        scores[to] = Int32(
          base.loadUnaligned(fromByteOffset: 4 + (from * Self.labels + to) * 2, as: Int16.self))
      }
      return scores
    }
    // SAFETY: the file is laid out as scripts/name_model_train.py says.
    let hashes = (0..<slots).map {
      base.loadUnaligned(fromByteOffset: 168 + $0 * 4, as: UInt32.self)
    }
    let rows = (0..<slots * Self.labels).map {
      base.loadUnaligned(fromByteOffset: 168 + slots * 4 + $0 * 2, as: Int16.self)
    }
    weights = WeightTable(hashes, rows, width: Self.labels)
  }

  /// The sum of the weights of `features`, at most 128, for each label; lanes from nine on are 0.
  @inline(__always)
  func scores(_ features: [UInt32]) -> Scores { weights.sum(features) }

  /// The numbers of the best labels for tokens with these scores, by all that may follow one another. Linear.
  func path(_ scores: [Scores]) -> [UInt8] {
    var back = [UInt8](repeating: 0, count: scores.count * Scores.scalarCount)
    var path = [UInt8](repeating: 0, count: scores.count)
    // SAFETY: vectors of sixteen 32-bit numbers lie one after the other; the buffers are as long as the function says.
    scores.withUnsafeBytes { scores in
      transitions.withUnsafeBytes { transitions in
        tm_best_path(
          scores.baseAddress?.assumingMemoryBound(to: Int32.self), path.count,
          transitions.baseAddress?.assumingMemoryBound(to: Int32.self), Self.labels, &back, &path)
      }
    }
    return path
  }
}
