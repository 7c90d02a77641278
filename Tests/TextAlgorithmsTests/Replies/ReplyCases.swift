import Testing

/// Mail shapes of many languages, made for the tests.
enum ReplyCases {
  struct Shape: CustomTestStringConvertible, Sendable {
    let language: String
    let text: String
    var testDescription: String { "\(language): \(text.prefix(40))" }
  }

  static func shapes(_ rows: [(String, String)]) -> [Shape] {
    rows.map { Shape(language: $0.0, text: $0.1) }
  }

  /// What introduces a quote; all name a date.
  static let attributions = shapes([
    ("en", "On Mon, Jan 15, 2024 at 2:30 PM Jane Doe <jane@example.com> wrote:"),
    ("en", "On 15 Jan 2024, at 14:30, Jane Doe <jane@example.com> wrote:"),
    ("en", "On Mon, Jan 15, 2024 at 2:30 PM Jane Doe\n<jane@example.com> wrote:"),
    ("de", "Am Mo., 15. Jan. 2024 um 14:30 Uhr schrieb Jana Groß <jana@example.com>:"),
    ("de", "Am 15.01.24 um 14:30 schrieb Jana Groß:"),
    ("fr", "Le lun. 15 janv. 2024 à 14:30, Jeanne Dé <jeanne@example.com> a écrit :"),
    ("es", "El lun, 15 ene 2024 a las 14:30, Juana Ñu (<juana@example.com>) escribió:"),
    ("it", "Il giorno lun 15 gen 2024 alle ore 14:30 Gia Dò <gia@example.com> ha scritto:"),
    ("pt", "Em seg., 15 de jan. de 2024 às 14:30, João <joao@example.com> escreveu:"),
    ("nl", "Op ma 15 jan 2024 om 14:30 schreef Jan Klaassen <jan@example.com>:"),
    ("pl", "pon., 15 sty 2024 o 14:30 Jan Żak <jan@example.com> napisał(a):"),
    ("sv", "Den mån 15 jan. 2024 kl 14:30 skrev Åsa Öst <asa@example.com>:"),
    ("da", "Den man. 15. jan. 2024 kl. 14.30 skrev Søren <soren@example.com>:"),
    ("no", "man. 15. jan. 2024 kl. 14:30 skrev Kåre <kare@example.com>:"),
    ("fi", "ma 15. tammik. 2024 klo 14.30 Äiti Ö (aiti@example.com) kirjoitti:"),
    ("cs", "po 15. 1. 2024 v 14:30 odesílatel Řehoř <rehor@example.com> napsal:"),
    ("tr", "Ayşe <ayse@example.com>, 15 Oca 2024 Pzt, 14:30 tarihinde şunu yazdı:"),
    ("ru", "пн, 15 янв. 2024 г. в 14:30, Иван <ivan@example.com>:"),
    ("ru", "15.01.2024 14:30, Иван пишет:"),
    ("ja", "2024年1月15日(月) 14:30 山田太郎 <yamada@example.com>:"),
    ("ja", "2024/01/15 14:30、山田太郎 <yamada@example.com>のメール:"),
    ("zh", "王小明 <wang@example.com> 于2024年1月15日周一 14:30写道："),
    ("zh", "在 2024/1/15 14:30, 王小明 写道:"),
    ("ko", "2024년 1월 15일 (월) 오후 2:30, 김철수 <kim@example.com>님이 작성:"),
    ("vi", "Vào Th 2, 15 thg 1, 2024 vào lúc 14:30 Lan <lan@example.com> đã viết:"),
    ("hu", "Kis Éva <eva@example.com> ezt írta (időpont: 2024. jan. 15., H, 14:30):"),
  ])

