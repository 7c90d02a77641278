internal import TextAlgorithms

/// Makes a page of a record's block, or says why there is none.
struct WARCPages {
  let context: ReaderContext

  /// The document's id, which is its address.
  func id(_ head: WARCHead) -> String? { head.uri.map { context.documentID($0) } }

  /// The page of a response or a resource. nil when the file ends inside it.
  func result(
    _ head: WARCHead, _ block: WARCRecords.Block, _ location: SourceLocation,
    _ notes: inout ReadNotes
  ) throws -> ReadResult? {
    if let refusal = try refusal(head, block, location) { return refusal }
    if head.length > context.options.recordLimit {
      return context.rejection(
        "record_too_large", at: location, id: id(head),
        evidence: "over \(context.options.recordLimit) bytes")
    }
    guard let bytes = try block.whole() else { return nil }
    return page(head, bytes, location, &notes)
  }

  /// Why a record is no page, told by its heads alone; nil when it may be one.
  func refusal(
    _ head: WARCHead, _ block: WARCRecords.Block, _ location: SourceLocation
  ) throws -> ReadResult? {
    let front = try block.head(1 << 16)
    guard let http = self.http(head, front) else {
      if head.type == "revisit" { return nil }
      let type = head.contentType
      if type.map({ MediaType($0).name }) == "application/http" || head.type == "response" {
        if front.count < min(head.length, 1 << 16) { return nil }
        return context.rejection(
          "invalid_http", at: location, id: id(head), evidence: type, raw: front)
      }
      return isHTML(type, head, front) ? nil : notHTML(type ?? head.payloadType, head, location)
    }
    if let refusal = statusRefusal(http, head, location) { return refusal }
    let type = http["content-type"]
    let body = front.dropFirst(min(http.length, front.count))
    if head.type == "revisit", type == nil { return nil }
    return isHTML(type, head, body) ? nil : notHTML(type ?? head.payloadType, head, location)
  }

  /// The HTTP head of a record that has one.
  private func http(_ head: WARCHead, _ front: UnsafeBufferPointer<UInt8>) -> HTTPHead? {
    guard head.type == "response" || head.type == "revisit" else { return nil }
    return HTTPHead(front).flatMap { $0.status == nil ? nil : $0 }
  }

  private func statusRefusal(
    _ http: HTTPHead, _ head: WARCHead, _ location: SourceLocation
  ) -> ReadResult? {
    let status = String(http.status ?? 0)
    let wanted = context.options.includedStatuses
    // "Not modified" is how a server says that a payload is repeated.
    if wanted.isEmpty ? status == "200" : wanted.contains(status) { return nil }
    if head.type == "revisit", status == "304" { return nil }
    return context.rejection("status_excluded", at: location, id: id(head), evidence: status)
  }

  private func isHTML(
    _ type: String?, _ head: WARCHead, _ body: some Collection<UInt8>
  ) -> Bool {
    if let type { return MediaType(type).isHTML }
    if let type = head.payloadType { return MediaType(type).isHTML }
    return HTMLMark.isAtFront(of: body)
  }

  private func notHTML(
    _ type: String?, _ head: WARCHead, _ location: SourceLocation
  ) -> ReadResult {
    context.rejection(
      "not_html", at: location, id: id(head), evidence: type.map { MediaType($0).name } ?? "no type"
    )
  }

  /// The page of a whole block, under the address and date of `head`.
  func page(
    _ head: WARCHead, _ block: UnsafeBufferPointer<UInt8>, _ location: SourceLocation,
    _ notes: inout ReadNotes
  ) -> ReadResult {
    guard let uri = head.uri, let id = id(head) else {
      return context.rejection(
        "missing_field", at: location, evidence: "WARC-Target-URI", raw: block)
    }
    var content: [UInt8]
    var charset = head.contentType.flatMap { MediaType($0).charset }
    if let http = HTTPHead(block), http.status != nil {
      charset = http["content-type"].flatMap { MediaType($0).charset }
      do throws(WARCBody.Flaw) {
        let body = try WARCBody(
          UnsafeBufferPointer(rebasing: block[min(http.length, block.count)...]), head: http,
          limit: context.options.recordLimit)
        for note in body.notes { notes.add(note) }
        content = body.content
      } catch {
        return context.rejection(
          error.reason, at: location, id: id, evidence: error.evidence, raw: block)
      }
    } else {
      content = Array(block)
    }
    if content.isEmpty { return context.rejection("empty_body", at: location, id: id) }
    if head.truncated != nil { notes.add("payload_truncated") }
    var document = Document(
      id: id, kind: .page, source: location, url: uri,
      body: .page(PageSource.page(content, encoding: charset)))
    if let time = head.time {
      document.metadata.append(.init(key: "fetched_at", value: .string(time)))
    }
    return .document(document)
  }
}
