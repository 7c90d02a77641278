"""The shop: products, people and addresses. All of it is invented; numbers are from reserved ranges."""

SHOP = "Lindholm Home & Garden"

# key, category, price in cents, English, German (gender, name), French (gender, name), Spanish (gender, name), Japanese
_ROWS = """
bench-nora|furniture|24900|Nora garden bench|f Gartenbank Nora|m banc de jardin Nora|m banco de jardín Nora|ガーデンベンチ「ノラ」
table-saga|furniture|31900|Saga folding table|m Klapptisch Saga|f table pliante Saga|f mesa plegable Saga|折りたたみテーブル「サーガ」
chair-liv|furniture|8900|Liv stacking chair|m Stapelstuhl Liv|f chaise empilable Liv|f silla apilable Liv|スタッキングチェア「リヴ」
lounger-ask|furniture|17900|Ask sun lounger|f Sonnenliege Ask|f chaise longue Ask|f tumbona Ask|サンラウンジャー「アスク」
shelf-birk|storage|14900|Birk wall shelf|n Wandregal Birk|f étagère murale Birk|m estante de pared Birk|ウォールシェルフ「ビルク」
cabinet-elm|storage|45900|Elm sideboard|n Sideboard Elm|m buffet Elm|m aparador Elm|サイドボード「エルム」
box-kai|storage|6900|Kai cushion box|f Kissenbox Kai|m coffre à coussins Kai|m arcón Kai|クッション収納ボックス「カイ」
shed-torp|storage|69900|Torp tool shed|m Geräteschuppen Torp|m abri de jardin Torp|m cobertizo Torp|物置「トルプ」
lamp-luna|lighting|7900|Luna solar lantern|f Solarlaterne Luna|f lanterne solaire Luna|m farol solar Luna|ソーラーランタン「ルナ」
lamp-fyr|lighting|12900|Fyr floor lamp|f Stehlampe Fyr|m lampadaire Fyr|f lámpara de pie Fyr|フロアランプ「フィール」
string-glim|lighting|3900|Glim string lights|f Lichterkette Glim|f guirlande Glim|f guirnalda Glim|ストリングライト「グリム」
kettle-sund|kitchen|5900|Sund electric kettle|m Wasserkocher Sund|f bouilloire Sund|m hervidor Sund|電気ケトル「スンド」
pan-jarn|kitchen|7400|Järn cast iron pan|f Gusseisenpfanne Järn|f poêle en fonte Järn|f sartén de hierro Järn|鋳鉄フライパン「ヤーン」
knife-ulv|kitchen|9900|Ulv knife set|n Messerset Ulv|m set de couteaux Ulv|m juego de cuchillos Ulv|包丁セット「ウルヴ」
mug-dagg|kitchen|1900|Dagg stoneware mug|m Becher Dagg|m mug Dagg|f taza Dagg|マグカップ「ダッグ」
grinder-korn|kitchen|8400|Korn coffee grinder|f Kaffeemühle Korn|m moulin à café Korn|m molinillo Korn|コーヒーミル「コルン」
board-ek|kitchen|3400|Ek oak chopping board|n Schneidebrett Ek|f planche à découper Ek|f tabla de cortar Ek|オークまな板「エーク」
duvet-sno|textiles|15900|Snö down duvet|f Daunendecke Snö|f couette Snö|m edredón Snö|羽毛布団「スノー」
pillow-moln|textiles|4900|Moln pillow|n Kopfkissen Moln|m oreiller Moln|f almohada Moln|枕「モルン」
rug-hav|textiles|18900|Hav wool rug|m Wollteppich Hav|m tapis en laine Hav|f alfombra de lana Hav|ウールラグ「ハーヴ」
curtain-vind|textiles|6400|Vind linen curtain|m Leinenvorhang Vind|m rideau en lin Vind|f cortina de lino Vind|リネンカーテン「ヴィンド」
throw-ull|textiles|7900|Ull lambswool throw|n Plaid Ull|m plaid Ull|f manta Ull|ラムウールブランケット「ウル」
towel-bad|textiles|2900|Bad waffle towel|n Waffelhandtuch Bad|f serviette nid d'abeille Bad|f toalla de gofre Bad|ワッフルタオル「バード」
spade-grav|garden|4400|Gräv border spade|m Spaten Gräv|f bêche Gräv|f pala Gräv|スコップ「グレーヴ」
hose-bol|garden|6900|Böl hose reel|f Schlauchtrommel Böl|m dévidoir Böl|m carrete de manguera Böl|ホースリール「ボール」
pruner-kvist|garden|3900|Kvist secateurs|f Gartenschere Kvist|m sécateur Kvist|f podadera Kvist|剪定ばさみ「クヴィスト」
planter-lera|garden|5400|Lera planter|m Pflanzkübel Lera|m bac à fleurs Lera|m macetero Lera|プランター「レーラ」
composter-mull|garden|11900|Mull composter|m Komposter Mull|m composteur Mull|f compostera Mull|コンポスター「ムル」
mower-gras|garden|38900|Gräs cordless mower|m Akku-Rasenmäher Gräs|f tondeuse à batterie Gräs|m cortacésped Gräs|コードレス芝刈り機「グレース」
barrow-karra|garden|12400|Kärra wheelbarrow|f Schubkarre Kärra|f brouette Kärra|f carretilla Kärra|一輪車「シェラ」
grill-glod|garden|27900|Glöd kettle grill|m Kugelgrill Glöd|m barbecue Glöd|f barbacoa Glöd|ケトルグリル「グレード」
parasol-sol|garden|15400|Sol parasol|m Sonnenschirm Sol|m parasol Sol|f sombrilla Sol|パラソル「ソール」
birdbox-mes|garden|2400|Mes nesting box|m Nistkasten Mes|m nichoir Mes|f caja nido Mes|巣箱「メース」
mattress-vila|bedroom|59900|Vila pocket sprung mattress|f Taschenfederkernmatratze Vila|m matelas Vila|m colchón Vila|ポケットコイルマットレス「ヴィラ」
bed-hamn|bedroom|52900|Hamn bed frame|m Bettrahmen Hamn|m cadre de lit Hamn|f estructura de cama Hamn|ベッドフレーム「ハムン」
mirror-spegel|bedroom|10900|Spegel wall mirror|m Wandspiegel Spegel|m miroir mural Spegel|m espejo de pared Spegel|ウォールミラー「スペーゲル」
""".strip().splitlines()


