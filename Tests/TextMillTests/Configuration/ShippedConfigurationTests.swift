import Foundation
import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct ShippedConfigurationTests {
  private func reference() throws -> ConfigNode {
    try ConfigNode(yaml: ConfigurationFixture.text("reference.yaml"))
  }

  private func schema() throws -> JSONValue {
    let bytes = Array(try ConfigurationFixture.text("textmill.schema.json").utf8)
    return try bytes.withUnsafeBufferPointer { try JSONValue(parsing: $0) }
  }

  @Test(arguments: ConfigurationFixture.shipped)
  func `every shipped configuration is sound`(name: String) throws {
    let configuration = try ConfigurationFixture.configuration(
      ConfigurationFixture.text("\(name).yaml"))
    #expect(configuration.name == name)
    #expect(configuration.output.hasSuffix("runs/\(name)"))
  }

  @Test(arguments: ConfigurationFixture.shipped)
  func `the effective configuration, printed, means the same`(name: String) throws {
    let first = try ConfigurationFixture.configuration(ConfigurationFixture.text("\(name).yaml"))
    let second = try ConfigurationFixture.configuration(first.effective.yaml)
    #expect(second.effective == first.effective)
    #expect(second.stages == first.stages)
  }

  @Test(arguments: ConfigurationFixture.shipped)
  func `every shipped configuration names its schema to editors`(name: String) throws {
    let head = try ConfigurationFixture.text("\(name).yaml").prefix { $0 != "\n" }
    #expect(head == "# yaml-language-server: $schema=textmill.schema.json")
  }

  @Test func `the reference names every key that the decoder knows`() throws {
    let node = try reference()
    let known = ConfigurationKeys.known(node)
    var written: ConfigurationKeys.Keys = [:]
    ConfigurationKeys.written(node, into: &written)
    #expect(known.count > 20)
    for (path, keys) in known { #expect(written[path] == keys, "at \"\(path)\"") }
    #expect(Set(written.keys) == Set(known.keys))
  }

  @Test func `the schema's keys are the decoder's`() throws {
    let known = ConfigurationKeys.known(try reference())
    var properties: ConfigurationKeys.Keys = [:]
    ConfigurationKeys.properties(try schema(), into: &properties)
    for (path, keys) in known { #expect(properties[path, default: []] == keys, "at \"\(path)\"") }
    for (path, keys) in properties {
      #expect(known[path, default: []] == keys, "at \"\(path)\"")
    }
  }

  /// Below sources and in the list of languages, what has no default is an example.
  private static func isExample(_ path: [Step], _ name: String) -> Bool {
    if path.first == .key("sources") {
      return ["name", "reader", "paths", "id", "title", "text", "language", "created_at"]
        .contains(name)
    }
    if path.first == .key("decontaminate") { return name == "files" }
    if path.contains(.key("rules")) { return true }
    return path.contains(.key("language")) && name == "keep"
  }

  @Test func `the reference gives every key its default`() throws {
    let node = try reference()
    let whole = try ConfigurationFixture.configuration(ConfigurationKeys.yaml(node)).effective
    var checked = 0
    for path in Self.leaves(node, []) {
      guard case .key(let name) = path.last, !Self.isExample(path, name) else {
        continue
      }
      var without = node
      Self.remove(path[...], from: &without)
      let effective = try ConfigurationFixture.configuration(ConfigurationKeys.yaml(without))
        .effective
      #expect(effective == whole, "without \(path)")
      checked += 1
    }
    #expect(checked > 50)
    let normalize = try ConfigurationFixture.configuration(ConfigurationKeys.yaml(node)).normalize
    #expect(normalize == NormalizationStep.defaults)
  }

  enum Step: Equatable {
    case key(String)
    case index(Int)
  }

  /// The paths of everything below a stage that is no mapping of its own.
  private static func leaves(_ node: ConfigNode, _ path: [Step]) -> [[Step]] {
    switch node.value {
    case .mapping(let entries) where !entries.isEmpty:
      entries.flatMap { leaves($0.node, path + [.key($0.key)]) }
    case .sequence(let nodes)
    where nodes.contains { if case .mapping = $0.value { true } else { false } }:
      nodes.indices.flatMap { leaves(nodes[$0], path + [.index($0)]) }
    // The keys at the top are stages, and a filter without settings is there or isn't.
    default: path.count < 2 || path.first == .key("filter") && path.count < 4 ? [] : [path]
    }
  }

  private static func remove(_ path: ArraySlice<Step>, from node: inout ConfigNode) {
    switch (path.first, node.value) {
    case (.key(let name), .mapping(var entries)):
      guard let i = entries.firstIndex(where: { $0.key == name }) else { return }
      if path.count == 1 {
        entries.remove(at: i)
      } else {
        remove(path.dropFirst(), from: &entries[i].node)
      }
      node.value = .mapping(entries)
    case (.index(let i), .sequence(var nodes)):
      remove(path.dropFirst(), from: &nodes[i])
      node.value = .sequence(nodes)
    default: break
    }
  }
}
