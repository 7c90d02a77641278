"""German building blocks. {p} plain name, {ein} "die Gartenbank …" nominative, {den} accusative, {dem} dative."""

ISSUES = {
"late": (
 ["Wo bleibt meine Bestellung {o}?", "Lieferung überfällig seit {d}", "{p} noch nicht da"],
 ["ich habe am {d} {den} bestellt, und seit {n} Tagen steht in der Sendungsverfolgung nur „unterwegs“.",
  "{ein} sollte laut Bestätigung am {d} kommen. Es war niemand da, und eine Karte lag auch nicht im Kasten.",
  "meine Bestellung {o} hätte längst in {c} sein müssen, beim Paketdienst weiß aber keiner etwas davon."],
 ["Am Wochenende kommen Gäste, und ich hatte fest damit gerechnet.", "Ich habe mir extra zwei Nachmittage freigenommen.", "Meine Nachbarin hatte ihr Paket nach zwei Tagen.", "Auf der Seite des Fahrers steht ein Ort, den ich gar nicht kenne."],
 ["Ich habe für Ihre Bestellung {o} einen Nachforschungsauftrag gestellt. Der Dienst hat zwei Werktage Zeit; findet er das Paket nicht, schicke ich Ihnen sofort Ersatz, ohne auf das erste zu warten.",
  "Das Paket wurde im Verteilzentrum falsch einsortiert und ist jetzt wieder auf dem Weg. Rechnen Sie bitte mit {n} Werktagen; am Morgen der Zustellung bekommen Sie eine SMS."],
 ["Die zwei Tage sind um, und es hat sich nichts getan.", "Heute früh war es da! Der Karton sieht aus, als hätte jemand darauf gesessen, der Inhalt ist aber heil.", "Der Fahrer hat aus dem falschen Dorf angerufen. Das Haus liegt hinter der Kirche, nicht gegenüber."],
 ["Der Dienst hat das Paket verloren gegeben, deshalb ist eben Ersatz aus unserem Lager abgegangen. Für Sie kostet das nichts; kommt das erste doch noch, nehmen Sie es einfach nicht an.", "Schön, dass es Sie gefunden hat. Ich habe den Weg hinter der Kirche bei Ihrer Adresse vermerkt."]),
"wrong": (
 ["Falscher Artikel im Paket", "Bestellung {o}: nicht das Bestellte", "{p} bestellt, etwas anderes bekommen"],
 ["ich habe heute das Paket geöffnet, und statt {dem} lagen Handtuchhaken darin.", "außen steht {p} auf dem Etikett, innen ist ein ganz anderer Artikel mit der Nummer LH-{n}40.", "{ein} ist da, aber in Grau, und bezahlt habe ich Grün."],
 ["Auf dem Lieferschein steht alles richtig, vermutlich wurden zwei Kartons vertauscht.", "Lieber wäre mir der richtige Artikel als das Geld.", "Es sollte ein Geburtstagsgeschenk zum {d} sein."],
 ["Das ist unser Fehler beim Packen, bitte entschuldigen Sie. Der richtige Artikel ist für Sie reserviert; der Kurier bringt ihn und nimmt das falsche Paket gleich mit.", "Danke für das Foto vom Etikett. Am {d} wurden am Packtisch zwei Bestellungen vertauscht. Der Tausch ist angelegt, ausdrucken müssen Sie nichts."],
 ["Ruft der Kurier vorher an? Ich wohne im vierten Stock, und die Klingel ist kaputt.", "Der Tausch hat geklappt, aber auf der Rechnung stehen jetzt zwei Stück."],
 ["Die zweite Zeile ist der Tausch; sie wird durch die angehängte Gutschrift aufgehoben. Bezahlt haben Sie genau einen.", "Der Fahrer hat Ihre Nummer und meldet sich zehn Minuten vorher."]),
"refund": (
 ["Erstattung zu {o}", "Wann bekomme ich mein Geld?", "Rücksendung angekommen, keine Gutschrift"],
 ["ich habe {den} am {d} zurückgeschickt, und Ihr Lager hat den Empfang quittiert. Die {a} sind aber noch nicht auf meinem Konto.", "Sie hatten mir die {a} binnen zehn Tagen zugesagt. Heute ist Tag {n}5.", "wann wird mir der Betrag von {a} für {den} erstattet?"],
 ["Bezahlt hatte ich mit Karte, die Karte wurde inzwischen getauscht.", "Den Einlieferungsbeleg habe ich aufgehoben.", "Als Rentnerin sind {a} für mich kein kleiner Betrag."],
 ["Die Rücksendung war unter der falschen Bestellung gebucht, deshalb ist nichts passiert. Ich habe das berichtigt, und {a} sind heute auf Ihr ursprüngliches Zahlungsmittel zurückgegangen.", "Ihr Paket liegt geprüft in unserer Retourenhalle, die Erstattung von {a} ist freigegeben. Die Bank leitet sie von selbst auf die neue Karte."],
 ["Es ist nur ein Teil gekommen, das Porto fehlt.", "Jetzt ist es da. Danke, dass das in einem Zug geklappt hat.", "Meine Bank sieht nichts. Gibt es eine Referenz?"],
 ["Sie haben recht, bei vollständiger Rückgabe gehört Ihnen auch das Hinporto. Den Rest habe ich gesondert überwiesen.", "Die Referenz lautet LHG-{o}-R. Damit findet Ihre Bank die Gutschrift vom {d}."]),
"assembly": (
 ["Schritt {n} der Anleitung ist unklar", "Aufbau: {p}", "Frage zum Aufbau"],
 ["ich komme bei Schritt {n} nicht weiter: Auf dem Bild geht eine Schraube in ein Loch, das es nicht gibt.", "wir bauen seit drei Stunden, und die beiden langen Leisten sind verschieden lang.", "{ein} wackelt, egal wie fest ich die Schrauben anziehe."],
 ["In sechs Sprachen steht kein Wort zu den Gummischeiben.", "Alle Löcher auf einer Seite sitzen 5 mm zu tief.", "Mein Mann meint, es sei verkehrt herum. Ich meine, das Bild ist es.", "Drei Schrauben sind übrig, das beunruhigt mich immer."],
 ["Das Bild zu Schritt {n} zeigt die Rückseite, darüber sind schon andere gestolpert. Legen Sie den Rahmen auf die Front, schieben Sie die Schraube von innen durch und lassen Sie alle vier locker; dann über Kreuz festziehen.", "Die Leisten dürfen sich um 12 mm unterscheiden: Die kürzere gehört nach vorn. Das Wackeln verschwindet, wenn die Mittelstrebe vor den Füßen montiert wird."],
 ["Das war es. Zwanzig Minuten nach drei Stunden!", "So ging es, aber jetzt streift die Tür unten.", "Gibt es irgendwo ein Video? Damit tue ich mich leichter."],
 ["Drehen Sie die untere Scharnierschraube eine halbe Umdrehung nach links und schauen Sie sich den Spalt an. Meist reichen zwei Durchgänge.", "Das Video finden Sie auf der Hilfeseite unter „Aufbau“, die Stelle beginnt bei Minute {n}."]),
"warranty": (
 ["Garantiefall: {p}", "Defekt nach {n} Monaten", "{p} geht nicht mehr"],
 ["{ein} ist {n} Monate alt und funktioniert gar nicht mehr.", "eine Schweißnaht ist gerissen, obwohl wir {den} ganz normal benutzt haben.", "seit dem {d} schleift es, und gestern war dann Schluss."],
 ["Foto und Rechnung hängen an.", "Im Winter stand alles immer drinnen.", "Auf Ihrer Seite steht etwas von fünf Jahren, ich hoffe also, das geht ohne Umstände."],
 ["Das deckt unsere Fünf-Jahres-Garantie ab. Können Sie mir noch die Chargennummer nennen? Sie steht auf einem kleinen Schild an der Unterseite und beginnt mit LH.", "Schade, dass das so früh passiert ist. Auf dem Foto sehe ich, dass es das Lager ist; das gibt es als Ersatzteil, oder wir holen das ganze Stück ab, wie es Ihnen lieber ist."],
 ["Die Nummer ist LH-{n}07-B.", "Eine Abholung wäre mir lieber, die Hände wollen nicht mehr so.", "Ein Schild gibt es nicht, nur einen verblichenen Aufkleber."],
 ["Danke, die Charge ist uns bekannt. Ersatz geht am {d} ab, das alte Stück können Sie zum Wertstoffhof bringen.", "Die Abholung ist für den {d} zwischen acht und zwölf angemeldet. Bitte Akkus und Polster vorher abnehmen."]),
"invoice": (
 ["Rechnung zu {o}", "Umsatzsteuer-ID fehlt", "Falscher Name auf der Rechnung"],
 ["ich brauche für die Bestellung {o} eine ordentliche Rechnung auf die Firma, nicht auf mich.", "auf der Rechnung für {den} fehlt unsere Umsatzsteuer-ID, und die Buchhaltung nimmt sie so nicht an.", "können Sie mir die Rechnung vom {d} noch einmal schicken? Der Link in der E-Mail ist abgelaufen."],
 ["Unser Geschäftsjahr endet am {d}.", "Der Betrag von {a} stimmt, nur die Anschrift nicht.", "Im Kundenkonto tut der Knopf zum Herunterladen nichts."],
 ["Die berichtigte Rechnung hängt an. Die alte ist per Gutschrift storniert, buchen Sie bitte nur die neue über {a}.", "Bis zum Versand können Sie die Anschrift selbst ändern, danach nur noch wir. Das ist jetzt geschehen, die neue liegt im Konto unter „Bestellungen“."],
 ["Perfekt, die Buchhaltung lächelt.", "In der Postleitzahl sind zwei Ziffern vertauscht, Verzeihung.", "Gibt es sie auch als XML?"],
 ["Kein Problem. Fassung drei mit richtiger Postleitzahl hängt an.", "Das XML nach EN 16931 liegt jetzt neben dem PDF bei Bestellung {o}."]),
"voucher": (
 ["Gutscheincode wird abgelehnt", "Guthaben der Geschenkkarte", "Rabatt fehlt bei {o}"],
 ["der Gutschein aus dem Newsletter wird mit „für diesen Warenkorb nicht gültig“ abgelehnt, dabei ist {ein} gar nicht reduziert.", "ich habe eine Geschenkkarte über {a} bekommen, und die Seite behauptet, sie sei am {d} eingelöst worden.", "ich habe bei {o} vergessen, den Geburtstagscode einzugeben."],
 ["Ich habe ihn kopiert, ein Tippfehler ist es also nicht.", "Der Warenkorb lag mit {a} über dem Mindestwert.", "Am Handy und am Rechner dasselbe."],
 ["Der Code gilt nicht für Artikel, die direkt vom Hersteller kommen. Da das im Newsletter fehlte, habe ich den Rabatt von Hand abgezogen.", "Die Karte hing an einem Warenkorb, der nie bezahlt wurde. Ich habe sie gelöst, die vollen {a} stehen wieder bereit."],
 ["Das ist nett, danke.", "Jetzt sehe ich {a}, aber zusammen mit dem Gratisversand geht es immer noch nicht.", "Verfällt sie? Ich würde sie gern fürs Frühjahr aufheben."],
 ["Geschenkkarten verfallen bei uns nicht.", "Beides zusammen geht, wenn die Karte zuletzt eingegeben wird, auf der Zahlungsseite. Ich habe es mit Ihrem Warenkorb ausprobiert."]),
"account": (
 ["Anmeldung klappt nicht", "Bitte E-Mail-Adresse ändern", "Kein Link zum Zurücksetzen"],
 ["ich habe {n}-mal ein neues Passwort angefordert, und nichts kommt an, auch nicht im Spam.", "meine alte Adresse gibt es nicht mehr, und alle Ihre Nachrichten gehen dorthin.", "Ihre Seite sagt, mein Konto sei gesperrt, aber nicht, warum."],
 ["Es läuft noch eine Bestellung ({o}).", "Ein zweites Konto möchte ich nicht, sonst sind die Punkte weg.", "Bis zur neuen Seite am {d} ging es immer."],
 ["Ihr Anbieter hat unsere letzten drei Nachrichten zurückgewiesen, darum hat das System aufgehört. Die Sperre ist gelöst, der neue Link gilt eine Stunde.", "Zu Ihrer Sicherheit brauche ich vor der Änderung zweierlei: die Nummer der letzten Bestellung und die Postleitzahl dazu."],
 ["Letzte Bestellung {o}, die Postleitzahl steht in meiner Signatur.", "Der Link kam und war nach vier Minuten schon abgelaufen.", "Ich bin wieder drin, danke."],
 ["Alles geändert. Punkte und Bestellungen sind mit umgezogen.", "Den ersten Link hat ein Mailscanner geöffnet und damit verbraucht. Der neue verlangt erst einen Klick, das kann der Scanner nicht."]),
"label": (
 ["Rücksendeetikett, bitte", "Kein Drucker fürs Etikett", "Rückgabe: {p}"],
 ["ich möchte {den} zurückgeben, aber die Seite für das Etikett bleibt weiß.", "ich habe keinen Drucker. Wie bekomme ich {den} zu Ihnen?", "das Etikett gilt bis 5 kg, {ein} wiegt aber {n}0."],
 ["Unbenutzt und noch in der Folie.", "Es liegt nur an der Farbe, kaputt ist nichts.", "Der nächste Paketshop ist am Bahnhof in {c}."],
 ["Sie brauchen keinen Drucker: Ich habe Ihnen einen Code geschickt, den der Paketshop einscannt. Bitte heben Sie den Beleg auf, bis die Erstattung durch ist.", "Über 30 kg holen wir ab. Wählen Sie im Link einen Tag aus, der Fahrer bringt das Etikett mit."],
 ["Das Gerät im Laden kannte den Code nicht.", "Heute Nachmittag abgegeben, der Beleg liegt in der Schublade.", "Ginge es nach fünf? Tagsüber arbeite ich in {c}."],
 ["Das letzte Fenster ist achtzehn bis zwanzig Uhr, am {d} sind Sie eingetragen.", "Dort lief noch die alte Software; der Code mit dem R am Anfang geht überall."]),
"spare": (
 ["Ersatzteil gesucht: {p}", "Inbusschlüssel verloren", "Schrauben fehlen"],
 ["der Beutel mit den Schrauben fehlte im Karton.", "unser Welpe hat einen Fuß gefressen. Gibt es die einzeln?", "ich brauche eine neue Hülle, die alte ist im Frost gerissen. Es geht um {den}."],
 ["Laut Teileliste ist es Nummer 7.", "Ich zahle das gern.", "Beim Umzug geht ja immer etwas verloren."],
 ["Teile sind während der Garantie umsonst, Welpen eingeschlossen. Beutel 7 geht heute als Brief ab.", "Die Hülle gibt es einzeln für {a}, ich habe eine zurückgelegt. Soll ich sie auf Rechnung schicken?"],
 ["Ja bitte, gleiche Adresse.", "Der Beutel kam, aber mit M6 statt M8.", "Angekommen und montiert. Der Welpe lässt grüßen."],
 ["Also M8: Diesmal habe ich selbst in den Beutel geschaut.", "Ist unterwegs, die Rechnung liegt bei."]),
"damaged": (
 ["{p} beschädigt angekommen", "Transportschaden {o}", "Delle in der Lieferung"],
 ["{ein} kam heute mit einem Riss quer über die Front.", "zwei Ecken sind eingedrückt, und im Karton war ein faustgroßes Loch.", "es klapperte schon vor dem Öffnen, und {ein} liegt nun in Einzelteilen vor mir."],
 ["Der Fahrer wollte nicht warten.", "Ich habe Karton, Etikett und Schaden fotografiert.", "Auf seinem Gerät habe ich „beschädigt“ vermerkt."],
 ["Danke für die Fotos, mehr brauche ich nicht. Ersatz ist doppelt verpackt und geht heute ab; heben Sie das kaputte Stück bitte bis zum {d} auf.", "Ich biete Ihnen {a} Nachlass, wenn Sie es behalten, oder ein neues. Sagen Sie mir, was Ihnen lieber ist."],
 ["Dann lieber neu, danke.", "Bisher hat es keiner angesehen, und es steht im Flur im Weg.", "Der Nachlass ist in Ordnung, es steht ohnehin mit dem Rücken zur Wand."],
 ["Der Paketdienst verzichtet auf die Besichtigung, also raus aus dem Flur damit.", "Die {a} sind auf dem Rückweg zu Ihrer Karte."]),
"material": (
 ["Allergie: Frage zum Material", "Woraus besteht {ein}?", "Nickel enthalten?"],
 ["meine Tochter verträgt kein Latex. Ist in {dem} welches?", "ist die Oberfläche nach dem Ölen lebensmittelecht? Es geht um {den}.", "woher kommt das Holz, und ist es zertifiziert? Ich frage wegen {dem}."],
 ["Auf der Seite steht nur „Materialmix“.", "Am {d} hatte sie auf ein anderes Fabrikat reagiert.", "Im Chat bekam ich nur den Link zu der Seite, von der ich kam."],
 ["Latex ist keins darin: Die Rückseite ist Polypropylen, der Faden Baumwolle. Das Datenblatt des Herstellers hängt an.", "Die Eiche stammt aus bewirtschafteten Wäldern in Südschweden (FSC Mix). Das Leinöl ist ohne Trockenstoffe, nach einer Woche ist es lebensmittelecht."],
 ["Da bin ich erleichtert, wir bestellen heute Abend.", "Und der Leim?", "Nehmen Sie das doch mit auf die Produktseite."],
 ["Der Leim ist wasserbasiert, und das Blatt steht jetzt auf der Produktseite.", "Guter Gedanke, seit heute früh steht es in der Tabelle."]),
"b2b": (
 ["Angebot über {n}0 Stück: {p}", "Händlerkonto", "Großbestellung fürs Café"],
 ["wir richten in {c} ein Café ein und brauchen {n}0 Stück. Es geht um {den}. Haben Sie Staffelpreise?", "bitte ein Angebot über {n}2 × {p}, Lieferung am {d} mit Hebebühne.", "wir möchten auf Rechnung mit 30 Tagen Ziel kaufen. Was brauchen Sie dafür?"],
 ["Zwei Filialen haben wir schon.", "Die Architektin hat genau diesen Artikel ausgeschrieben.", "Der Einkauf verlangt drei Angebote, Sie kennen das."],
 ["Ab zehn Stück 12 %, ab dreißig 18 %. Das macht {a} je Stück zuzüglich einer Lieferpauschale; das Angebot gilt bis zum {d}.", "Für den Kauf auf Rechnung brauche ich den Handelsregisterauszug und eine Rechnungsanschrift; das dauert einen Tag."],
 ["Gehen 20 %, wenn wir die Stühle dazunehmen?", "Auszug anbei. Unsere Schnittstelle meldet „nicht berechtigt“, der Aufruf endet auf key=demo-kein-schluessel-{n}", "Einverstanden, die Bestellung kommt aus unserem System."],
 ["Mit den Stühlen 19 %, weiter komme ich nicht. Das neue Angebot hängt an.", "Ihr Konto ist offen, aus dem Angebot ist {o} geworden. Schlüssel bitte nie per Mail schicken, im Portal liegt ein neuer."]),
"payment": (
 ["Doppelt abgebucht: {o}", "Karte abgelehnt", "Problem mit der Zahlung"],
 ["für {den} wurden mir zweimal {a} abgebucht.", "die Kasse lehnt meine Karte ab, laut Bank ist aber alles in Ordnung.", "ich habe am {d} überwiesen, und die Bestellung steht immer noch auf „Zahlung offen“."],
 ["Die Nummer ist {card}, falls das hilft.", "Drei Browser habe ich probiert.", "Im Verwendungszweck stand {o}."],
 ["Die zweite Zeile ist nur eine Vormerkung und verfällt spätestens am {d}. Bitte schicken Sie nie eine ganze Kartennummer per E-Mail, ich habe sie aus der Anfrage entfernt.", "Die Überweisung kam ohne Verwendungszweck und lag deshalb fest. Sie ist jetzt zugeordnet, morgen geht die Ware raus."],
 ["Ist verfallen, wie Sie gesagt haben.", "Sie steht noch da, und mein Dispo freut sich nicht.", "Danke für die schnelle Antwort, und verstanden wegen der Karte."],
 ["Ich habe die Bank gebeten, sie von Hand zu lösen. Für heute Nachmittag ist es zugesagt.", "Dann ist ja alles gut. Viel Freude damit!"]),
"quality": (
 ["Enttäuscht: {p}", "Farbe anders als auf dem Bild", "Geruch"],
 ["die Farbe hat mit Ihren Fotos nichts zu tun: Was bei Ihnen Salbei heißt, ist einfach grau. Es geht um {den}.", "nach {n} Wäschen ist die Form hin. Gekauft habe ich {den} am {d}.", "{ein} riecht stark nach Lack, auch nach einer Woche auf dem Balkon."],
 ["Ich kaufe seit Jahren bei Ihnen und beschwere mich zum ersten Mal.", "Bei Tageslicht ist es schlimmer.", "Eine Freundin hat das gleiche Stück, und ihres ist tadellos."],
 ["Ich habe unseres ans Fenster gestellt und sehe, was Sie meinen: Die neue Charge ist kühler. Sie können kostenlos zurückgeben oder es mit {a} Nachlass behalten.", "So soll es nicht riechen. Der Lack jener Woche ist nicht ganz ausgehärtet; ein neues Stück ist unterwegs, das alte müssen Sie nicht zurückschicken."],
 ["Dann behalte ich es mit Nachlass.", "Das neue riecht nach gar nichts. Herrlich.", "Bitte abholen."],
 ["Erledigt. Und das Foto machen wir neu.", "Die Abholung ist am {d}, den Karton bringt der Fahrer mit."]),
"stock": (
 ["Wann wieder lieferbar: {p}?", "Ausverkauft", "Rückstand {o}"],
 ["{ein} ist seit {n} Wochen ausverkauft. Kommt noch etwas nach?", "die Benachrichtigung kam um drei Uhr nachts, um sieben war alles weg.", "am {d} haben Sie abgebucht, und jetzt heißt es, {ein} sei nicht am Lager."],
 ["Ich brauche nur ein Stück.", "Ein Ausstellungsstück nähme ich auch.", "Abholen in {c} ginge ebenfalls."],
 ["Der nächste Container ist für den {d} angekündigt, vierzig Stück sind vergeben. Eins habe ich für Sie reserviert.", "Eingestellt ist nichts. Die Weberei hatte geschlossen, darum hat sich der Termin verschoben."],
 ["Reserviert klingt wunderbar.", "Und wenn der Container wieder später kommt?", "Ich habe anderswo eins gefunden, bitte {o} stornieren."],
 ["Storniert, die {a} sind unterwegs zu Ihnen.", "Dann melde ich mich, bevor Sie fragen müssen, und absagen können Sie jederzeit."]),
"howto": (
 ["Pflege: {p}", "Wie reinigt man das?", "Im Winter draußen lassen?"],
 ["wie pflege ich {den}? Der Zettel ist mit dem Karton weggekommen.", "darf {ein} im Winter abgedeckt draußen bleiben?", "der Tee hat einen Rand hinterlassen. Womit geht er weg? Es geht um {den}."],
 ["Wir wohnen am Meer, da rostet alles.", "Mit Essig wurde es an der Unterseite schlimmer.", "Es ist das Einzige im Haus, das noch neu aussieht."],
 ["Lauwarmes Wasser mit einem Tropfen Neutralseife, trocknen, zweimal im Jahr ölen. Keinen Essig: Die Säure zieht das Öl heraus.", "Unter einer luftdurchlässigen Hülle ja. Stellen Sie es einen Fingerbreit hoch, damit es nicht im Wasser steht."],
 ["Welches Öl empfehlen Sie?", "Der Rand ist weg!", "Und am Meer?"],
 ["Leinöl ohne Trockenstoffe, eine Flasche hält Jahre.", "Am Meer würde ich einmal im Monat mit Süßwasser abspülen, wegen des Salzes."]),
}