def _product(row):
    key, category, cents, en, de, fr, es, ja = row.split("|")
    return {
        "key": key, "category": category, "cents": int(cents), "en": en, "ja": ja,
        "de_g": de[0], "de": de[2:], "fr_g": fr[0], "fr": fr[2:], "es_g": es[0], "es": es[2:],
    }


PRODUCTS = [_product(row) for row in _ROWS]

AGENTS = [
    ("Maja Lindqvist", "maja@shop.example"), ("Tom Ashworth", "tom@shop.example"),
    ("Katrin Vogel", "katrin@shop.example"), ("Élodie Marchand", "elodie@shop.example"),
    ("Iker Salazar", "iker@shop.example"), ("Sato Haruka", "haruka@shop.example"),
]
AGENTS_OF = {"en": [0, 1], "de": [2, 0], "fr": [3], "es": [4], "ja": [5]}

_FIRST = {
    "en": "Margaret Oliver Priya Callum Siobhan Desmond Harriet Kwame Fiona Trevor Aisha Gareth Bethany Nathaniel Rosalind Imran Paula Lewis Joyce Kieran",
    "de": "Ingrid Jürgen Sabine Thorsten Annika Björn Heike Wolfgang Mareike Uwe Gudrun Jannis Ayşe Dieter Franziska Holger",
    "fr": "Camille Bernard Océane Thierry Inès Gérard Noémie Yannick Solène Mathieu Anaïs Lucien",
    "es": "Lucía Ramón Begoña Íñigo Marisol Álvaro Núria Fermín Rocío Joaquín",
    "ja": "恵子 健太 由美 大輔 さくら 浩二 美咲 直樹 千尋 亮",
}
_LAST = {
    "en": "Holloway Pemberton Nair Macrae Doyle Okafor Whitcombe Mensah Galbraith Stubbs Rahman Prosser Tilley Frobisher Ainsworth Chaudhry Redfern Moffat Barraclough Quigley",
    "de": "Brandstätter Kühnel Rösch Petersen Oelschläger Wittig Hinrichs Grünwald Sommerfeld Niehaus Zöllner Baumgart Yıldız Krämer Thießen Landgraf",
    "fr": "Delacroix Fontenay Lemercier Guillou Bensaïd Roussel Chauvet Pélissier Vasseur Mercadier Tanguy Aubry",
    "es": "Ibáñez Carrasco Etxeberria Montoro Villalba Zurita Quiñones Peñalver Azcona Belmonte",
    "ja": "山本 小林 渡辺 中島 藤井 石川 岡田 長谷川 村上 近藤",
}
_LATIN_JA = ("keiko kenta yumi daisuke sakura koji misaki naoki chihiro ryo",
             "yamamoto kobayashi watanabe nakajima fujii ishikawa okada hasegawa murakami kondo")
