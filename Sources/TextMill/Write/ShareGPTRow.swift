internal import TextAlgorithms

/// Rows of LLaMA-Factory's sharegpt format: human turns at odd places, answers at even ones.
enum ShareGPTRow {
  /// `{"conversations": [{"from", "value"}], "system": "..."}`; `system` is empty where there is none.
  static func append(_ example: TrainingExample, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendKey("conversations")
    out.append(0x5B)
    for (index, turn) in example.dialogue.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("from", turn.role == .user ? "human" : "gpt")
      out.appendMember("value", turn.text)
      out.append(0x7D)
    }
    out.append(0x5D)
    out.appendMember("system", example.system ?? [])
    out.appendASCII("}\n")
  }

  /// LLaMA-Factory's `dataset_info.json`: an entry for each file, by the run's name and the split.
  static func info(run: String, files: [(split: Split, name: String)]) -> JSONValue {
    func text(_ key: String, _ value: String) -> JSONValue.Member {
      .init(key: key, value: .string(value))
    }
    return .object(
      files.map { file in
        let isOne = files.count { $0.split == file.split } == 1
        let number = isOne ? "" : file.name.dropFirst(file.split.rawValue.utf8.count).prefix(6)
        return .init(
          key: "\(run)-\(file.split.rawValue)\(number)",
          value: .object([
            text("file_name", file.name), text("formatting", "sharegpt"),
            .init(
              key: "columns",
              value: .object([text("messages", "conversations"), text("system", "system")])),
            .init(
              key: "tags",
              value: .object([
                text("role_tag", "from"), text("content_tag", "value"),
                text("user_tag", "human"), text("assistant_tag", "gpt"),
              ])),
          ]))
      })
  }
}
