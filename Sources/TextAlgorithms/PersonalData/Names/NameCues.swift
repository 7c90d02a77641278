/// Words behind which a name may stand in small letters, in a text that has capitals elsewhere.
struct NameCues {
  static let list: StaticString = """
    name names named called m im am dear hi hello hey hiya mr mrs ms miss dr prof sir thanks thank regards
    cheers sincerely heiße heisse heiss bin lieber liebe hallo moin herr frau grüße bonjour salut suis appelle cher
    chère monsieur madame merci cordialement soy llamo hola querido querida señor señora gracias saludos sono chiamo
    ciao caro cara signor signora grazie saluti olá oi sou chamo prezado obrigado heet ben beste groeten meneer mevrouw
    heter hej hei tack hilsen nimi moi nazywam cześć attn attention author sender reporter assignee signed wife husband son daughter mother father mom mum dad brother sister partner friend
    colleague boss manager uncle aunt cousin girlfriend boyfriend
    """

  private let words = ListedWords(list)

  /// True when the word with this hash introduces names.
  func contains(_ hash: UInt64) -> Bool { words.contains(hash) }
}
