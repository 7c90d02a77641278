import Foundation
import Testing

@testable import TextAlgorithms

@Suite struct MojibakeRepairTests {
  static let sound = [
    "Die Lieferung nach Köln war schön früh – „Spaß“ hat’s gemacht, Größe Ä.",
    "L’été, « voilà » le garçon… déçu, où ça ? À bientôt, CAFÉ™ FERMÉ… « é »",
    "El niño pidió un café; ¿dónde está? «Sí», dijo. ÁÉÍÓÚ Ñ",
    "Perché la città è così? L’università… già",
    "A situação não é boa: coração, avó, avô, NÃO, IRMÃ… AMANHÃ”",
    "Zażółć gęślą jaźń – „łódź” kosztuje 5 zł",
    "Příliš žluťoučký kůň úpěl ďábelské ódy. Úžasné!",
    "Árvíztűrő tükörfúrógép – ŐŰ „így”",
    "Înțelegere și ființă; „Ăştia” au spus da",
    "Çok güzel, İstanbul’da ağaç şöyle ığ",
    "Все счастливые семьи похожи – «друг на друга»; ёлка №5",
    "Її ім’я – Ґанна; Ві мріє про їжу, РІСЬ",
    "Ελληνικά κείμενα: Όλα καλά «ναι» – Ώρα",
    "مرحبا بالعالم، كيف الحال؟", "שלום עולם – מה שלומך?", "สวัสดีชาวโลก", "नमस्ते दुनिया",
    "今日は良い天気ですね。「はい」", "你好，世界！——“是”", "안녕하세요 세계",
    "Việt Nam đất nước mến yêu – Ứng dụng", "Smörgåsbord på ön – 5 Å², 10 m², 42°",
    "┌─┬─┐ │ └┴┘ ┼─┤", "Ω≈ç√∫˜µ≤≥÷",
  ]

  @Test(arguments: sound)
  func `sound text stays`(text: String) {
    var bytes = Array(text.utf8)
    let changes = MojibakeRepair.apply(&bytes)
    #expect(changes == 0)
    #expect(bytes == Array(text.utf8))
  }

  static let words = [
    "déjà vu à Besançon", "Größe für schöne Mädchen", "mañana por la mañana", "Zażółć gęślą jaźń",
    "Příliš žluťoučký kůň", "it’s “quoted” – and…", "größer als 5 € ©", "Привет, мир и всё",
  ]

  @Test(arguments: words)
  func `text read as Windows-1252 or Latin-1 comes back, also when it happened twice`(text: String)
  {
    for page in [MisreadCodePage.windows1252, -1] {
      let broken = Misreading.read(text, as: page)
      #expect(repaired(broken) == text)
      #expect(repaired(Misreading.read(broken, as: page)) == text)
    }
  }

  @Test(arguments: 0..<MisreadCodePage.count)
  func `real words read in each code page come back`(page: Int) {
    for text in ["le café est déjà fermé", "it’s here", "schöne grüße an alle"] {
      let broken = Misreading.read(text, as: page)
      #expect(repaired(broken) == text, "\(page): \(broken)")
    }
  }

  @Test func `only the broken line changes`() {
    #expect(repaired("Spaß“ und é »\nGrÃ¼ÃŸe\nCAFÉ™") == "Spaß“ und é »\nGrüße\nCAFÉ™")
  }

  @Test func `a line made to be repaired for ever is left alone`() {
    let hostile = "Ã" + String(repeating: "ƒ", count: 5000)
    #expect(repaired(hostile) == hostile)
  }

  private func repaired(_ text: String) -> String {
    var bytes = Array(text.utf8)
    _ = MojibakeRepair.apply(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Makes mojibake from the same tables, the other way round.
enum Misreading {
  /// The UTF-8 of `text` read in a code page; -1 is Latin-1. Bytes a page leaves open become C1 controls.
  static func read(_ text: String, as page: Int) -> String {
    let pages = MisreadCodePage()
    var characters: [UInt8: Unicode.Scalar] = [:]
    if page >= 0 {
      for value in (UInt32(0xA0)..<0x2600) where pages.row(value) != 0 {
        let byte = pages.byte(pages.row(value), page)
        if byte != 0 { characters[byte] = Unicode.Scalar(value) }
      }
    }
    var out = String.UnicodeScalarView()
    for byte in text.utf8 {
      out.append(byte < 0x80 ? Unicode.Scalar(byte) : characters[byte] ?? Unicode.Scalar(byte))
    }
    return String(out)
  }
}