GREET = ["Guten Tag,", "Hallo,", "Sehr geehrte Damen und Herren,", "Liebes Lindholm-Team,", "Moin,", ""]
CLOSE = ["Mit freundlichen Grüßen", "Viele Grüße", "Vielen Dank im Voraus", "Beste Grüße", "Gruß", "Herzliche Grüße"]
LIFE = [
 "Es eilt nicht, ich wüsste es nur gern.", "Ich schreibe vom Rechner meiner Tochter, meiner ist in der Werkstatt.", "Bitte antworten Sie per E-Mail, tagsüber bin ich nicht zu erreichen.",
 "Ich bin Kunde seit Ihrem ersten Katalog.", "Entschuldigen Sie die lange Nachricht.", "Auf den Hilfeseiten habe ich nichts Passendes gefunden.", "Das ist nun schon meine zweite Nachricht dazu.",
 "Letztes Mal haben Sie so nett geholfen, ich bin also guter Dinge.", "Telefonisch erreichen Sie mich ab 18 Uhr unter {phone}.", "Die Anschrift ist unverändert: {street}.", "Ehrlich gesagt hatte ich für den Preis mehr erwartet.",
 "Über eine Antwort vor dem {d} wäre ich froh.", "Das Konto läuft auf {mail}, falls Sie suchen.", "Falls es zur Erstattung kommt: {iban}.", "Der Chat wollte noch meine Adresse im Netz wissen, das war {ip}.",
 "Mehr Bilder kann ich gern schicken.", "Der Rest der Bestellung war übrigens einwandfrei.", "Nach zwanzig Minuten Harfenmusik habe ich am Telefon aufgegeben.",
]
AGENT_GREET = ["Guten Tag {name},", "Hallo {name},", "Liebe Kundin, lieber Kunde,"]
AGENT_CLOSE = ["Mit freundlichen Grüßen\n{agent}\nLindholm Home & Garden", "Viele Grüße aus der Werkstatt\n{agent}", "Beste Grüße\n{agent}\nKundenservice, Lindholm Home & Garden\n+49 30 23125 100 | help.shop.example"]
MACROS = [
 "Vielen Dank für Ihre Nachricht an Lindholm Home & Garden. Sie ist bei uns angekommen, und eine Kollegin oder ein Kollege kümmert sich innerhalb eines Werktags darum. Antworten auf viele Fragen finden Sie rund um die Uhr unter help.shop.example.",
 "Da wir nichts mehr von Ihnen gehört haben, gehen wir davon aus, dass alles geklärt ist, und schließen die Anfrage. Wenn Sie uns noch einmal brauchen, antworten Sie einfach auf diese Nachricht.",
 "Damit wir Ihnen schnell helfen können, schicken Sie uns bitte: die Bestellnummer, ein Foto des Artikels und ein Foto vom Etikett auf dem Karton. Damit entscheiden wir meist noch am selben Tag.",
 "Wie zufrieden sind Sie mit der Hilfe, die Sie bekommen haben? Gut, ich bin zufrieden / Schlecht, ich bin unzufrieden",
]
AUTO = ["Vielen Dank für Ihre Nachricht. Ich bin bis zum {d} nicht im Büro und habe keinen Zugriff auf meine E-Mails. In dringenden Fällen wenden Sie sich bitte an {mail}. Ihre Nachricht wird nicht weitergeleitet.",
        "Dies ist eine automatische Antwort: Ihre Nachricht ist im Postfach von {name} eingegangen. Dieses Postfach wird nicht gelesen."]
