"""The shop's products as other programs export them, and its pages as crawlers keep them."""

import csv
import gzip
import json
import zlib
from xml.sax.saxutils import escape

from . import catalogue, shop

SITE = "https://shop.example"


def picked():
    return [p for n, p in enumerate(shop.PRODUCTS) if n % 4 == 1]


def variants(p):
    i = catalogue.info(p)
    return [(c, s) for c in (i["colours"][:2] or [None]) for s in (i["sizes"][:2] or [None])]


def price(p, n=0):
    return f"{p['cents'] / 100 + 10 * (n % 2):.2f}"


def write(here, counts):
    merchant(here, counts)
    shopify(here, counts)
    woocommerce(here, counts)
    magento(here, counts)
    web(here, counts)


def items():
    for p in picked():
        info = catalogue.info(p)
        own = variants(p)
        for n, (colour, size) in enumerate(own):
            title = p["en"] + "".join(f" - {v}" for v in (colour, size) if v)
            item = [("id", f"{p['key']}-{n + 1}"), ("title", title), ("description", catalogue.body_html(p)),
                    ("link", f"{SITE}/p/{p['key']}?variant={n + 1}"), ("image_link", f"https://cdn.shop.example/{p['key']}-{n + 1}.jpg"),
                    ("availability", ["in_stock", "out_of_stock", "preorder"][n % 3]), ("price", price(p, n) + " EUR"), ("brand", "Lindholm"),
                    ("gtin", catalogue.ean(900 + n)), ("condition", "new"), ("product_type", f"Home & Garden > {p['category'].title()}"),
                    ("google_product_category", "536"), ("material", info["material"]), ("product_highlight", info["claim"])]
            if colour:
                item.append(("color", colour))
            if size:
                item.append(("size", size))
            if len(own) > 1:
                item.append(("item_group_id", p["key"]))
            yield item


def merchant(here, counts):
    # Every second item first: the variants of a group don't stand side by side.
    everything = list(items())
    mixed = everything[::2] + everything[1::2]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">', "<channel>",
             f"<title>{escape(shop.SHOP)}</title>", f"<link>{SITE}/</link>"]
    for item in mixed:
        lines.append("<item>")
        for name, value in item:
            lines.append(f"  <g:{name}><![CDATA[{value}]]></g:{name}>" if name == "description" else f"  <g:{name}>{escape(value)}</g:{name}>")
        lines += ["  <g:shipping><g:country>DE</g:country><g:service>Standard</g:service><g:price>4.90 EUR</g:price></g:shipping>",
                  "  <g:product_detail><g:section_name>Care</g:section_name><g:attribute_name>Origin</g:attribute_name>"
                  "<g:attribute_value>Sweden</g:attribute_value></g:product_detail>", "</item>"]
    lines += ["</channel>", "</rss>"]
    (here / "feeds" / "merchant.xml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    names = ["id", "title", "description", "link", "image link", "availability", "price", "brand", "gtin", "condition", "product type",
             "google product category", "material", "color", "size", "item group id", "product highlight", "shipping(country:service:price)"]
    with open(here / "feeds" / "merchant.tsv", "w", encoding="utf-8", newline="") as f:
        writer = csv.writer(f, delimiter="\t", lineterminator="\n")
        writer.writerow(names)
        for item in mixed:
            cells = dict(item)
            writer.writerow([cells.get(n.replace(" ", "_"), "").replace("\n", " ") for n in names[:-1]] + ["DE:Standard:4.90 EUR"])
    for name in ("merchant.xml", "merchant.tsv"):
        counts[f"feeds/{name}"] = {"items": len(mixed), "products": len(picked())}


def shopify(here, counts):
    products = []
    for n, p in enumerate(picked()):
        own = variants(p)
        info = catalogue.info(p)
        names = [name for name, values in (("Colour", info["colours"]), ("Size", info["sizes"])) if values] or ["Title"]
        rows = []
        for k, pair in enumerate(own):
            chosen = [v for v in pair if v] or ["Default Title"]
            rows.append({"id": 9000 + n * 10 + k, "title": " / ".join(chosen), "option1": chosen[0], "option2": chosen[1] if len(chosen) > 1 else None,
                         "option3": None, "sku": f"LHG-J{n}-{k + 1}", "available": (n + k) % 3 > 0, "price": price(p, k), "position": k + 1})
        products.append({"id": 8000 + n, "title": p["en"], "handle": p["key"], "body_html": catalogue.body_html(p),
                         "published_at": "2025-02-03T10:00:00+01:00", "updated_at": "2025-04-05T09:30:00+02:00", "vendor": "Lindholm",
                         "product_type": p["category"].title(), "tags": [p["category"], "spring"], "variants": rows,
                         "images": [{"id": 1, "src": f"https://cdn.shop.example/{p['key']}-1.jpg"}],
                         "options": [{"name": name, "position": k + 1, "values": []} for k, name in enumerate(names)]})
    half = len(products) // 2
    text = "".join(json.dumps({"products": part}, ensure_ascii=False) + "\n" for part in (products[:half], products[half:]))
    (here / "feeds" / "shopify-products.json").write_text(text, encoding="utf-8")
    counts["feeds/shopify-products.json"] = {"products": len(products), "variants": sum(len(p["variants"]) for p in products)}


