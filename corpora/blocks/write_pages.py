"""The shop's pages as saved HTML: what a reader wants, inside everything a shop puts around it."""

import html
import json
import random

from . import catalogue, shop, stories

BASE = "https://shop.example"
WORDS = {
    "en": ("Home", "Basket", "Search", "Details", "Care", "Reviews", "Questions and answers", "You may also like", "Add to basket", "In stock", "Material", "Width", "Depth", "Height", "Weight", "Article number", "Colour", "Size", "Help centre"),
    "de": ("Startseite", "Warenkorb", "Suche", "Einzelheiten", "Pflege", "Bewertungen", "Fragen und Antworten", "Das könnte Ihnen auch gefallen", "In den Warenkorb", "Auf Lager", "Material", "Breite", "Tiefe", "Höhe", "Gewicht", "Artikelnummer", "Farbe", "Größe", "Hilfe"),
    "fr": ("Accueil", "Panier", "Recherche", "Caractéristiques", "Entretien", "Avis", "Questions et réponses", "Vous aimerez aussi", "Ajouter au panier", "En stock", "Matière", "Largeur", "Profondeur", "Hauteur", "Poids", "Référence", "Couleur", "Taille", "Aide"),
    "es": ("Inicio", "Cesta", "Buscar", "Detalles", "Cuidado", "Opiniones", "Preguntas y respuestas", "También le puede gustar", "Añadir a la cesta", "En existencias", "Material", "Ancho", "Fondo", "Alto", "Peso", "Referencia", "Color", "Tamaño", "Ayuda"),
    "ja": ("ホーム", "カート", "検索", "仕様", "お手入れ", "レビュー", "よくある質問", "こちらもおすすめ", "カートに入れる", "在庫あり", "素材", "幅", "奥行き", "高さ", "重さ", "品番", "色", "サイズ", "ヘルプ"),
}
COOKIES = {
    "en": "We use cookies and similar technologies to keep your basket, to measure visits and to show you offers that suit you. You can change your choice at any time.", "de": "Wir verwenden Cookies und ähnliche Techniken, um Ihren Warenkorb zu speichern, Besuche zu messen und Ihnen passende Angebote zu zeigen.",
    "fr": "Nous utilisons des cookies pour garder votre panier, mesurer les visites et vous montrer des offres qui vous conviennent.", "es": "Utilizamos cookies para guardar su cesta, medir las visitas y mostrarle ofertas que le interesen.", "ja": "当サイトでは、カートの保存、アクセスの計測、おすすめの表示のためにCookieを使用しています。",
}
ONLY = {"en": "Only necessary ones", "de": "Nur notwendige", "fr": "Refuser", "es": "Solo las necesarias", "ja": "必要なもののみ"}
NEWS = {"en": "Sign up for our newsletter and get 10 % off your first order.", "de": "Jetzt zum Newsletter anmelden und 10 % auf die erste Bestellung sparen.", "fr": "Abonnez-vous à notre lettre et recevez 10 % sur votre première commande.", "es": "Suscríbase al boletín y reciba un 10 % en su primer pedido.", "ja": "メールマガジンに登録すると、初回のご注文が10％引きになります。"}
SHIP = {"en": "Free delivery from 80.00, a hundred days to return, five years' guarantee.", "de": "Gratisversand ab 80,00, hundert Tage Rückgabe, fünf Jahre Garantie.", "fr": "Livraison offerte dès 80,00, cent jours pour renvoyer, cinq ans de garantie.", "es": "Envío gratis desde 80,00, cien días para devolver, cinco años de garantía.", "ja": "80.00以上で送料無料、百日間の返品、五年保証。"}
e = html.escape


