internal import TextAlgorithms

/// Writing what a stage leaves as it is.
extension JSONRecord {
  /// Appends `"key":value` of every member but those named, as they stood, parted by commas.
  package func appendPassing(except keys: [StaticString], to out: inout [UInt8]) {
    let needsComma = out.last.map { $0 != 0x7B } ?? false
    out.append(addingCapacity: line.count + 1) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        // SAFETY: the room is as long as the line and a comma.
        count += writePassing(to: room.baseAddress! + count, needsComma: needsComma) { member in
          !keys.contains { member.hasKey($0, in: line) }
        }
      }
    }
  }

  /// Appends a whole line: every member but `key` and `dropped`, as they stood, then `"key":value`, and `end` behind it.
  ///
  /// - Parameter value: The value of a member with this key.
  package func appendLine(
    movingToEnd key: StaticString, value: UnsafeBufferPointer<UInt8>, without dropped: StaticString,
    end: StaticString, to out: inout [UInt8]
  ) {
    let least = line.count + key.utf8CodeUnitCount + end.utf8CodeUnitCount
    out.append(addingCapacity: least + 6) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        // SAFETY: the room is for the line, the key with six signs around it, and the end.
        let start = room.baseAddress! + count
        start[0] = 0x7B
        var at = start + 1
        at += writePassing(to: at, needsComma: false) {
          !$0.hasKey(key, in: line) && !$0.hasKey(dropped, in: line)
        }
        if at > start + 1 { JSONRecord.put(0x2C, &at) }
        JSONRecord.put(0x22, &at)
        JSONRecord.put(key.utf8Start, key.utf8CodeUnitCount, &at)
        JSONRecord.put(0x22, &at)
        JSONRecord.put(0x3A, &at)
        JSONRecord.put(value.baseAddress!, value.count, &at)
        JSONRecord.put(end.utf8Start, end.utf8CodeUnitCount, &at)
        count += at - start
      }
    }
  }

  /// Writes the members that pass; returns how many bytes, which the line and a comma hold.
  @inline(__always)
  private func writePassing(
    to room: UnsafeMutablePointer<UInt8>, needsComma: Bool, where passes: (Member) -> Bool
  ) -> Int {
    guard let base = line.baseAddress else { return 0 }
    var needsComma = needsComma
    var at = room
    for member in members where passes(member) {
      if needsComma { JSONRecord.put(0x2C, &at) }
      needsComma = true
      // The quotes stand around the key in the line.
      JSONRecord.put(base + member.key.lowerBound - 1, member.key.count + 2, &at)
      JSONRecord.put(0x3A, &at)
      JSONRecord.put(base + member.value.lowerBound, member.value.count, &at)
    }
    return at - room
  }

  // SAFETY: every caller has room for what is put.
  @inline(__always)
  private static func put(_ byte: UInt8, _ at: inout UnsafeMutablePointer<UInt8>) {
    at.pointee = byte
    at += 1
  }

  @inline(__always)
  private static func put(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ at: inout UnsafeMutablePointer<UInt8>
  ) {
    let (from, to) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(at))
    at += count
    // Keys and ids are short: their two ends, which may overlap, cost less than a call.
    switch count {
    case 4...8:
      let last = (from + count - 4).loadUnaligned(as: UInt32.self)
      to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
      (to + count - 4).storeBytes(of: last, as: UInt32.self)
    case 9...16:
      let last = (from + count - 8).loadUnaligned(as: UInt64.self)
      to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
      (to + count - 8).storeBytes(of: last, as: UInt64.self)
    default: to.copyMemory(from: from, byteCount: count)
    }
  }
}
