/// What programs write in tickets, by language: the words of automatic replies, bounces, surveys and
/// merges, in lower case.
enum AutomationPhrases {
  /// Subjects of automatic replies. They count at the start of a subject, when the subject ends
  /// there or a colon, dash or bracket follows: "Out of office message doesn't work" is a question.
  static let replySubjects: [[UInt8]] = lines(
    """
    out of office
    out of the office
    out-of-office
    automatic reply
    automated reply
    automated response
    automatic response
    auto reply
    auto-reply
    autoreply
    auto response
    auto-response
    autoresponse
    vacation reply
    abwesenheitsnotiz
    abwesenheitsassistent
    automatische antwort
    automatische rückantwort
    abwesend
    abwesenheit
    nicht im büro
    réponse automatique
    absence du bureau
    absent du bureau
    absence
    message d'absence
    respuesta automática
    fuera de la oficina
    fuera de oficina
    ausencia
    risposta automatica
    fuori ufficio
    fuori sede
    assenza
    resposta automática
    fora do escritório
    ausência temporária
    ausente
    automatisch antwoord
    afwezigheidsbericht
    afwezig
    niet aanwezig
    autoodpowiedź
    automatyczna odpowiedź
    odpowiedź automatyczna
    nieobecność
    autosvar
    automatiskt svar
    frånvaro
    frånvarande
    automatisk svar
    ikke til stede
    fraværende
    ikke på kontoret
    automaattinen vastaus
    poissaoloilmoitus
    poissa
    lomalla
    automatická odpověď
    mimo kancelář
    nepřítomnost
    otomatik yanıt
    otomatik cevap
    ofis dışında
    izindeyim
    автоответ
    автоматический ответ
    отсутствую
    нет на работе
    自動応答
    自動返信
    不在通知
    不在
    自动回复
    自動回覆
    自動回复
    不在办公室
    자동 회신
    자동 응답
    자동회신
    부재중
    """)

  /// First sentences of automatic replies; they count near the start of a short text, where a line or
  /// sentence begins.
  static let replyTexts = phrases(
    """
    i am currently out of the office
    i am out of the office
    i'm out of the office
    i will be out of the office
    i'm currently out of office
    i am currently on vacation
    i am on annual leave
    i am on parental leave
    currently away from my desk with limited access
    this is an automatic reply
    this is an automated reply
    this is an automated response
    this is an automatically generated
    this is an auto-generated
    this email was sent automatically
    this mailbox is not monitored
    ich bin derzeit nicht im büro
    ich bin zur zeit nicht im büro
    ich bin zurzeit nicht im büro
    ich bin momentan nicht im büro
    ich bin nicht im hause
    diese nachricht wurde automatisch
    dies ist eine automatisch generierte
    dies ist eine automatische antwort
    je suis actuellement absent
    je suis absent du bureau
    je serai absent du bureau
    ceci est une réponse automatique
    ceci est un message automatique
    estoy fuera de la oficina
    me encuentro fuera de la oficina
    estaré fuera de la oficina
    este es un mensaje automático
    esta es una respuesta automática
    sono fuori ufficio
    sarò fuori ufficio
    sarò assente dall'ufficio
    questa è una risposta automatica
    estou fora do escritório
    estarei ausente do escritório
    esta é uma resposta automática
    esta é uma mensagem automática
    ik ben momenteel afwezig
    ik ben niet op kantoor
    dit is een automatisch antwoord
    dit is een automatisch gegenereerd
    jestem poza biurem
    przebywam na urlopie
    wiadomość wygenerowana automatycznie
    jag är inte på kontoret
    detta är ett automatiskt svar
    jeg er ikke på kontoret
    dette er et automatisk svar
    olen poissa toimistolta
    tämä on automaattinen vastaus
    jsem mimo kancelář
    toto je automatická odpověď
    şu anda ofis dışındayım
    bu otomatik bir yanıttır
    меня нет в офисе
    я нахожусь в отпуске
    это автоматический ответ
    これは自動返信
    このメールは自動送信
    本メールは自動
    这是一封自动回复
    此为自动回复
    이 메일은 자동
    """)