FIRST = {k: v.split() for k, v in _FIRST.items()}
LAST = {k: v.split() for k, v in _LAST.items()}
LATIN_JA = (_LATIN_JA[0].split(), _LATIN_JA[1].split())
MAIL_HOSTS = ["example.com", "example.org", "example.net", "mail.example", "post.example"]

STREETS = {
    "en": ["14 Tanners Row, Leeds LS2 9XX", "3 Harbour View, Whitby YO21 1XX", "27b Alma Terrace, Bristol BS8 2XX",
           "The Old Forge, Mill Lane, Ludlow SY8 1XX", "Flat 6, 81 Kelvin Drive, Glasgow G20 8XX"],
    "de": ["Lindenweg 12, 24103 Kiel", "Am Alten Speicher 3, 18439 Stralsund", "Rosenstr. 45a, 70182 Stuttgart",
           "Kirchgasse 7, 01067 Dresden", "Hauptstraße 118, 50996 Köln"],
    "fr": ["8 rue des Tisserands, 69004 Lyon", "22 bis, quai de la Fosse, 44000 Nantes", "5 impasse du Moulin, 35400 Saint-Malo",
           "117 avenue Jean-Jaurès, 31000 Toulouse"],
    "es": ["C/ del Olmo 19, 2º B, 28012 Madrid", "Avda. de la Marina 4, 15001 A Coruña", "Carrer de Blai 33, 08004 Barcelona"],
    "ja": ["〒150-0001 東京都渋谷区神宮前0-0-0", "〒530-0001 大阪府大阪市北区梅田0-0-0", "〒810-0001 福岡県福岡市中央区天神0-0-0"],
}
CITIES = {
    "en": ["Leeds", "Whitby", "Bristol", "Ludlow", "Glasgow"],
    "de": ["Kiel", "Stralsund", "Stuttgart", "Dresden", "Köln"],
    "fr": ["Lyon", "Nantes", "Saint-Malo", "Toulouse"],
    "es": ["Madrid", "A Coruña", "Barcelona"],
    "ja": ["東京", "大阪", "福岡"],
}
CARDS = ["4111 1111 1111 1111", "5555 5555 5555 4444", "4012888888881881", "3782 822463 10005", "5105-1051-0510-5100"]
IBANS = {"de": "DE89 3704 0044 0532 0130 00", "fr": "FR14 2004 1010 0505 0001 3M02 606",
         "es": "ES91 2100 0418 4502 0005 1332", "en": "GB29 NWBK 6016 1331 9268 19", "ja": "DE89370400440532013000"}


def phone(lang, n):
    """A number from a range that no one is ever called at."""
    return {
        "en": (f"+44 20 7946 0{n % 1000:03d}", f"020 7946 0{n % 1000:03d}", f"(212) 555-01{n % 100:02d}")[n % 3],
        "de": (f"+49 30 23125 {n % 1000:03d}", f"030 / 23125-{n % 1000:03d}")[n % 2],
        "fr": (f"+33 1 99 00 {n % 90 + 10} {n % 83 + 10}", f"01 99 00 {n % 90 + 10} {n % 83 + 10}")[n % 2],
        "es": f"+34 900 55 01 {n % 100:02d}",
        "ja": f"03-0000-{n % 10000:04d}",
    }[lang]
