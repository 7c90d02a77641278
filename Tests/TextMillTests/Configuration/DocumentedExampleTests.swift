import Testing

@testable import TextMill

/// The three jobs that configurations are written for, as a user writes them.
@Suite struct DocumentedExampleTests {
  @Test func `a support bot's training set`() throws {
    let yaml = """
      version: 1
      name: support-bot
      output: runs/support-bot

      sources:
        - name: helpdesk
          reader: zendesk
          paths: [corpora/tickets/zendesk/*.json]
          include: { status: [solved, closed] }
        - name: legacy
          reader: csv
          paths: [corpora/tickets/legacy.csv.gz]
          fields: { id: ticket_no, title: subject, created_at: opened, customer: email,
                    messages: [ { role: customer, text: question }, { role: agent, text: answer } ] }

      extract: { internal_notes: leave_out }
      trim_reply: { languages: auto }
      normalize: [encoding, nfc, spaces, invisible]
      redact: { mode: placeholder, kinds: all, known_identities: true, allow: [support@example.com], fail_on_rescan: true }
      filter:
        - { length: { min_words: 8 } }
        - { language: { keep: [en, de, fr] } }
        - automation
      deduplicate:
        exact: true
        near: { similarity: 0.8, ngram: 5, bands: 14, rows: 8, verify: true, numbers: mask, keep: newest }
        repeated_blocks: { min_share: 0.02, action: strip }
      tokenize: { vocabulary: embedded }
      converse: { system: "You are the support team of {{shop}}.", learn: agents, max_tokens: 4096 }
      split: { validation: 0.05, test: 0.05, by: [conversation, customer, cluster], fail_on_leak: true }

      write:
        training: { target: openai-chat, compression: zstd, shards: auto }
      """
    let configuration = try ConfigurationFixture.configuration(yaml)
    #expect(
      configuration.stages == [
        .read, .extract, .trimReply, .normalize, .redact, .filter, .deduplicate, .converse,
      ])
    #expect(configuration.sources[0].includedStatuses == ["solved", "closed"])
    #expect(configuration.sources[1].fields.messages.map(\.role) == ["customer", "agent"])
    #expect(configuration.sources[1].fields.customer == ["email"])
    #expect(configuration.redact?.options.allow == ["support@example.com"])
    #expect(configuration.filter?.count == 3)
    #expect(configuration.deduplicate?.near?.numbers == .mask)
    #expect(configuration.deduplicate?.repeatedBlocks?.minShare == 0.02)
    #expect(configuration.converse?.system == "You are the support team of support-bot.")
    #expect(configuration.split?.by == [.conversation, .customer, .cluster])
    #expect(configuration.write.training?.compression == .zstd)
    #expect(configuration.write.shards == nil)
  }

  @Test func `a product index`() throws {
    let yaml = """
      version: 1
      name: product-index
      output: runs/product-index

      sources:
        - { name: shop, reader: pages, paths: [corpora/pages/**/*.html], base_url: https://shop.example }
        - { name: feed, reader: shopify, paths: [corpora/feeds/shopify.csv] }

      normalize: [encoding, nfc, spaces, invisible]
      deduplicate: { exact: true, near: { similarity: 0.9, numbers: keep } }
      chunk: { max_tokens: 512, overlap: 0, headings: metadata }
      tokenize: { vocabulary: embedded }

      write:
        retrieval: { targets: [jsonl, opensearch], compression: gzip, previous: null }
      """
    let configuration = try ConfigurationFixture.configuration(yaml)
    #expect(configuration.sources.map(\.reader) == [.pages, .shopify])
    #expect(configuration.sources[0].baseURL == "https://shop.example")
    #expect(configuration.chunk == ChunkConfiguration(maxTokens: 512))
    #expect(configuration.write.retrieval?.targets == [.jsonl, .opensearch])
    #expect(configuration.redact == nil)
  }

  @Test func `a plain corpus`() throws {
    let yaml = """
      version: 1
      name: corpus
      output: runs/corpus
      sources: [ { name: tickets, reader: jsonl, paths: ["tickets-*.jsonl"], fields: { id: id, text: text } } ]
      normalize: [nfc]
      deduplicate: { exact: true, near: { similarity: 0.8, ngram: 5, bands: 14, rows: 8, verify: true } }
      tokenize: { vocabulary: o200k_base.tiktoken }
      write:
        documents: { compression: zstd }    # id, text, token_count, source, metadata: one document a row
      """
    let configuration = try ConfigurationFixture.configuration(yaml)
    #expect(configuration.sources[0].fields.text == "text")
    #expect(configuration.tokenize?.vocabulary == "o200k_base.tiktoken")
    #expect(configuration.stages == [.read, .extract, .normalize, .deduplicate])
  }
}