  /// Header blocks of Outlook.
  static let headers = shapes([
    (
      "en",
      "From: Jane <jane@example.com>\nSent: Monday, January 15, 2024 2:30 PM\nTo: Bob\nSubject: Hi"
    ),
    (
      "de",
      "Von: Jana <jana@example.com>\nGesendet: Montag, 15. Januar 2024 14:30\nAn: Bob\nBetreff: Hallo"
    ),
    (
      "fr",
      "De : Jeanne <j@example.com>\nEnvoyé : lundi 15 janvier 2024 14:30\nÀ : Bob\nObjet : Bonjour"
    ),
    (
      "es",
      "De: Juana <j@example.com>\nEnviado el: lunes, 15 de enero de 2024 14:30\nPara: Bob\nAsunto: Hola"
    ),
    (
      "it",
      "Da: Gia <gia@example.com>\nInviato: lunedì 15 gennaio 2024 14:30\nA: Bob\nOggetto: Ciao"
    ),
    (
      "pt",
      "De: João <j@example.com>\nEnviada em: segunda-feira, 15 de janeiro de 2024 14:30\nPara: B\nAssunto: Oi"
    ),
    (
      "nl",
      "Van: Jan <jan@example.com>\nVerzonden: maandag 15 januari 2024 14:30\nAan: Bob\nOnderwerp: Hoi"
    ),
    (
      "pl",
      "Od: Jan <jan@example.com>\nWysłano: poniedziałek, 15 stycznia 2024 14:30\nDo: Bob\nTemat: Cześć"
    ),
    ("sv", "Från: Åsa <asa@example.com>\nSkickat: den 15 januari 2024 14:30\nTill: Bob\nÄmne: Hej"),
    ("da", "Fra: Søren <s@example.com>\nSendt: 15. januar 2024 14:30\nTil: Bob\nEmne: Hej"),
    (
      "fi",
      "Lähettäjä: Äiti <a@example.com>\nLähetetty: 15. tammikuuta 2024 14:30\nVastaanottaja: B\nAihe: Hei"
    ),
    (
      "cs",
      "Od: Řehoř <r@example.com>\nOdesláno: pondělí 15. ledna 2024 14:30\nKomu: Bob\nPředmět: Ahoj"
    ),
    (
      "tr",
      "Kimden: Ayşe <a@example.com>\nGönderildi: 15 Ocak 2024 Pazartesi 14:30\nKime: Bob\nKonu: Merhaba"
    ),
    (
      "ru", "От: Иван <i@example.com>\nОтправлено: 15 января 2024 г. 14:30\nКому: Боб\nТема: Привет"
    ),
    ("ja", "差出人: 山田 <y@example.com>\n送信日時: 2024年1月15日 14:30\n宛先: 佐藤\n件名: 質問"),
    ("zh", "发件人： 王 <w@example.com>\n发送时间： 2024年1月15日 14:30\n收件人： 李\n主题： 问题"),
    ("ko", "보낸 사람: 김 <k@example.com>\n보낸 날짜: 2024년 1월 15일 14:30\n받는 사람: 이\n제목: 질문"),
  ])

  /// What programs on phones append.
  static let footers = shapes([
    ("en", "Sent from my iPhone"), ("en", "Get Outlook for iOS<https://aka.ms/o0ukef>"),
    ("de", "Von meinem iPhone gesendet"), ("fr", "Envoyé de mon iPhone"),
    ("es", "Enviado desde mi iPhone"), ("it", "Inviato da iPhone"),
    ("pt", "Enviado do meu iPhone"), ("nl", "Verstuurd vanaf mijn iPad"),
    ("pl", "Wysłane z iPhone'a"), ("sv", "Skickat från min iPhone"),
    ("da", "Sendt fra min iPhone"), ("fi", "Lähetetty iPhonesta"),
    ("cs", "Odesláno z iPhonu"), ("tr", "iPhone'umdan gönderildi"),
    ("ru", "Отправлено с iPhone"), ("ja", "iPhoneから送信"), ("zh", "发自我的 iPhone"),
    ("ko", "나의 iPhone에서 보냄"),
  ])

  /// Closing, name and phone.
  static let closings = shapes([
    ("en", "Best regards,\nJane Doe\nTel. +44 20 7946 0123"),
    ("de", "Mit freundlichen Grüßen\nJana Groß\nTel. +49 30 1234567"),
    ("fr", "Cordialement,\nJeanne Dé\nTél. : +33 1 23 45 67 89"),
    ("es", "Un saludo,\nJuana Ñu\nTel.: +34 91 123 45 67"),
    ("it", "Cordiali saluti\nGia Dò\nTel. +39 06 1234567"),
    ("pt", "Atenciosamente,\nJoão Sá\nTel.: +351 21 123 4567"),
    ("nl", "Met vriendelijke groet,\nJan Klaassen\nTel. +31 20 123 4567"),
    ("pl", "Pozdrawiam\nJan Żak\ntel. 601 234 567"),
    ("sv", "Med vänliga hälsningar\nÅsa Öst\nTel. 08-123 456 78"),
    ("fi", "Ystävällisin terveisin\nÄiti Öst\npuh. 040 123 4567"),
    ("cs", "S pozdravem\nŘehoř Žák\ntel. 601 234 567"),
    ("tr", "Saygılarımla\nAyşe Öz\nTel: +90 212 123 45 67"),
    ("ru", "С уважением,\nИван Петров\nтел. +7 495 123-45-67"),
    ("ja", "よろしくお願いいたします。\n山田太郎\n電話: 03-1234-5678"),
  ])
}
