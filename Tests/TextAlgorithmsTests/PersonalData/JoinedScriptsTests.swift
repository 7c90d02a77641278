import Testing

@testable import TextAlgorithms

@Suite struct JoinedScriptsTests {
  @Test(arguments: [
    ("IPアドレスは192.0.2.211です。", "ip:192.0.2.211"),
    ("地址192.0.2.7无法访问", "ip:192.0.2.7"),
    ("주소는 192.0.2.7입니다", "ip:192.0.2.7"),
    ("ที่อยู่192.0.2.7ครับ", "ip:192.0.2.7"),
    ("アドレスは2001:db8::17です", "ip:2001:db8::17"),
    ("機器はaa:bb:cc:dd:ee:faです", "mac:aa:bb:cc:dd:ee:fa"),
    ("電話は03-1234-5678です。", "phone:03-1234-5678"),
    ("携帯：０９０−１２３４−５６７８です", "phone:０９０−１２３４−５６７８"),
    ("电话：13812345678，谢谢", "phone:13812345678"),
    ("전화는010-1234-5678입니다", "phone:010-1234-5678"),
    ("โทร081-234-5678ครับ", "phone:081-234-5678"),
    ("カード4111111111111111を使う", "card:4111111111111111"),
    ("卡号4111 1111 1111 1111被拒", "card:4111 1111 1111 1111"),
    ("카드4111111111111111로", "card:4111111111111111"),
    ("カード４１１１１１１１１１１１１１１１です", "card:４１１１１１１１１１１１１１１１"),
    ("口座はDE89370400440532013000です", "iban:DE89370400440532013000"),
    ("宛先はfoo@example.comです", "email:foo@example.com"),
    ("宛先はfoo＠example.comです", "email:foo＠example.com"),
    ("番号は123-12-1234です", "ssn:123-12-1234"),
    ("送金先1111111111111111111114oLvT2へ", "crypto:1111111111111111111114oLvT2"),
  ])
  func `a number or an address is found between letters that touch it`(
    text: String, expected: String
  ) {
    #expect(found(text, kinds: PersonalDataKind.standard) == [expected])
  }

  @Test(arguments: [
    "注文番号12345678です", "バージョン1.2.3.4です", "ファームウェアは10.0.0.1", "版本1.2.3.4",
    "订单12345678已发货", "주문 12345678입니다", "คำสั่งซื้อ12345678ครับ", "電話代の合計は12345678円です",
    "電話は2024年1月15日です", "１２３４１２３４１２３４１２３４５です", "電話[PHONE_1]です、カード[CARD_1]を",
  ])
  func `numbers that are no one's stay between letters that touch them`(text: String) {
    #expect(found(text, kinds: PersonalDataKind.standard, oracle: { _, _ in true }) == [])
  }

  @Test(arguments: ["é", "ж", "λ", "ب", "x", "５"])
  func `letters of scripts with blanks hide what they touch`(letter: String) {
    #expect(found("\(letter)192.0.2.211") == [])
    #expect(found("192.0.2.211\(letter)") == [])
    #expect(found("電話\(letter)4111111111111111") == [])
  }

  @Test(arguments: [
    ("中島さくら", "中島さくら様", ["中島さくら"]), ("中島さくら", "件名:中島 さくらです", ["中島 さくら"]),
    ("中島さくら", "中島　さくら", ["中島　さくら"]), ("中島さくら", "お世話になります、中島です。", ["中島"]),
    ("中島さくら", "ありがとう\n中島\n", ["中島"]), ("中島さくら", "中島公園へ行く", []),
    ("中島 さくら", "中島さくら様", ["中島さくら"]), ("中島 さくら", "中島のもの", ["中島"]),
    ("中島 さくら", "さくらの木", []), ("林 太郎", "山林です", []), ("林 太郎", "林です", ["林"]),
    ("王小明", "我是王小明，谢谢", ["王小明"]), ("王小明", "王先生您好", ["王"]),
    ("王小明", "国王先生", []), ("김지은", "저는 김지은입니다", ["김지은"]), ("김지은", "지은씨", ["지은"]),
    ("สมชาย ใจดี", "คุณสมชาย ใจดีครับ", ["สมชาย ใจดี"]), ("Ann Lee", "Leeさん", ["Lee"]),
    ("カスタマーサポート", "カスタマーサポートです", []),
  ])
  func `a known name is found where no blank stands beside it`(
    name: String, text: String, expected: [String]
  ) {
    #expect(found(text, known: [name]) == expected.map { "person:\($0)" })
  }

  @Test(arguments: [
    ("ann.lee@example.com", "Dear Ann Lee,", ["person:Ann Lee"]),
    ("jan_mueller@example.com", "Hallo Jan Müller", ["person:Jan Müller"]),
    ("sales.team@example.com", "the Sales Team", []), ("annlee@example.com", "Ann Lee", []),
  ])
  func `a known mailbox names its owner`(address: String, text: String, expected: [String]) {
    #expect(found(text, known: [address]) == expected)
  }

  @Test func `folding of width keeps a map to the source`() {
    for text in ["０３−１２", "aＡ＠ｂ．ｃ", "1ー2", "日本１", "５"] {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress,
          let folding = WidthFolding(PersonalText(base: base, count: buffer.count))
        else {
          Issue.record("\(text) isn't folded")
          return
        }
        #expect(folding.source(0..<folding.bytes.count) == 0..<bytes.count)
        for i in folding.bytes.indices {
          let part = Array(bytes[folding.source(i..<(i + 1))])
          #expect(folding.bytes[i] >= 0x80 ? part == [folding.bytes[i]] : !part.isEmpty)
        }
      }
    }
  }
}
