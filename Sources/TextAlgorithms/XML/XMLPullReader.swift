internal import CLibXML2

/// Reads XML of any size from front to back, by libxml2's streaming reader.
///
/// Nothing is fetched: no network, no external subset, no external entity. Entities that a document
/// declares aren't expanded but stand as they are written; those of HTML stand for their characters.
/// Elements deeper than `depthLimit` are passed over. What `XMLRepair` mends is counted; any other error
/// of form ends the reading. Memory is that of one element's text.
package final class XMLPullReader {
  /// What comes next.
  package enum Event: Equatable, Sendable {
    /// An element begins; an empty one ends in the next event.
    case start(name: String, namespace: String?)
    case text([UInt8])
    case end(name: String, namespace: String?)
  }

  package static let depthLimit = 64

  private var reader: xmlTextReaderPtr?
  private let source: Source
  private let errorCounter = ErrorCounter()
  private var pendingEnd: Event?
  private var depth = 0

  /// Mistakes of form that were mended so far.
  package var repairs: Int { source.repair.count }
  /// The mistake that ended the reading, as libxml2 says it.
  package var firstError: String? { errorCounter.first }
  /// The line at which the reader stands, 1-based.
  package var line: Int {
    reader.flatMap { xmlTextReaderCurrentNode($0) }.map { Int(xmlGetLineNo($0)) } ?? 0
  }

  /// `read` fills a buffer and says with how much; 0 at the end. What it throws comes out of `next`.
  package init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    source = Source(read)
    // SAFETY: the callbacks get `source` and `errorCounter`, which outlive the reader.
    reader = xmlReaderForIO(
      { context, buffer, count in
        guard let context, let buffer else { return -1 }
        let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
        return source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
      }, { _ in 0 }, Unmanaged.passUnretained(source).toOpaque(), nil, nil,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error else { return }
        Unmanaged<ErrorCounter>.fromOpaque(context).takeUnretainedValue().add(error)
      }, Unmanaged.passUnretained(errorCounter).toOpaque())
  }

  deinit { xmlFreeTextReader(reader) }

  /// The next event; nil at the end of the document, or where nothing more can be read.
  package func next() throws -> Event? {
    if let end = pendingEnd {
      pendingEnd = nil
      return end
    }
    while true {
      let status = xmlTextReaderRead(reader)
      if let error = source.error { throw error }
      guard status == 1 else { return nil }
      let type = xmlReaderTypes(UInt32(max(0, xmlTextReaderNodeType(reader))))
      depth = Int(xmlTextReaderDepth(reader))
      if depth > XMLPullReader.depthLimit { continue }
      switch type {
      case XML_READER_TYPE_ELEMENT:
        let (name, namespace) = names()
        if xmlTextReaderIsEmptyElement(reader) == 1 {
          pendingEnd = .end(name: name, namespace: namespace)
        }
        return .start(name: name, namespace: namespace)
      case XML_READER_TYPE_END_ELEMENT:
        let (name, namespace) = names()
        return .end(name: name, namespace: namespace)
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return .text(value())
      default: continue
      }
    }
  }

  /// The value of an attribute of the element whose `start` was the last event.
  package func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    // SAFETY: libxml2 ends its texts with a zero.
    return xmlTextReaderConstValue(reader).map { String(cString: $0) }
  }

  private func names() -> (String, String?) {
    let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    return (name, xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) })
  }

  private func value() -> [UInt8] {
    guard let text = xmlTextReaderConstValue(reader) else { return [] }
    // SAFETY: libxml2 ends its texts with a zero.
    return Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  /// The stream behind the reader.
  private final class Source {
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    private var raw = [UInt8](repeating: 0, count: 1 << 14)
    private var mended: [UInt8] = []
    private var given = 0
    private var isAtEnd = false
    var repair = XMLRepair()
    var error: (any Error)?

    init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.read = read }

    func fill(_ room: UnsafeMutableRawBufferPointer) -> Int32 {
      do {
        while given == mended.count, !isAtEnd {
          mended.removeAll(keepingCapacity: true)
          given = 0
          let got = try raw.withUnsafeMutableBytes { try read($0) }
          isAtEnd = got == 0
          raw.withUnsafeBytes {
            repair.pass(
              UnsafeRawBufferPointer(rebasing: $0[..<got]), isFinal: isAtEnd, to: &mended)
          }
        }
      } catch {
        self.error = error
        return -1
      }
      let step = min(room.count, mended.count - given)
      room.copyBytes(from: mended[given..<(given + step)])
      given += step
      return Int32(step)
    }
  }

  private final class ErrorCounter {
    var count = 0
    var first: String?

    func add(_ error: xmlErrorPtr) {
      // A missing declaration of a prefix is no mistake of form.
      if error.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue) { return }
      count += 1
      guard first == nil, let message = error.pointee.message else { return }
      let text = String(cString: message).split(separator: "\n").first.map(String.init) ?? ""
      first = "\(text) at line \(error.pointee.line)"
    }
  }
}