def frame(rng, lang, title, url, body, head="", crumbs=(), charset="utf-8", style=0):
    """Everything around the content: one of three skeletons the shop has had over the years."""
    w = WORDS[lang]
    menu = "".join(f'<li class="mega"><a href="/c/{c}">{stories.category_name(lang, c)}</a><div class="mega-panel"><ul>' + "".join(
        f'<li><a href="/p/{p["key"]}">{e(p[lang])}</a></li>' for p in shop.PRODUCTS if p["category"] == c)[:1600].rsplit("</li>", 1)[0] + "</li></ul></div></li>" for c in stories.CATEGORIES)
    trail = "".join(f'<li><a href="{BASE}/{e(u)}">{e(n)}</a></li>' for n, u in crumbs)
    meta = (f'<meta charset="{charset}"><title>{e(title)} | {e(shop.SHOP)}</title><link rel="canonical" href="{BASE}{url}"><meta property="og:title" content="{e(title)}">'
            f'<meta property="og:url" content="{BASE}{url}"><meta property="og:image" content="https://cdn.shop.example{url}.jpg">'
            f'<script>window.dataLayer=window.dataLayer||[];dataLayer.push({{"page":"{url}","v":{rng.randrange(9)}}});</script>')
    cookie = f'<div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies"><p>{COOKIES[lang]}</p><button>OK</button> <button>{ONLY[lang]}</button></div>'
    news = f'<form class="newsletter" action="/newsletter"><label>{NEWS[lang]}</label><input type="email" placeholder="name@example.com"><button>OK</button></form>'
    foot = (f'<p>{SHIP[lang]}</p><ul><li><a href="/about">About</a></li><li><a href="/terms">Terms</a></li><li><a href="/privacy">Privacy</a></li><li><a href="//help.shop.example">{w[18]}</a></li></ul>'
            f'<p>© 2025 {e(shop.SHOP)}. support@shop.example, +44 20 7946 0100</p>')
    if style == 0:
        return (f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{meta}{head}</head>\n<body>\n{cookie}\n<a class="skip" href="#main">Skip to content</a>\n<header><a href="/">{e(shop.SHOP)}</a>'
                f'<form role="search"><input name="q" placeholder="{w[2]}"></form><a href="/basket">{w[1]} (0)</a><nav><ul>{menu}</ul></nav></header>\n'
                f'<nav aria-label="breadcrumb"><ol>{trail}</ol></nav>\n<main id="main">\n{body}\n</main>\n<aside>{news}</aside>\n<footer>{foot}</footer>\n</body>\n</html>\n')
    if style == 1:
        return (f'<!doctype html>\n<html lang={lang}>\n<head>{meta}{head}\n<body class="t-{rng.randrange(90)}">\n<div class="top-bar">{SHIP[lang]}</div>\n<div class="header"><div class="logo"><a href="/">{e(shop.SHOP)}</a></div>'
                f'<div class="menu"><ul>{menu}</ul></div></div>\n<div class="crumbs"><ul>{trail}</ul></div>\n<div class="page"><div class="row"><div class="col-9">\n{body}\n</div>'
                f'<div class="col-3 sidebar"><div class="widget">{news}</div></div></div></div>\n<div class="footer">{foot}</div>\n<div class="cookie-consent">{COOKIES[lang]}</div>\n')
    return (f'<html><head>{meta}{head}</head><body bgcolor="#ffffff"><table width="100%"><tr><td colspan="2"><a href="/">{e(shop.SHOP)}</a> | <a href="/basket">{w[1]}</a></td></tr>'
            f'<tr><td width="180" valign="top"><ul>{menu}</ul>{news}</td><td valign="top">{body}</td></tr><tr><td colspan="2"><font size="1">{foot}</font></td></tr></table></body></html>\n')


def blocks_html(lines):
    out, items = [], []
    for line in list(lines) + [""]:
        if items and not line.startswith("-"):
            out.append("<ul>" + "".join(f"<li>{e(i)}</li>" for i in items) + "</ul>")
            items = []
        if line.startswith("-"):
            items.append(line[1:])
        elif line.startswith("#"):
            out.append(f"<h2>{e(line[1:])}</h2>")
        elif line.startswith("?"):
            q, a = line[1:].split("::")
            out.append(f"<details><summary>{e(q)}</summary><p>{e(a)}</p></details>")
        elif line:
            out.append(f"<p>{e(line)}</p>")
    return "\n".join(out)


def ld(value, defect=0):
    """A JSON-LD block; 1 trailing commas, 2 an HTML comment around it, 3 doubly escaped entities, 4 a raw line break in a string."""
    text = json.dumps(value, ensure_ascii=False, indent=1 if defect == 1 else None)
    if defect == 1:
        text = text.replace('"\n}', '",\n}')
    if defect == 2:
        text = "<!--\n" + text + "\n//-->"
    if defect == 3:
        text = text.replace("'", "&amp;#039;").replace(" & ", " &amp;amp; ")
    if defect == 4:
        text = text.replace(". ", ".\n", 1)
    return f'<script type="application/ld+json">{text}</script>'


def crumbs_ld(crumbs):
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": i + 1, "name": n, "item": f"{BASE}/{u}"} for i, (n, u) in enumerate(crumbs)]}


