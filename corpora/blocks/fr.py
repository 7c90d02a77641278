"""French building blocks. {p} plain name, {le} "le banc …", {du} "du banc …", {au} "au banc …"."""

ISSUES = {
"late": (
 ["Où est ma commande {o} ?", "Colis en retard depuis le {d}", "{p} : toujours rien"],
 ["j'ai commandé {le} le {d} et le suivi affiche « en cours d'acheminement » depuis {n} jours.", "la livraison {du} était promise pour le {d}. Personne n'est passé et il n'y avait pas d'avis dans la boîte.", "ma commande {o} devrait être à {c} depuis longtemps, mais le transporteur n'en a aucune trace."],
 ["Nous recevons du monde ce week-end et je comptais dessus.", "J'ai posé deux après-midi pour attendre le livreur.", "Ma voisine a reçu la sienne en deux jours.", "Le site du transporteur cite une ville que je ne connais même pas."],
 ["J'ai ouvert une enquête auprès du transporteur pour la commande {o}. Il a deux jours ouvrés pour retrouver le colis ; sinon, je vous en renvoie un sans attendre le premier.", "Le colis a été mal trié et il est reparti dans le bon sens. Comptez {n} jours ouvrés ; vous recevrez un SMS le matin même."],
 ["Les deux jours sont passés et rien n'a bougé.", "Il est arrivé ce matin ! On dirait que quelqu'un s'est assis sur le carton, mais tout est intact.", "Le livreur m'a appelée depuis le mauvais village. La maison est derrière l'église, pas en face."],
 ["Le transporteur le déclare perdu ; un autre vient de quitter notre entrepôt. Vous n'avez rien à payer, et si le premier réapparaît, refusez-le simplement.", "Je suis contente qu'il vous ait trouvée. J'ai noté le chemin derrière l'église dans votre adresse."]),
"wrong": (
 ["Erreur dans mon colis", "Commande {o} : ce n'est pas le bon article", "{p} : mauvais article reçu"],
 ["j'ai ouvert le carton aujourd'hui et, à la place {du}, j'ai trouvé des patères.", "l'étiquette annonce bien {le}, mais à l'intérieur il y a un tout autre article, le LH-{n}40.", "la commande {o} est arrivée, sauf que c'est le coloris gris et que j'ai payé le vert."],
 ["Le bon de livraison est juste, deux cartons ont dû être échangés.", "Je préfère le bon article au remboursement, si c'est possible.", "C'était un cadeau d'anniversaire pour le {d}."],
 ["L'erreur vient de chez nous, toutes nos excuses. Le bon article vous est réservé ; le coursier l'apporte et reprend l'autre dans la même visite.", "Merci pour la photo de l'étiquette. Deux commandes ont été inversées le {d} à l'emballage. L'échange est lancé, vous n'avez rien à imprimer."],
 ["Le coursier peut-il appeler avant ? J'habite au quatrième et la sonnette est en panne.", "L'échange est fait, mais la facture en compte maintenant deux."],
 ["La seconde ligne correspond à l'échange ; l'avoir ci-joint l'annule. Vous n'en avez payé qu'un.", "Il a votre numéro et appellera dix minutes avant."]),
"refund": (
 ["Remboursement de la commande {o}", "Quand serai-je remboursé ?", "Retour reçu, aucun remboursement"],
 ["j'ai renvoyé {le} le {d}, votre entrepôt a signé, mais les {a} ne sont toujours pas sur mon compte.", "vous m'aviez promis {a} sous dix jours. Nous en sommes au jour {n}5.", "pourriez-vous me dire quand les {a} du retour seront versés ?"],
 ["J'avais payé avec une carte que ma banque a remplacée depuis.", "J'ai gardé la preuve de dépôt.", "Avec ma retraite, {a}, ce n'est pas rien."],
 ["Le retour avait été rattaché à une autre commande, d'où le silence. C'est corrigé : {a} sont repartis aujourd'hui vers votre moyen de paiement.", "Votre colis est contrôlé et accepté, les {a} sont libérés. Votre banque fera suivre d'elle-même vers la nouvelle carte."],
 ["Je n'en ai reçu qu'une partie : il manque les frais de port.", "C'est arrivé. Merci d'avoir réglé cela d'un coup.", "Ma banque ne voit rien venir. Y a-t-il une référence ?"],
 ["Vous avez raison, le port aller vous revient aussi quand tout est renvoyé. Je viens de verser le reste.", "La référence est LHG-{o}-R ; avec elle, votre banque retrouvera le virement du {d}."]),
"assembly": (
 ["Étape {n} incompréhensible", "Montage : {p}", "Question de montage"],
 ["je bloque à l'étape {n} : le dessin fait entrer une vis dans un trou qui n'existe pas.", "nous montons depuis trois heures et les deux grandes traverses n'ont pas la même longueur.", "impossible de stabiliser {le}, j'ai beau serrer toutes les vis."],
 ["La notice est en six langues et aucune ne parle des rondelles.", "D'un côté, tous les trous sont 5 mm trop bas.", "Mon mari dit que c'est à l'envers. Je dis que c'est le dessin.", "Il reste trois vis, ce qui m'inquiète toujours."],
 ["À l'étape {n}, le dessin est vu de dos, d'autres s'y sont trompés. Posez le cadre face contre terre, passez la vis par l'intérieur et ne serrez qu'une fois les quatre en place, en croix.", "Les traverses diffèrent de 12 mm, c'est voulu : la courte va devant. Tout se stabilise si l'entretoise est montée avant les pieds."],
 ["C'était ça. Vingt minutes après trois heures !", "Cela a marché, mais la porte frotte en bas.", "Existe-t-il une vidéo ? Je m'en sors mieux."],
 ["Tournez la vis de la charnière du bas d'un demi-tour vers la gauche et regardez le jour. Deux passages suffisent en général.", "La vidéo se trouve sur la page d'aide, rubrique « Montage » ; le passage utile commence à la minute {n}."]),
"warranty": (
 ["Garantie : {p}", "En panne après {n} mois", "Ne fonctionne plus"],
 ["mon achat du {d}, à savoir {le}, ne fonctionne plus du tout.", "une soudure a lâché alors que nous nous servons {du} tout à fait normalement.", "depuis le {d} cela grince, et hier tout s'est arrêté. Il s'agit {du}."],
 ["Je joins la photo et la facture.", "L'hiver, tout reste à l'intérieur.", "Votre site parle de cinq ans, j'espère donc que ce sera simple."],
 ["La garantie de cinq ans s'applique. Pouvez-vous me donner le numéro de lot ? Il est gravé sur une plaquette en dessous et commence par LH.", "Je regrette cette panne si précoce. Sur la photo, c'est le roulement : nous l'envoyons seul, ou nous reprenons l'ensemble, à votre choix."],
 ["Le numéro est LH-{n}07-B.", "Je préfère l'enlèvement, mes mains ne suivent plus.", "Pas de plaquette, juste un autocollant effacé."],
 ["Merci, ce lot nous est connu. Le remplacement part le {d} ; l'ancien peut aller à la déchetterie.", "L'enlèvement est prévu le {d} entre huit heures et midi. Retirez d'abord piles et coussins."]),
"invoice": (
 ["Facture de la commande {o}", "Numéro de TVA absent", "Mauvais nom sur la facture"],
 ["il me faut pour la commande {o} une facture au nom de la société et non au mien.", "la facture {du} ne porte pas notre numéro de TVA et la comptable la refuse.", "pouvez-vous renvoyer la facture du {d} ? Le lien du message a expiré."],
 ["Nous clôturons l'exercice le {d}.", "Le montant de {a} est juste, l'adresse non.", "Dans mon compte, le bouton ne réagit pas."],
 ["La facture corrigée est jointe. L'ancienne est annulée par un avoir ; ne comptabilisez que la nouvelle, de {a}.", "Jusqu'à l'expédition vous pouvez modifier l'adresse, ensuite c'est à nous de le faire. Voilà qui est fait."],
 ["Parfait, la comptable sourit.", "Deux chiffres du code postal sont inversés, navrée.", "L'auriez-vous aussi en XML ?"],
 ["Aucun souci, la troisième version est jointe avec le bon code postal.", "Le XML EN 16931 se trouve à côté du PDF, sous la commande {o}."]),
"damaged": (
 ["{p} : reçu abîmé", "Casse au transport {o}", "Article enfoncé"],
 ["{le} est arrivé aujourd'hui avec une fente sur toute la façade.", "deux angles sont écrasés et le carton avait un trou gros comme le poing. C'était {le}.", "cela tintait avant même d'ouvrir : {le} est en morceaux."],
 ["Le livreur n'a pas voulu attendre.", "J'ai photographié le carton, l'étiquette et les dégâts.", "J'ai noté « endommagé » sur son appareil."],
 ["Merci pour les photos, elles suffisent. Un neuf part aujourd'hui en double carton ; gardez l'autre jusqu'au {d}.", "Je vous propose {a} de remise si vous le gardez, ou un neuf. Dites-moi."],
 ["Plutôt un neuf, merci.", "Personne n'est venu le voir et il encombre le couloir.", "Va pour la remise, il sera dos au mur."],
 ["Le transporteur renonce à l'expertise : dégagez le couloir !", "Les {a} sont repartis vers votre carte."]),
"material": (
 ["Allergie : question de matière", "Composition {du}", "Y a-t-il du nickel ?"],
 ["ma fille est allergique au latex. Y en a-t-il dans {le} ?", "une fois huilé, le bois convient-il aux aliments ? Je parle {du}.", "d'où vient le bois {du}, et est-il certifié ?"],
 ["La page indique seulement « matières mélangées ».", "Elle a réagi à une autre marque le {d}.", "Sur le tchat, on m'a renvoyée à la page d'où je venais."],
 ["Aucun latex : l'envers est en polypropylène et le fil en coton. Je joins la fiche du fabricant.", "Le chêne vient de forêts gérées du sud de la Suède (FSC Mixte). L'huile est sans siccatif et convient aux aliments au bout d'une semaine."],
 ["Me voilà soulagée, nous commandons ce soir.", "Et la colle ?", "Ajoutez-le sur la fiche, d'autres se le demanderont."],
 ["La colle est à l'eau, et la fiche est désormais en ligne.", "Bonne idée, c'est dans le tableau depuis ce matin."]),
"label": (
 ["Étiquette de retour", "Pas d'imprimante", "Retour {du}"],
 ["je souhaite renvoyer {le} mais la page de l'étiquette reste blanche.", "je n'ai pas d'imprimante. Comment renvoyer {le} ?", "l'étiquette est prévue pour 5 kg et {le} en pèse {n}0."],
 ["Rien n'a servi, tout est encore sous film.", "Seule la couleur ne va pas.", "Le point relais le plus proche est à la gare de {c}."],
 ["Inutile d'imprimer : je vous ai envoyé un code que le relais scanne. Gardez le reçu jusqu'au remboursement.", "Au-delà de 30 kg, nous venons chercher. Choisissez un jour dans le lien, le chauffeur apporte l'étiquette."],
 ["Leur appareil ne connaissait pas le code.", "Déposé cet après-midi, le reçu est dans le tiroir.", "Est-ce possible après dix-sept heures ? Je travaille à {c}."],
 ["Le dernier créneau est de dix-huit à vingt heures, vous y êtes inscrite le {d}.", "Leur logiciel était ancien ; le code qui commence par R passe partout."]),
"payment": (
 ["Débité deux fois : {o}", "Carte refusée", "Souci de paiement"],
 ["on m'a débité deux fois {a} pour {le}.", "votre caisse refuse ma carte alors que ma banque dit que tout va bien.", "j'ai fait le virement le {d} et la commande reste « en attente de paiement »."],
 ["Le numéro est {card} si cela aide.", "J'ai essayé trois navigateurs.", "Le libellé portait bien {o}."],
 ["La seconde ligne est une simple réservation, elle tombera le {d} au plus tard. N'envoyez jamais un numéro de carte entier par courriel, je l'ai effacé.", "Le virement est arrivé sans libellé. Je l'ai rattaché, l'envoi part demain."],
 ["Elle a disparu, comme annoncé.", "Elle est encore là et mon découvert n'apprécie pas.", "Merci de votre rapidité, et bien noté pour la carte."],
 ["J'ai demandé à la banque de la lever ; c'est promis pour cet après-midi.", "Alors tout va bien. Profitez-en !"]),
"stock": (
 ["Quand sera-t-il de nouveau disponible ?", "Rupture : {p}", "Retard sur {o}"],
 ["{le} est en rupture depuis {n} semaines. Y aura-t-il un réassort ?", "l'alerte est arrivée à trois heures du matin ; à sept heures, plus rien. Je cherche {le}.", "vous avez encaissé le {d} et maintenant {le} ne serait plus en stock."],
 ["Il ne m'en faut qu'un exemplaire.", "Un modèle d'exposition m'irait aussi.", "Je peux venir à {c}."],
 ["Le prochain conteneur est annoncé le {d} et quarante pièces sont promises. Je vous en ai réservé une.", "Rien n'est arrêté. La filature était fermée, d'où ces reports."],
 ["Réservé, quel joli mot.", "Et si le conteneur tarde encore ?", "J'ai trouvé ailleurs, annulez {o} s'il vous plaît."],
 ["C'est annulé, les {a} vous reviennent.", "Je vous écrirai avant que vous ayez à demander, et vous pourrez renoncer à tout moment."]),
"howto": (
 ["Entretien {du}", "Comment nettoyer ?", "Dehors en hiver ?"],
 ["comment entretenir {le} ? La notice est partie avec le carton.", "peut-on laisser {le} dehors l'hiver sous une housse ?", "le thé a laissé une auréole ; comment l'enlever ? Il s'agit {du}."],
 ["Nous vivons au bord de la mer et tout rouille.", "Avec du vinaigre, c'était pire en dessous.", "C'est la seule chose ici qui paraisse encore neuve."],
 ["De l'eau tiède, une goutte de savon neutre, sécher, huiler deux fois l'an. Pas de vinaigre : l'acide chasse l'huile.", "Oui, sous une housse qui respire, et surélevé d'un doigt pour ne pas baigner dans l'eau."],
 ["Quelle huile conseillez-vous ?", "L'auréole est partie !", "Et au bord de la mer ?"],
 ["Une huile de lin sans siccatif ; un flacon dure des années.", "Je rincerais à l'eau douce une fois par mois, à cause du sel."]),
}
GREET = ["Bonjour,", "Bonjour Madame, bonjour Monsieur,", "Madame, Monsieur,", "Bonsoir,", ""]
CLOSE = ["Cordialement", "Bien à vous", "Merci d'avance", "Meilleures salutations", "Sincères salutations"]
LIFE = [
 "Ce n'est pas pressé, j'aimerais simplement savoir.", "J'écris depuis l'ordinateur de ma fille, le mien est en réparation.", "Répondez-moi plutôt par courriel, je ne peux pas téléphoner en journée.",
 "Je suis cliente depuis votre premier catalogue.", "Pardon pour ce long message.", "Je n'ai rien trouvé dans les pages d'aide.", "C'est la deuxième fois que j'écris à ce sujet.", "Vous aviez été si aimables la dernière fois que je reste confiante.",
 "Vous pouvez m'appeler après 18 h au {phone}.", "Mon adresse n'a pas changé : {street}.", "À ce prix, j'attendais mieux.", "J'aimerais une réponse avant le {d}.", "Mon compte est au nom de {mail}.", "Pour un éventuel remboursement : {iban}.",
 "Votre tchat m'a demandé mon adresse IP, la voici : {ip}.", "Je peux envoyer d'autres photos.", "Le reste de la commande était parfait.", "Après vingt minutes de harpe au téléphone, j'ai raccroché.",
]
AGENT_GREET = ["Bonjour {name},", "Chère cliente, cher client,", "Bonjour {first},"]
AGENT_CLOSE = ["Bien cordialement\n{agent}\nLindholm Home & Garden", "Belle journée à vous\n{agent}", "Cordialement\n{agent}\nService clients, Lindholm Home & Garden\n01 99 00 10 10 | help.shop.example"]
MACROS = [
 "Merci d'avoir écrit à Lindholm Home & Garden. Votre message nous est bien parvenu et l'un de nous s'en occupera sous un jour ouvré. Vous trouverez beaucoup de réponses à toute heure sur help.shop.example.",
 "Sans nouvelles de votre part, nous supposons que tout est réglé et nous fermons cette demande. Si vous avez encore besoin de nous, répondez simplement à ce message.",
 "Pour vous aider au plus vite, merci de nous envoyer : votre numéro de commande, une photo de l'article et une photo de l'étiquette du carton. Avec cela, nous décidons le plus souvent le jour même.",
 "Comment évaluez-vous l'aide que vous avez reçue ? Bien, je suis satisfait / Mal, je suis insatisfait",
]
AUTO = ["Merci pour votre message. Je suis absent du bureau jusqu'au {d} et n'ai pas accès à ma messagerie. En cas d'urgence, adressez-vous à {mail}.", "Ceci est une réponse automatique : votre message a été reçu dans la boîte de {name}. Cette boîte n'est pas lue."]
AUTO_SUBJECT = ["Réponse automatique : votre commande {o}", "Absence du bureau : Re: [Lindholm] Votre demande"]
MOBILE = ["Envoyé de mon iPhone", "Télécharger Outlook pour Android", "Envoyé depuis mon appareil Samsung."]
DISCLAIMER = "Ce message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de leurs destinataires. Si vous recevez ce message par erreur, merci de le détruire et d'en avertir immédiatement l'expéditeur. Toute utilisation ou diffusion non autorisée est interdite."
NOTES = ["Entrepôt appelé : il en reste {n}, allée 14. En réserver un avant de répondre.", "La cliente a raison, voir photo 2. Geste jusqu'à {a} validé par Maja.", "Troisième contact pour {o}. Ne PAS renvoyer la macro."]
WROTE = "Le {d}, {name} <{mail}> a écrit :"
ORIGINAL = ("-----Message d'origine-----", "De : ", "Envoyé : ", "À : ", "Objet : ")
MERGED = "La demande n° {x} « {s} » a été fermée et fusionnée avec celle-ci. Dernier commentaire de la demande n° {x} :"
MERGE_CLOSE = "Cette demande a été fermée et fusionnée avec la demande n° {x} « {s} »."
THANKS = ["Merci beaucoup !", "Parfait, merci.", "Formidable, c'est tout ce qu'il me fallait.", "Merci infiniment pour votre aide."]
DATES = ["{d} {m}", ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]]
