import Testing
import TextAlgorithms

@testable import TextMill

/// Whom a ticket itself names is found wherever it names them.
@Suite struct KnownIdentityLawTests {
  private static let people: [(given: [String], surname: [String])] = [
    (
      ["Anna", "John", "Grace", "Will", "Priya"],
      ["Hadley", "Stone", "O'Neil", "Smith-Jones", "Raman"]
    ),
    (["Jürgen", "Lena", "Björn", "Anke"], ["Müller", "Weiß", "Schäfer", "von Thun"]),
    (["Élodie", "René", "Chloé"], ["Lefèvre", "Dupont", "de la Tour"]),
    (["José", "Lucía", "Íñigo"], ["Núñez", "García Lorca", "Peña"]),
    (["Giulia", "Niccolò", "Sara"], ["Bianchi", "D'Angelo", "Rossi"]),
    (["陽菜", "翔太", "美咲"], ["田中", "佐藤", "長谷川"]),
  ]
  /// {F} full name, {G} given name, {S} surname, {R} surname first, {I} given name and initial, {E} address, {T} telephone.
  private static let letters: [[String]] = [
    [
      "Hi {G},\nyour colleague {F} wrote. Write to {E} or call {T}.\nThanks,\n{G} {S}",
      "Is this {I}? It says {R}.\n\n-- {F}", "Dear Ms {S}, {F} called. hello {G}",
    ],
    [
      "Hallo {G},\nFrau {S} hat mich angerufen ({T}).\nViele Grüße\n{F}",
      "Sehr geehrter Herr {S},\nbitte an {E}. {R}",
    ],
    [
      "Bonjour {G},\nMadame {S} a appelé au {T}.\nCordialement\n{F}",
      "{F} <{E}> a écrit : merci, {G}",
    ],
    ["Hola {G},\nla señora {S} llamó al {T}.\nSaludos,\n{F}", "Soy {F}, mi correo es {E}. {R}"],
    ["Ciao {G},\nil signor {S} ha chiamato il {T}.\nSaluti\n{F}", "Sono {F}, scrivete a {E}."],
    ["{S}様\nお世話になっております。{F}です。{E}まで。", "{F}さん、電話は{T}です。\n{S} {G}"],
  ]

  @Test func `recall is whole on 500 tickets in six languages`() {
    var random = SeededGenerator(seed: 11)
    let redactor = Redactor()
    for i in 0..<500 {
      let language = i % 6
      let people = Self.people[language]
      let given = people.given.randomElement(using: &random)!
      let surname = people.surname.randomElement(using: &random)!
      let isJapanese = language == 5
      let full = isJapanese ? "\(surname)\(given)" : "\(given) \(surname)"
      let mail = "kunde\(i).x\(Int.random(in: 10...99, using: &random))@post.example"
      let phone = "+49 30 \(Int.random(in: 2_000_000...8_999_999, using: &random))"
      let slots = [
        "{F}": full, "{G}": given, "{S}": surname,
        "{R}": isJapanese ? "\(surname) \(given)" : "\(surname), \(given)",
        "{I}": "\(given) \(surname.first!).", "{E}": mail, "{T}": phone,
      ]
      var text = Self.letters[language].randomElement(using: &random)!
      for slot in slots.keys.sorted() { text = text.replacing(slot, with: slots[slot]!) }
      if language < 2, i % 3 == 0 { text = text.uppercased() }
      redactor.begin(
        Identities(customer: [isJapanese ? "\(surname) \(given)" : full, mail, phone]))
      var bytes = Array(text.utf8)
      _ = redactor.redact(&bytes)
      let left = FoldedText.fold(bytes)
      for value in [given, surname, mail, String(phone.suffix(7))] {
        let folded = FoldedText.fold(Array(value.utf8))
        let stands = String(decoding: left, as: UTF8.self).contains(
          String(decoding: folded, as: UTF8.self))
        #expect(!stands, "\(value) in \(String(decoding: bytes, as: UTF8.self)) of \(text)")
      }
      #expect(redactor.rescan(bytes) == [], "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