def product_page(rng, p, lang, number, colour=None):
    info, w = catalogue.info(p), WORDS[lang]
    material = stories.MATERIALS.get((lang, p["key"]), info["material"])
    claim, story, care = info["claim"], info["story"], info["care"]
    for row in stories.TRANSLATED:
        if row.startswith(f"{lang}|{p['key']}|"):
            _, _, claim, story, care = row.split("|")
    key = p["key"] + (f"-{colour.replace(' ', '-')}" if colour else "")
    name = p[lang] + (f", {colour}" if colour else "")
    url, price = f"/{'' if lang == 'en' else lang + '/'}p/{key}", p["cents"] / 100
    sku, gtin = f"LHG-{number + 100}", catalogue.ean(number * 10)
    crumbs = [(w[0], ""), (stories.category_name(lang, p["category"]), f"c/{p['category']}"), (name, url[1:])]
    reviews = rng.sample(stories.REVIEWS, rng.randrange(2, 5)) if lang == "en" else []
    questions = rng.sample(stories.QUESTIONS, 3) if lang == "en" and number % 2 else []
    width, depth, height = info["size"]
    specs = [(w[10], material), (w[11], f"{width} cm"), (w[12], f"{depth} cm"), (w[13], f"{height} cm"), (w[14], f"{info['grams'] / 1000:.1f} kg"), (w[15], sku)]
    if lang in ("de", "fr", "es"):
        specs = [(k, v.replace(".", ",") if v[0].isdigit() else v) for k, v in specs]
    product = {"@context": "https://schema.org", "@type": "Product", "@id": f"{BASE}{url}#product", "name": name, "description": f"{claim}. {story}", "sku": sku, "gtin13": gtin,
               "brand": {"@type": "Brand", "name": "Lindholm"}, "category": stories.category_name(lang, p["category"]), "material": material, "image": [f"https://cdn.shop.example/{key}-1.jpg"],
               "offers": {"@type": "Offer", "url": f"{BASE}{url}", "price": f"{price:.2f}" if number % 5 else f"{price:,.2f}".replace(".", ","), "priceCurrency": "JPY" if lang == "ja" else "GBP" if lang == "en" else "EUR",
                          "availability": "https://schema.org/InStock" if number % 7 else "https://schema.org/OutOfStock"}}
    if lang == "ja":
        product["offers"]["price"] = str(int(price * 150))
    if colour:
        product["color"] = colour
    if reviews:
        product["aggregateRating"] = {"@type": "AggregateRating", "ratingValue": f"{sum(r[1] for r in reviews) / len(reviews):.1f}", "reviewCount": len(reviews) + number}
        product["review"] = [{"@type": "Review", "author": {"@type": "Person", "name": a}, "reviewRating": {"@type": "Rating", "ratingValue": s}, "reviewBody": t} for a, s, t in reviews]
    head, micro = "", number % 6 == 4
    if info["sizes"] and not colour and number % 3 == 0:
        group = {"@context": "https://schema.org", "@type": "ProductGroup", "name": name, "productGroupID": sku, "variesBy": ["https://schema.org/size"],
                 "hasVariant": [{**{k: v for k, v in product.items() if k not in ("@context", "review", "aggregateRating", "@id")}, "size": s, "sku": f"{sku}-{i + 1}"} for i, s in enumerate(info["sizes"])]}
        head += ld(group)
    elif not micro:
        head += ld(product, number % 8 if number % 8 < 5 else 0)
    head += ld(crumbs_ld(crumbs))
    if questions:
        head += ld({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": a}} for q, a in questions]})
    head += f'<meta property="og:type" content="product"><meta property="product:price:amount" content="{price:.2f}"><meta property="product:price:currency" content="GBP"><meta name="description" content="{e(claim)}">'
    shown = f"{int(price * 150):,}円" if lang == "ja" else f"£{price:.2f}" if lang == "en" else f"{price:.2f} €".replace(".", ",")
    if number % 3 == 1:
        table = "<dl class=\"specs\">" + "".join(f"<dt>{e(k)}</dt><dd>{e(v)}</dd>" for k, v in specs) + "</dl>"
    elif number % 3 == 2:
        table = f'<table class="spec"><caption>{w[3]}</caption><tbody>' + "".join(f"<tr><th scope=\"row\">{e(k)}</th><td>{e(v)}</td></tr>" for k, v in specs) + "</tbody></table>"
    else:
        table = f'<table class="spec"><tr><th colspan="2">{w[3]}</th></tr>' + "".join(f"<tr><td>{e(k)}:</td><td>{e(v)}</td></tr>" for k, v in specs) + "</table>"
    chosen = "".join(f'<label>{label}<select name="{field}">' + "".join(f"<option{' selected' if v == colour else ''}>{e(v)}</option>" for v in values) + "</select></label>"
                     for label, field, values in ((w[16], "colour", info["colours"]), (w[17], "size", info["sizes"])) if values)
    old = f" <s>£{price * 1.25:.2f}</s>" if number % 6 == 0 and lang == "en" else ""
    text = [f"<h1>{e(name)}</h1>", f'<p class="claim">{e(claim)}</p>', f'<p class="price"><strong>{shown}</strong>{old}</p>', f'<img src="https://cdn.shop.example/{key}-1.jpg" loading="lazy" alt="{e(name)}">',
            f'<form action="/basket">{chosen}<button>{w[8]}</button></form>', f'<p class="stock">{w[9]}</p>' if number % 7 else "", f'<div class="description"><p>{e(story)}</p></div>',
            f"<h2>{w[3]}</h2>{table}" if number % 3 == 1 else table, f'<h2>{w[4]}</h2><p>{e(care)}</p>']
    if micro:
        text[0] = f'<h1 itemprop="name">{e(name)}</h1>'
        text[2] = (f'<p class="price" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="GBP"><span itemprop="price" content="{price:.2f}">{shown}</span>'
                   '<link itemprop="availability" href="https://schema.org/InStock"></p>')
        text[6] = f'<div class="description" itemprop="description"><p>{e(story)}</p></div><meta itemprop="sku" content="{sku}"><meta itemprop="gtin13" content="{gtin}">'
    if questions:
        text.append(f'<section class="accordion" style="display:none"><h2>{w[6]}</h2>' + "".join(f"<h3>{e(q)}</h3><p>{e(a)}</p>" for q, a in questions) + "</section>")
    if reviews:
        text.append(f'<section id="reviews"><h2>{w[5]}</h2>' + "".join(f'<article><h3>{e(a)} {"★" * s}{"☆" * (5 - s)}</h3><p>{e(t)}</p></article>' for a, s, t in reviews) + "</section>")
    others = rng.sample([x for x in shop.PRODUCTS if x is not p], 4)
    text.append(f'<section class="related"><h2>{w[7]}</h2><ul>' + "".join(f'<li><a href="/p/{x["key"]}">{e(x[lang])}</a> <span>{"£" if lang == "en" else ""}{x["cents"] / 100:.2f}</span></li>' for x in others) + "</ul></section>")
    body = "\n".join(t for t in text if t)
    body = f'<div itemscope itemtype="https://schema.org/Product">{body}</div>' if micro else f'<article class="product">{body}</article>'
    return key, frame(rng, lang, name, url, body, head, crumbs, style=number % 3 if number % 9 else 2)


def save(path, text, encoding="utf-8", declared=None):
    if encoding != "utf-8" or declared:
        text = text.replace('<meta charset="utf-8">', f'<meta http-equiv="Content-Type" content="text/html; charset={declared or encoding}">' if encoding != "utf-16" else "")
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-16-le", "xmlcharrefreplace") if encoding == "utf-16" else text.encode(encoding, "xmlcharrefreplace")
    path.write_bytes(b"\xff\xfe" + data if encoding == "utf-16" else data)


def write(here, counts):
    rng, root = random.Random(808), here / "pages"
    tally = dict.fromkeys(("product", "category", "help", "blog", "about"), 0)
    languages, encodings = {}, {}

    def put(kind, lang, path, text, encoding="utf-8", declared=None):
        save(root / path, text, encoding, declared)
        tally[kind] += 1
        languages[lang] = languages.get(lang, 0) + 1
        name = encoding + (f" (declared {declared})" if declared else "")
        encodings[name] = encodings.get(name, 0) + 1

    by_key = {p["key"]: (i, p) for i, p in enumerate(shop.PRODUCTS)}
    twins = [("planter-lera", c) for c in ("terracotta", "grey")] + [("mug-dagg", c) for c in ("blue", "moss", "cream")] + [("curtain-vind", c) for c in ("white", "flax")]
    for key, colour in twins:
        number, p = by_key[key]
        name, text = product_page(random.Random(key), p, "en", number, colour)
        put("product", "en", f"product/{name}.html", text)
    for row in stories.TRANSLATED:
        lang, key = row.split("|")[:2]
        number, p = by_key[key]
        name, text = product_page(rng, p, lang, number)
        encoding = {"shelf-birk": "windows-1252", "birdbox-mes": "iso-8859-1", "pan-jarn": "shift_jis", "pillow-moln": "utf-16"}.get(key, "utf-8")
        put("product", lang, f"{lang}/product/{name}.html", text, encoding)
    plain = [p for p in shop.PRODUCTS if p["key"] not in {k for k, _ in twins} | {"box-kai", "towel-bad", "board-ek", "spade-grav", "mirror-spegel"}]
    for p in plain[: 35 - 7 - 9]:
        number = by_key[p["key"]][0]
        name, text = product_page(rng, p, "en", number)
        put("product", "en", f"product/{name}.html", text, declared="iso-8859-1" if p["key"] == "pan-jarn" else None)
    for number, category in enumerate(stories.CATEGORIES):
        for lang in ["en"] + (["de"] if number < 3 else []) + (["fr"] if number == 3 else []) + (["ja"] if number == 4 else []):
            w, members = WORDS[lang], [p for p in shop.PRODUCTS if p["category"] == category]
            cards = "".join(f'<div class="card"><a href="/p/{p["key"]}"><img alt="{e(p[lang])}" src="https://cdn.shop.example/{p["key"]}-s.jpg">{e(p[lang])}</a><span class="price">{p["cents"] / 100:.2f}</span><button>{w[8]}</button></div>' for p in members)
            filters = "".join(f'<fieldset><legend>{n}</legend><label><input type="checkbox">A (3)</label><label><input type="checkbox">B (9)</label></fieldset>' for n in (w[10], w[16], w[17]))
            name = stories.category_name(lang, category)
            claim = f"<p>{e(stories.CATEGORY_CLAIMS.get((lang, category), stories.CATEGORIES[category]))}</p>"
            body = f"<h1>{name}</h1>{claim}<div class=\"filters\">{filters}</div><div class=\"grid\">{cards}</div><p class=\"pager\">1 2 3 »</p>"
            put("category", lang, f"{'' if lang == 'en' else lang + '/'}category/{category}.html", frame(rng, lang, name, f"/c/{category}", body, ld(crumbs_ld([(w[0], ""), (name, f"c/{category}")])), [(w[0], "")], style=number % 2))
    for number, row in enumerate(stories.HELP):
        lang, slug, title, *lines = row.split("|")
        faq = [x[1:].split("::") for x in lines if x.startswith("?")]
        head = ld({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": a}} for q, a in faq]}) if faq else ""
        body = (f'<article class="article"><h1>{e(title)}</h1>\n{blocks_html(lines)}</article>\n<div class="article-votes"><span>Was this article helpful?</span><button>Yes</button><button>No</button>{number * 3 + 7} out of {number * 4 + 9} found this helpful</div>')
        encoding = {"rueckgabe": "windows-1252", "retours": "iso-8859-1"}.get(slug, "utf-8")
        put("help", lang, f"help/{lang}/{slug}.html", frame(rng, lang, title, f"/help/{lang}/{slug}", body, head, [(WORDS[lang][18], "help")], style=number % 2), encoding, "iso-8859-1" if slug == "rueckgabe" else None)
    for number, row in enumerate(stories.BLOG):
        lang, slug, title, author, date, *lines = row.split("|")
        head = ld({"@context": "https://schema.org", "@type": "BlogPosting", "headline": title, "datePublished": date, "author": {"@type": "Person", "name": author}})
        body = (f'<article><h1>{e(title)}</h1><p class="meta">{e(author)}, <time datetime="{date}">{date}</time></p>\n{blocks_html(lines)}\n</article><div class="share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Pin it</a></div>'
                f'<section class="comments"><h2>2 comments</h2><p>{e(stories.REVIEWS[number][2])}</p><p>{e(stories.REVIEWS[(number + 3) % 10][2])}</p></section>')
        put("blog", lang, f"blog/{slug}.html", frame(rng, lang, title, f"/blog/{slug}", body, head, [("Blog", "blog")], style=number % 2))
    for number, row in enumerate(stories.ABOUT):
        lang, slug, title, *lines = row.split("|")
        put("about", lang, f"{slug}.html", frame(rng, lang, title, f"/{slug}", f"<h1>{e(title)}</h1>\n{blocks_html(lines)}", "", [], style=number % 3))
    counts["pages"] = {"files": sum(tally.values()), "by_type": tally, "by_language": dict(sorted(languages.items())), "by_encoding": dict(sorted(encodings.items())),
                       "colour_variants": [[f"pages/product/{k}-{c}.html" for k, c in twins if k == key] for key in dict.fromkeys(k for k, _ in twins)]}