AUTO_SUBJECT = ["Automatische Antwort: Ihre Bestellung {o}", "Abwesenheitsnotiz: AW: [Lindholm] Ihre Anfrage"]
MOBILE = ["Von meinem iPhone gesendet", "Gesendet von Outlook für Android", "Von meinem Samsung Galaxy Smartphone gesendet."]
DISCLAIMER = "Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten haben, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail. Das unerlaubte Kopieren sowie die unbefugte Weitergabe ist nicht gestattet."
NOTES = ["Lager angerufen, {n} Stück in Gang 14. Bitte vor der Antwort eins reservieren.", "Kundin hat recht, siehe Foto 2. Kulanz bis {a} von Maja freigegeben.", "Dritter Kontakt zu {o}. Bitte NICHT wieder das Makro schicken.", "Nachforschung 00{n}4019{n} am {d} gestellt."]
WROTE = "Am {d} schrieb {name} <{mail}>:"
ORIGINAL = ("-----Ursprüngliche Nachricht-----", "Von: ", "Gesendet: ", "An: ", "Betreff: ")
MERGED = "Anfrage #{x} „{s}“ wurde geschlossen und mit dieser Anfrage zusammengeführt. Letzter Kommentar in Anfrage #{x}:"
MERGE_CLOSE = "Diese Anfrage wurde geschlossen und mit Anfrage #{x} „{s}“ zusammengeführt."
THANKS = ["Vielen Dank!", "Super, danke.", "Wunderbar, mehr brauche ich nicht.", "Besten Dank für die schnelle Hilfe.", "Alles klar."]
DATES = ["{d}. {m}", ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]]
