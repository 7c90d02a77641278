import Glibc
import TextMill

/// Times reading alone: every document is made and dropped, on one thread.
func benchmarkRead(_ files: [String]) throws {
  var options = SourceOptions(name: "bench", reader: .jsonl, folder: "", paths: files)
  options.fields.id = "id"
  options.fields.title = "subject"
  options.fields.text = "text"
  options.fields.createdAt = "created_at"
  let plan = try InputPlan(sources: [options], partSize: 64 << 20, workFolder: "")
  let reader = plan.readers[0].makePartReader()
  for _ in 0..<5 {
    var start = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    var documents = 0
    var rejections = 0
    var bytes = 0
    for part in plan.parts {
      try reader.read(part) { result in
        switch result {
        case .document(let document):
          documents += 1
          if case .text(let text) = document.body { bytes += text.count }
        case .rejection: rejections += 1
        }
      }
    }
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let seconds =
      Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1_000_000_000
    let size = plan.files.joined().reduce(0) { $0 + $1.size }
    print(
      "read: \(documents) documents, \(rejections) rejections, \(bytes) bytes of text,",
      "\(Int(Double(size) / seconds / 1_000_000)) MB/s")
  }
}
