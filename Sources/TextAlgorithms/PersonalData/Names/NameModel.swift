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

  // SAFETY: point into the file, which lives as long as the program or as `storage`, and is laid out as
  // scripts/name_model_train.py says; 14 bytes follow the last row.
  private let keys: UnsafePointer<UInt32>
  private let rows: UnsafeRawPointer
  private let mask: Int
  private let storage: [UInt8]
  /// The weights of each label behind another, by the one before.
  let transitions: [Scores]

  /// The model of the program.
  init() {
    // Never nil: constant data of the program.
    self.init(UnsafeRawBufferPointer(start: tm_name_model()!, count: tm_name_model_size()), [])
  }

  /// The model in a file, for measuring.
  init?(_ file: [UInt8]) {
    guard file.count > 200 else { return nil }
    // SAFETY: the array's storage stays where it is as long as it is kept and unchanged.
    self = file.withUnsafeBytes { NameModel($0, file) }
  }

  /// u32 slots (a power of two), 81 i16 transitions and one i16 of padding, slots u32 keys, slots rows of nine i16.
  private init(_ bytes: UnsafeRawBufferPointer, _ storage: [UInt8]) {
    let base = bytes.baseAddress!
    let slots = Int(base.loadUnaligned(as: UInt32.self))
    mask = slots - 1
    transitions = (0..<Self.labels).map { from in
      var scores = Scores()
      for to in 0..<Self.labels {
        scores[to] = Int32(
          base.loadUnaligned(fromByteOffset: 4 + (from * Self.labels + to) * 2, as: Int16.self))
      }
      return scores
    }
    keys = (base + 168).assumingMemoryBound(to: UInt32.self)
    rows = base + 168 + slots * 4
    self.storage = storage
  }

  /// The sum of the weights of `features` for each label; lanes from nine on mean nothing.
  func scores(_ features: [UInt32]) -> Scores {
    // Two weights in a lane: the even ones low, the odd ones high.
    var even = SIMD8<Int32>()
    var odd = SIMD8<Int32>()
    for feature in features {
      var slot = Int(feature) & mask
      while keys[slot] != 0 {
        if keys[slot] == feature {
          let row = (rows + slot &* 18).loadUnaligned(as: SIMD8<Int32>.self)
          even &+= (row &<< 16) &>> 16
          odd &+= row &>> 16
          break
        }
        slot = (slot + 1) & mask
      }
    }
    var sum = Scores()
    sum.evenHalf = even
    sum.oddHalf = odd
    return sum
  }
}