  /// Subjects of delivery reports; matched as `replySubjects`.
  static let bounceSubjects: [[UInt8]] = lines(
    """
    undeliverable
    undelivered mail returned to sender
    undelivered mail
    delivery status notification
    delivery failure
    delivery has failed
    delivery delayed
    mail delivery failed
    mail delivery failure
    mail delivery subsystem
    mail system error
    message not delivered
    message undeliverable
    returned mail
    failure notice
    non-delivery report
    unzustellbar
    nicht zustellbar
    zustellung fehlgeschlagen
    non remis
    échec de la remise
    no se puede entregar
    no entregado
    impossibile recapitare
    recapito non riuscito
    não foi possível entregar
    não entregue
    onbestelbaar
    kan niet worden bezorgd
    nie można dostarczyć
    niedostarczone
    oleveransbart
    kan ikke leveres
    toimittaminen epäonnistui
    nedoručitelné
    teslim edilemedi
    недоставленное
    не удается доставить
    配信不能
    配信できませんでした
    无法送达
    未送达
    배달되지 않음
    """)

  /// First sentences of delivery reports; matched as `replyTexts`.
  static let bounceTexts = phrases(
    """
    this is the mail system at host
    this message was created automatically by mail delivery software
    delivery has failed to these recipients
    delivery to the following recipient
    your message couldn't be delivered
    your message could not be delivered
    your message wasn't delivered
    i'm sorry to have to inform you that your message could not
    i wasn't able to deliver your message
    the following message to <
    a message that you sent could not be delivered
    the original message was received at
    reporting-mta:
    fehler bei der nachrichtenzustellung
    ihre nachricht konnte nicht zugestellt werden
    échec de la remise à ces destinataires
    votre message n'a pas pu être remis
    error al entregar
    no se ha podido entregar
    impossibile recapitare il messaggio
    """)

  /// Questions of satisfaction surveys.
  static let surveys = phrases(
    """
    how would you rate the support you received
    how would you rate the help you received
    how would you rate your experience
    please rate your experience
    please rate our support
    please take a moment to rate
    please take a moment to answer one simple question
    rate your satisfaction
    wie würden sie den support bewerten
    wie bewerten sie unseren support
    wie zufrieden waren sie
    comment évalueriez-vous
    êtes-vous satisfait
    cómo calificaría
    cómo valoraría
    come valuterebbe
    como você avalia
    como avaliaria
    hoe zou u de ondersteuning
    jak ocenia
    hur skulle du betygsätta
    hvordan vil du bedømme
    как вы оцениваете
    サポートの評価
    您如何评价
    """)

  /// Notes of merged tickets.
  static let merges = phrases(
    """
    was closed and merged into this request
    has been merged into this ticket
    has been merged with this ticket
    has been merged into request
    has been merged into ticket
    was merged into request
    was merged into ticket
    this ticket was merged into
    this ticket has been merged
    this request was closed and merged into request
    wurde geschlossen und mit dieser anfrage zusammengeführt
    wurde geschlossen und in diese anfrage zusammengeführt
    a été fermée et fusionnée
    se cerró y se fusionó
    se ha cerrado y combinado
    è stata chiusa e unita
    foi fechada e mesclada
    is gesloten en samengevoegd
    """)

  /// Tags that helpdesks and their rules set, with the reason they give.
  static let tags: [(tag: [UInt8], reason: String)] = [
    ("closed_by_merge", "merged_ticket"), ("merged", "merged_ticket"),
    ("out_of_office", "automatic_reply"), ("out-of-office", "automatic_reply"),
    ("auto_reply", "automatic_reply"), ("auto-reply", "automatic_reply"),
    ("autoreply", "automatic_reply"), ("auto_response", "automatic_reply"),
    ("autoresponder", "automatic_reply"), ("bounce", "bounce"), ("bounced", "bounce"),
    ("mailer-daemon", "bounce"), ("mailer_daemon", "bounce"),
    ("system_email_notification_failure", "bounce"), ("spam", "spam"), ("marked_as_spam", "spam"),
    ("created_for_side_conversation", "side_conversation"),
  ].map { (Array($0.0.utf8), $0.1) }

  /// What replies and forwards put before a subject; the rest is looked at.
  static let subjectPrefixes: [[UInt8]] = lines(
    """
    re:
    fw:
    fwd:
    aw:
    wg:
    antw:
    sv:
    vs:
    tr:
    rv:
    r:
    i:
    res:
    enc:
    odp:
    ynt:
    回复:
    回复：
    回覆:
    """)

  private static func phrases(_ text: String) -> PhraseSet { PhraseSet(lines(text)) }

  private static func lines(_ text: String) -> [[UInt8]] {
    text.split(separator: "\n").map { Array($0.utf8) }
  }
}
