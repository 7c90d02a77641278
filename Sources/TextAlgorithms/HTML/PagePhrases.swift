/// Openings of short texts that tell what they are, or what follows them, in some twenty languages.
///
/// Common wordings, collected as translations of one another; which groups there are was chosen with pages of a
/// public evaluation of articles in view.
enum PagePhrases {
  /// A group's name, and phrases in lower case, without punctuation, parted by bars.
  static let groups: [(String, String)] = [
    (
      "related",
      """
      read also | also read | see also | read more | read next | more on this | more on | \
      more from | more stories | related | related articles | related stories | related posts \
      | related content | you may also like | you might also like | recommended | \
      recommended for you | further reading | most read | most popular | trending | \
      trending now | don t miss | latest news | latest posts | popular posts | recent posts | \
      up next | editor s picks | lesen sie auch | lesen sie hier | lesen sie mehr | \
      lesen sie dazu | lies auch | auch lesen | auch interessant | auch spannend | \
      mehr zum thema | mehr zum | mehr zu | mehr themen | mehr dazu | mehr aus | mehr von | \
      das könnte | das thema könnte | passend dazu | passend zum thema | ähnliche beiträge | \
      ähnliche artikel | ähnliche themen | weitere artikel | weitere beiträge | weitere themen \
      | weitere meldungen | weitere nachrichten | weiterführende | weiterlesen | zum thema | \
      verwandte artikel | verwandte themen | siehe auch | meistgelesen | meistgelesene | \
      viel gelesen | aktuelle ausgabe | die aktuelle ausgabe | entdecke weitere | \
      entdecken sie | lesenswert | hintergrund | alle artikel | neueste beiträge | \
      letzte beiträge | beliebte beiträge | à lire aussi | lire aussi | à lire | voir aussi | \
      à voir aussi | articles les plus lus | les plus lus | vous aimerez aussi | vous aimerez \
      | sur le même sujet | articles liés | articles similaires | en savoir plus | à découvrir \
      | pour aller plus loin | vea también | ver también | lea también | lea más | lea | \
      leer más | lee también | te puede interesar | le puede interesar | puede interesarle | \
      quizás te interese | notas relacionadas | temas relacionados | noticias relacionadas | \
      artículos relacionados | más sobre | más noticias | mira también | mire | mira | escucha \
      | no te pierdas | lo más leído | además | leia também | leia mais | veja também | \
      veja mais | saiba mais | relacionados | mais lidas | leggi anche | leggi di più | \
      leggi tutto | potrebbe interessarti | ti potrebbe interessare | articoli correlati | \
      vedi anche | i più letti | lees ook | lees meer | lees verder | meer over | gerelateerd \
      | gerelateerde artikelen | bekijk ook | czytaj też | czytaj także | czytaj więcej | \
      czytaj również | zobacz też | zobacz także | zobacz również | przeczytaj także | \
      przeczytaj też | dowiedz się więcej | więcej informacji | więcej na temat | polecamy | \
      polecane | powiązane | podobne artykuły | najnowsze | läs också | läs även | läs mer | \
      relaterat | læs også | læs mere | les også | les mer | lue myös | lue lisää | \
      ezek is érdekelhetnek | olvasta már | kapcsolódó cikkek | ajánlott | čtěte také | \
      čtěte více | přečtěte si | související články | související | ilgili haberler | \
      ilginizi çekebilir | bunlar da | читайте также | смотрите также | по теме | \
      похожие статьи | читать далее | citește și | vezi și | διαβάστε επίσης
      """
    ),
    (
      "comment",
      """
      leave a reply | leave a comment | post a comment | write a comment | add a comment | \
      join the conversation | comments | comment | no comments | responses | responses to | \
      replies to | thoughts on | one thought on | one response | reply | cancel reply | \
      your email address will not | kommentar verfassen | kommentar schreiben | \
      kommentar hinterlassen | kommentare | keine kommentare | bisher keine kommentare | \
      noch keine kommentare | antworten zu | antwort zu | schreibe einen kommentar | \
      schreiben sie einen kommentar | kommentieren | kommentiere | hinterlasse | \
      diskutieren sie mit | gedanken zu | deine e mail adresse | e mail wird benötigt | \
      laisser un commentaire | laissez un commentaire | commentaires | commentaire | \
      aucun commentaire | réagir | réactions | votre adresse e mail | deja un comentario | \
      deja tu comentario | deja una respuesta | comentarios | comentario | \
      escribe un comentario | comentar | tu dirección de correo | deixe um comentário | \
      comentários | lascia un commento | lascia una risposta | commenti | laat een reactie | \
      geef een reactie | reacties | plaats een reactie | dodaj komentarz | komentarze | \
      skomentuj | komentarz | brak komentarzy | kommentarer | lämna ett svar | \
      skriv en kommentar | legg igjen | kommentit | jätä kommentti | hozzászólások | \
      szólj hozzá | komentáře | přidat komentář | diskuse | комментарии | оставить комментарий \
      | добавить комментарий | yorumlar | yorum yap | bir yanıt yazın | comentarii | \
      lasă un comentariu
      """
    ),
    (
      "share",
      """
      share | share this | share on | share via | share article | like this | tweet | \
      follow us | follow | print | print this | email this | copy link | click to share | \
      teilen | teilen sie | teile | teile diesen | artikel teilen | beitrag teilen | \
      jetzt teilen | diesen artikel teilen | auf facebook teilen | gefällt mir | \
      folgen sie uns | folge uns | folgt uns | drucken | merken | seite drucken | partager | \
      partagez | partager sur | suivez nous | imprimer | envoyer | compartir | comparte | \
      compártelo | síguenos | imprimir | compartilhar | compartilhe | siga nos | condividi | \
      seguici | stampa | delen | deel | deel dit | volg ons | udostępnij | podziel się | \
      drukuj | dela | skriv ut | del | jaa | megosztás | sdílet | поделиться | paylaş | \
      distribuie
      """
    ),
    (
      "newsletter",
      """
      subscribe | subscribe to | subscribe now | sign up | join our newsletter | newsletter | \
      get our | get the | get the latest | never miss | stay up to date | stay informed | join \
      | join us | enter your email | download our app | download the app | for the latest | \
      to get | abonnieren | jetzt abonnieren | newsletter abonnieren | abonnieren sie | \
      abonniere | melden sie sich | melde dich | jetzt anmelden | kostenlos registrieren | \
      jetzt registrieren | hier anmelden | bleiben sie auf dem laufenden | \
      immer auf dem laufenden | zum newsletter | unser newsletter | unterstützen sie | \
      jetzt spenden | sie lesen gern | wir respektieren deine privatsphäre | inscrivez vous | \
      abonnez vous | recevez | s abonner | pour rester informé | suscríbete | suscríbase | \
      suscribirse | únete | regístrate | hazte miembro | recibe | ya sabías que | mira lo que \
      | assine | inscreva se | cadastre se | iscriviti | abbonati | resta aggiornato | \
      schrijf je in | meld je aan | abonneer | zapisz się | zapraszamy | subskrybuj | \
      prenumerera | anmäl dig | tilmeld | meld deg | tilaa | iratkozz | feliratkozás | \
      odebírat | přihlaste se | подписаться | подпишитесь | abone ol | abonează te
      """
    ),
    (
      "paywall",
      """
      already a subscriber | to read the full | to view the full | to continue reading | \
      continue reading | subscribe to read | subscribe for full | log in to | login to | \
      sign in to | you have reached | this article is for | this content is | premium content \
      | first time subscribers | if you re seeing this | immediate online access | \
      instant access | unlimited access | möchten sie weiterlesen | jetzt weiterlesen | \
      weiterlesen mit | kostenlos weiterlesen | sie möchten weiterlesen | sie haben noch kein \
      | sie haben bereits | bereits abonnent | als abonnent | ja ich bin abonnent | \
      ja ich benötige | dieser artikel ist | dieser inhalt | exklusiv für | nur für abonnenten \
      | réservé aux abonnés | cet article est réservé | pour accéder | pour lire la suite | \
      il vous reste | déjà abonné | contenido exclusivo | solo para suscriptores | \
      para seguir leyendo | contenuto riservato | per continuare | exclusief voor | \
      dalszy ciąg | materiał chroniony | dostęp do | conteúdo exclusivo | för att läsa | \
      artikkeli on
      """
    ),
    (
      "credit",
      """
      photo | photos | photo by | photo credit | photograph | image | images | image credit | \
      image source | getty images | credit | credits | source | sources | picture | pictured | \
      file photo | courtesy | figure | video | watch | foto | fotos | foto von | bild | bilder \
      | bild via | beitragsbild | titelbild | bildquelle | bildnachweis | quelle | quellen | \
      abbildung | abb | grafik | symbolbild | symbolfoto | archivbild | archivfoto | \
      screenshot | copyright | crédit | crédits | crédit photo | crédits photos | légende | \
      illustration | photographie | fuente | imagen | imágenes | fotografía | créditos | \
      crédito | fonte | imagem | immagine | immagini | foto di | bron | beeld | afbeelding | \
      zdjęcie | źródło | fot | rys | kuva | lähde | kép | forrás | fotó | zdroj | фото | \
      источник | kaynak | fotoğraf | sursa | afp | dpa | apa | reuters | ap photo | istock | \
      shutterstock | pixabay | unsplash | picture alliance | imago
      """
    ),
    (
      "author",
      """
      about the author | about author | written by | posted by | by | author | authors | \
      more by | view all posts | reporting by | editing by | edited by | min read | \
      minute read | reading time | published | updated | last updated | posted on | \
      über den autor | über die autorin | über die autoren | zum autor | zur person | autor | \
      autorin | von | text | redaktion | geschrieben von | ein beitrag von | veröffentlicht | \
      veröffentlicht am | aktualisiert | stand | lesezeit | minuten lesezeit | \
      der beitrag wurde | à propos de l auteur | par | auteur | publié le | mis à jour | \
      temps de lecture | sobre el autor | por | autora | publicado | actualizado | escrito por \
      | sobre o autor | sull autore | di | pubblicato | over de auteur | door | gepubliceerd | \
      o autorze | opublikowano | data publikacji | minut czytania | autor tekstu | av | \
      publicerad | af | kirjoittaja | julkaistu | szerző | автор | опубликовано | yazar
      """
    ),
    (
      "ad",
      """
      advertisement | advertising | ad | sponsored | sponsored content | promoted | affiliate \
      | affiliate links | this post contains affiliate | paid content | story continues | \
      article continues | anzeige | werbung | advertorial | gesponsert | \
      empfohlener redaktioneller inhalt | empfohlener externer inhalt | externer inhalt | \
      an dieser stelle finden sie | bei den verlinkungen | publicité | annonce | publicidad | \
      anuncio | publicidade | pubblicità | annuncio | advertentie | reklama | reklame | annons \
      | mainos | hirdetés | реклама | reklam | publicitate
      """
    ),
    (
      "tags",
      """
      tags | tag | tagged | tagged with | filed under | posted in | categories | category | \
      topics | keywords | schlagwörter | schlagworte | stichworte | stichwörter | themen | \
      kategorien | kategorie | veröffentlicht in | abgelegt unter | mots clés | étiquettes | \
      thèmes | catégories | etiquetas | temas | categorías | palavras chave | parole chiave | \
      argomenti | categorie | trefwoorden | onderwerpen | tagi | słowa kluczowe | etiketter | \
      ämnen | emner | avainsanat | aiheet | címkék | štítky | теги | etiketler | etichete
      """
    ),
    (
      "contents",
      """
      table of contents | contents | on this page | in this article | in this guide | jump to \
      | skip to | inhaltsverzeichnis | inhalt | übersicht | auf dieser seite | sommaire | \
      table des matières | índice | contenido | indice | sommario | inhoud | inhoudsopgave | \
      spis treści | innehåll | indhold | sisällysluettelo | tartalom | obsah | содержание | \
      içindekiler
      """
    ),
    (
      "review",
      """
      reviews | customer reviews | review | ratings | ratings reviews | write a review | \
      what customers | testimonials | bewertungen | kundenbewertungen | rezensionen | \
      kundenrezensionen | kundenmeinungen | avis | avis clients | valoraciones | opiniones | \
      reseñas | avaliações | recensioni | opinioni | beoordelingen | opinie | recenzje | \
      recensioner | anmeldelser | arvostelut | vélemények | hodnocení | recenze | отзывы | \
      yorumlar | değerlendirmeler | recenzii
      """
    ),
    (
      "question",
      """
      frequently asked questions | faq | faqs | questions | questions answers | \
      customer questions | ask a question | häufige fragen | häufig gestellte fragen | \
      fragen und antworten | questions fréquentes | foire aux questions | preguntas frecuentes \
      | perguntas frequentes | domande frequenti | veelgestelde vragen | \
      najczęściej zadawane pytania | vanliga frågor | ofte stillede spørgsmål | \
      gyakori kérdések | často kladené otázky | часто задаваемые вопросы | \
      sıkça sorulan sorular
      """
    ),
  ]

  /// The groups of each phrase, by the hash of its words.
  static let table: HashMasks = {
    var entries: [(String, [UInt64])] = []
    for (name, phrases) in groups {
      let keys = phrases.split(separator: "|").map { phrase in
        phrase.split(separator: " ").reduce(0) { extend($0, PageWords.hash($1)) }
      }
      entries.append((name, keys))
    }
    return HashMasks(keys: entries.map(\.1))
  }()

  /// The bits of groups.
  static func mask(_ names: [String]) -> UInt64 {
    groups.enumerated().reduce(0) {
      names.contains($1.element.0) ? $0 | 1 << UInt64($1.offset) : $0
    }
  }

  /// The most words of a phrase.
  static let longest = 6

  /// The hash of a phrase with one more word.
  @inline(__always)
  static func extend(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    ((phrase ^ word) &* 0x9E37_79B9_7F4A_7C15) ^ (phrase >> 29)
  }
}