def woocommerce(here, counts):
    header = ["ID", "Type", "SKU", "Name", "Published", "Is featured?", "Visibility in catalog", "Short description", "Description", "In stock?", "Stock",
              "Weight (kg)", "Regular price", "Sale price", "Categories", "Tags", "Images", "Parent", "Attribute 1 name", "Attribute 1 value(s)",
              "Attribute 1 visible", "Attribute 1 global", "Attribute 2 name", "Attribute 2 value(s)", "Attribute 2 visible", "Attribute 2 global"]
    parents, children = [], []
    for n, p in enumerate(picked()):
        info = catalogue.info(p)
        own = variants(p)
        number = 100 + n * 10
        # Every third parent has no SKU, so its variations name its number.
        sku = "" if n % 3 == 2 else f"WOO-{p['key']}"
        row = dict.fromkeys(header, "")
        row.update({"ID": number, "Type": "variable" if len(own) > 1 else "simple", "SKU": sku, "Name": p["en"], "Published": "1", "Visibility in catalog": "visible",
                    "Short description": info["claim"], "Description": f"[vc_row][vc_column width=\"1/1\"]{info['story']}\\n\\n{info['care']}[/vc_column][/vc_row]",
                    "In stock?": "1", "Weight (kg)": f"{info['grams'] / 1000:g}", "Categories": f"Home, Home > {p['category'].title()}", "Tags": "spring",
                    "Images": f"{SITE}/uploads/{p['key']}-1.jpg, {SITE}/uploads/{p['key']}-2.jpg", "Regular price": "" if len(own) > 1 else price(p)})
        if len(own) == 1:
            row["Sale price"] = f"{p['cents'] / 125:.2f}"
        names = [name for name, values in (("Colour", info["colours"]), ("Size", info["sizes"])) if values]
        for k, name in enumerate(names):
            row[f"Attribute {k + 1} name"] = name
            row[f"Attribute {k + 1} value(s)"] = ", ".join(dict.fromkeys(v for pair in own for v in [pair[0 if name == "Colour" else 1]] if v))
        parents.append(row)
        if len(own) > 1:
            for k, pair in enumerate(own):
                child = dict.fromkeys(header, "")
                child.update({"ID": number + k + 1, "Type": "variation", "SKU": f"WOO-{p['key']}-{k + 1}", "Name": f"{p['en']} - {', '.join(v for v in pair if v)}",
                              "Published": "1", "In stock?": str((k + 1) % 2), "Regular price": price(p, k), "Parent": sku or f"id:{number}"})
                for m, name in enumerate(names):
                    child[f"Attribute {m + 1} name"] = name
                    child[f"Attribute {m + 1} value(s)"] = pair[0 if name == "Colour" else 1] or ""
                children.append(child)
    with open(here / "feeds" / "woocommerce.csv", "w", encoding="utf-8-sig", newline="") as f:
        writer = csv.DictWriter(f, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(children[: len(children) // 2] + parents + children[len(children) // 2 :])
    counts["feeds/woocommerce.csv"] = {"products": len(parents), "variations": len(children)}


def magento(here, counts):
    header = ["sku", "store_view_code", "attribute_set_code", "product_type", "categories", "product_websites", "name", "description", "short_description",
              "weight", "product_online", "visibility", "price", "special_price", "url_key", "base_image", "additional_attributes", "qty", "is_in_stock",
              "configurable_variations", "configurable_variation_labels"]
    rows, products, views = [], 0, 0
    for n, p in enumerate(picked()):
        info = catalogue.info(p)
        own = variants(p)
        children = []
        for k, (colour, size) in enumerate(own if len(own) > 1 else []):
            sku = f"MAG-{p['key']}-{k + 1}"
            pairs = [(a, v) for a, v in (("colour", colour), ("size", size)) if v]
            row = dict.fromkeys(header, "")
            row.update({"sku": sku, "attribute_set_code": "Default", "product_type": "simple", "name": f"{p['en']} {k + 1}", "product_online": "1",
                        "visibility": "Not Visible Individually", "price": price(p, k) + "00", "qty": str(k * 4), "is_in_stock": "1" if k else "0",
                        "additional_attributes": ",".join(f"{a}={v}" for a, v in pairs)})
            rows.append(row)
            children.append(f"sku={sku}," + ",".join(f"{a}={v}" for a, v in pairs))
        row = dict.fromkeys(header, "")
        row.update({"sku": f"MAG-{p['key']}", "attribute_set_code": "Default", "product_type": "configurable" if children else "simple",
                    "categories": f"Default Category/Home,Default Category/Home/{p['category'].title()}", "product_websites": "base", "name": p["en"],
                    "description": catalogue.body_html(p), "short_description": info["claim"], "weight": f"{info['grams'] / 1000:.4f}", "product_online": "1",
                    "visibility": "Catalog, Search", "price": "" if children else price(p) + "00", "url_key": p["key"], "base_image": f"/{p['key']}-1.jpg",
                    "additional_attributes": f"material={info['material']},care_note=Wipe, then dry,manufacturer=Lindholm", "qty": "7", "is_in_stock": "1",
                    "configurable_variations": "|".join(children), "configurable_variation_labels": "colour=Colour,size=Size" if children else ""})
        rows.append(row)
        products += 1
        if n % 2 == 0:
            view = dict.fromkeys(header, "")
            view.update({"sku": f"MAG-{p['key']}", "store_view_code": "de", "name": p.get("de", p["en"]), "short_description": "Aus Schweden, für draußen und drinnen."})
            rows.append(view)
            views += 1
        elif n % 4 == 1:
            view = dict.fromkeys(header, "")
            view.update({"sku": f"MAG-{p['key']}", "store_view_code": "default", "url_key": p["key"] + "-shop"})
            rows.append(view)
    with open(here / "feeds" / "magento.csv", "w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    counts["feeds/magento.csv"] = {"products": products, "store_views": views, "rows": len(rows)}


def pages():
    for p in picked()[:6]:
        url = f"{SITE}/p/{p['key']}"
        html = (f"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{p['en']} | {shop.SHOP}</title></head><body>"
                f"<nav><a href=\"/\">Home</a> <a href=\"/help\">Help</a></nav><main><h1>{p['en']}</h1>{catalogue.body_html(p)}</main></body></html>\n")
        yield url, html


def record(kind, uri, date, block, number, extra=()):
    name = f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"
    head = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: {name}", f"WARC-Date: {date}"]
    head += [f"WARC-Target-URI: {uri}"] if uri else []
    head += [f"{k}: {v}" for k, v in extra]
    head += [f"Content-Length: {len(block)}", "", ""]
    return gzip.compress("\r\n".join(head).encode() + block + b"\r\n\r\n", mtime=0), name


def response(status, fields, body):
    return "\r\n".join([f"HTTP/1.1 {status}"] + [f"{k}: {v}" for k, v in fields] + ["", ""]).encode() + body


def chunked(body, size=400):
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n" % len(p) + p + b"\r\n" for p in parts) + b"0\r\n\r\n"


def web(here, counts):
    http = ("Content-Type", "application/http; msgtype=response")
    out, number, date = [], 1, "2025-05-0{}T08:00:00Z"
    out.append(record("warcinfo", None, date.format(1), b"software: sample\r\nformat: WARC File Format 1.1\r\n", number, [("Content-Type", "application/warc-fields")])[0])
    lines, first = [], None
    for n, (url, html) in enumerate(pages()):
        number += 2
        body = html.encode()
        request = f"GET /p HTTP/1.1\r\nHost: shop.example\r\n\r\n".encode()
        out.append(record("request", url, date.format(n + 1), request, number, [("Content-Type", "application/http; msgtype=request")])[0])
        fields = [("Content-Type", "text/html; charset=utf-8")]
        if n % 3 == 1:
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            body = packer.compress(body) + packer.flush()
            fields.append(("Content-Encoding", "gzip"))
        if n % 3 == 2:
            body = chunked(body)
            fields.append(("Transfer-Encoding", "chunked"))
        packed, name = record("response", url, date.format(n + 1), response("200 OK", fields, body), number + 1, [http])
        out.append(packed)
        first = first or (name, url)
        lines.append({"url": url, "status": 200, "timestamp": date.format(n + 1), "html": html})
    extra = [("image/png", "200 OK", b"\x89PNG"), ("text/html", "404 Not Found", b"<h1>Not found</h1>"), ("text/html", "301 Moved", b"")]
    for k, (kind, status, body) in enumerate(extra):
        number += 2
        out.append(record("response", f"{SITE}/x{k}", date.format(8), response(status, [("Content-Type", kind)], body), number, [http])[0])
        lines.append({"url": f"{SITE}/x{k}", "status": int(status[:3]), "timestamp": date.format(8), "html": body.decode("latin-1"), "headers": {"Content-Type": kind}})
    out.append(record("revisit", f"{SITE}/copy", date.format(9), response("200 OK", [("Content-Type", "text/html")], b""), number + 2,
                      [http, ("WARC-Refers-To", first[0]), ("WARC-Refers-To-Target-URI", first[1])])[0])
    (here / "web" / "shop.warc.gz").write_bytes(b"".join(out))
    (here / "web" / "crawl.jsonl").write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
    named = [url for url, _ in pages()][:-1]
    entries = "".join(f"  <url><loc>{url}</loc><lastmod>2025-04-{10 + n}</lastmod></url>\n" for n, url in enumerate(named))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    (here / "web" / "sitemap.xml").write_text(text, encoding="utf-8")
    counts["web/shop.warc.gz"] = {"records": len(out), "pages": len(named) + 1, "revisits": 1}
    counts["web/crawl.jsonl"] = {"records": len(lines), "pages": len(named) + 1}
    counts["web/sitemap.xml"] = {"addresses": len(named)}
