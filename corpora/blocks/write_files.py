"""The older helpdesk (CSV), the chat (JSON Lines), mail boxes, and the shop's feed."""

import base64
import csv
import gzip
import io
import json
import quopri
import random

from . import catalogue, shop, talk
from .write_tickets import available


def pair(rng, lang, serial):
    t = talk.Talk(rng, lang, serial)
    t.channel = "web"
    t.run(length=rng.choice([2, 4]))
    spoken = [m for m in t.messages if m["public"]]
    question = "\n\n".join(m["text"] for m in spoken if m["who"] == "customer")
    answer = "\n\n".join(m["text"] for m in spoken if m["who"] == "agent")
    return t, question, answer


def write(here, counts, truth):
    legacy(here, counts, truth)
    chat(here, counts, truth)
    mail(here, counts)
    feed(here, counts)


def legacy(here, counts, truth):
    rng = random.Random(2019)
    rows, langs = [], [x for x in available() if x in ("en", "de", "fr")]
    for n in range(56):
        t, question, answer = pair(rng, langs[n % len(langs)], 40 + n * 3)
        if n % 9 == 4:
            question = question.replace("\n", "\r\n")
        rows.append([f"L{1200 + n * 3}", t.subject, t.opened.strftime("%Y-%m-%d %H:%M"), t.customer["mail"], question, answer])
    for n in range(4):
        of = max(rows[9 + n * 11 : 15 + n * 11], key=lambda r: len(r[4] + r[5]))
        number = f"L{1400 + n}"
        kind = "exact" if n < 2 else "near"
        question = of[4] if kind == "exact" else of[4] + "\n\n(sent again)"
        rows.append([number, of[1], of[2], of[3], question, of[5]])
        truth.append({"id": f"legacy:{number}", "group": f"legacy-{n + 1:02d}", "of": f"legacy:{of[0]}", "kind": kind,
                      "note": "imported twice when the old helpdesk was closed" if kind == "exact" else "imported twice, two words added to the question"})
    rows[7][4] = 'She said "the shelf is level", but:\n' + rows[7][4]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["ticket_no", "subject", "opened", "email", "question", "answer"])
    writer.writerows(rows)
    (here / "tickets" / "legacy.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    counts["tickets/legacy.csv.gz"] = {"rows": len(rows), "cells_with_line_breaks": sum("\n" in c for r in rows for c in r)}


def chat(here, counts, truth):
    rng = random.Random(7)
    langs, lines, flat, made = available(), [], 0, []
    for n in range(60):
        case = f"C-{n + 301}"
        if n in (50, 51, 52):
            source = made[n - 40]
            record = dict(source, case=case)
            truth.append({"id": f"chat:{case}", "group": f"chat-{n - 49:02d}", "of": f"chat:{source['case']}", "kind": "exact",
                          "note": "the chat was exported twice under two numbers"})
        else:
            t, question, answer = pair(rng, langs[n % len(langs)], 30 + n * 4)
            record = {"case": case, "when": int((t.opened - talk.START).total_seconds()) + 1736150400, "topic": t.subject, "lang": t.lang}
            if n % 3 == 0:
                record.update(q=question, a=answer)
            else:
                record["turns"] = [{"from": {"customer": "visitor", "agent": "operator"}[m["who"]], "name": m["name"], "said": m["text"], "at": talk.iso(m["time"])}
                                   for m in t.messages if m["public"]]
                if n % 5 == 1:
                    record["turns"].insert(0, {"from": "bot", "name": "Lindi", "said": "Hej! I'm Lindi, the shop's assistant. A colleague will be with you in a moment.", "at": talk.iso(t.opened)})
        flat += "q" in record
        made.append(record)
        lines.append(json.dumps(record, ensure_ascii=False))
    (here / "tickets" / "chat.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts["tickets/chat.jsonl"] = {"records": len(lines), "with_q_and_a": flat, "with_turns": len(lines) - flat}


def word(text, charset="utf-8", q=False):
    """An encoded word of RFC 2047; long texts become several."""
    parts = [text[i:i + 18] for i in range(0, len(text), 18)]
    if q:
        def one(s):
            return "".join(chr(b) if chr(b).isascii() and chr(b).isalnum() else "_" if b == 32 else f"={b:02X}" for b in s.encode(charset))
        return "\n ".join(f"=?{charset.upper()}?Q?{one(s)}?=" for s in parts)
    return "\n ".join(f"=?{charset.upper()}?B?{base64.b64encode(s.encode(charset)).decode()}?=" for s in parts)


def qp(text, charset="utf-8"):
    return quopri.encodestring(text.encode(charset, "replace")).decode("ascii")


def b64(data):
    return base64.encodebytes(data).decode("ascii").rstrip("\n")


def messages():
    """Fifteen mails as (sender, date for the From_ line, text of the mail)."""
    rng, out = random.Random(15), []
    for n, lang in enumerate("en en de ja fr en en de es en ja en en de fr".split()):
        t = talk.Talk(rng, lang, 120 + n)
        t.channel = "email"
        t.run(length=4)
        first, reply = t.messages[0], [m for m in t.messages if m["who"] == "customer"][-1]
        m = reply if n % 3 == 1 else first
        c, day = t.customer, t.opened.strftime("%a, %d %b %Y %H:%M:%S +0000")
        head = [f"From: {c['name'] if c['name'].isascii() else word(c['name'], q=n % 2 == 1)} <{c['mail']}>", "To: support@shop.example", f"Date: {day}",
                f"Message-ID: <{n}.{t.order}@{c['mail'].split('@')[1]}>", "MIME-Version: 1.0",
                f"Subject: {t.subject if t.subject.isascii() else word(t.subject, q=n % 2 == 0)}"]
        if m is reply and m is not first:
            head += [f"In-Reply-To: <{n}.a@shop.example>", f"References: <{n}.{t.order}@{c['mail'].split('@')[1]}>", " <{0}.a@shop.example>".format(n)]
        text, page = m["text"], m.get("html", talk.paragraphs_html(m["text"]))
        photo = b64(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(64)) + b"\xff\xd9")
        shape = n % 7
        if shape == 0:
            body = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", qp(text)]
        elif shape == 1:
            body = ["Content-Type: text/plain; charset=\"utf-8\"", "Content-Transfer-Encoding: base64", "", b64(text.encode())]
        elif shape == 2:
            body = ['Content-Type: multipart/alternative; boundary="alt-2"', "", "This is a multi-part message in MIME format.", "--alt-2",
                    "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", qp(text), "--alt-2",
                    "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", qp(page), "--alt-2--"]
        elif shape == 3:
            charset = "iso-2022-jp" if lang == "ja" else "windows-1252"
            body = [f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: base64", "", b64(text.encode(charset, "replace"))]
        elif shape == 4:
            body = ['Content-Type: multipart/mixed; boundary="mix=_4"', "", "--mix=_4", 'Content-Type: multipart/related; boundary="rel_4"', "", "--rel_4",
                    'Content-Type: multipart/alternative; boundary="alt_4"', "", "--alt_4", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                    b64(text.encode()), "--alt_4", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                    b64((page + '<img src="cid:photo4">').encode()), "--alt_4--", "--rel_4", "Content-Type: image/jpeg", "Content-ID: <photo4>", "Content-Transfer-Encoding: base64", "", photo,
                    "--rel_4--", "--mix=_4", "Content-Type: application/octet-stream", "Content-Disposition: attachment; filename*=UTF-8''Stra%C3%9Fe%20und%20T%C3%BCr.jpg",
                    "Content-Transfer-Encoding: base64", "", photo, "--mix=_4--"]
        elif shape == 5:
            body = ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", qp(page)]
        else:
            inner = "\n".join(["From: support@shop.example", f"To: {c['mail']}", "Subject: Your order", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
                               qp(t.fill("Order {o} has left our warehouse. Track it at https://shop.example/track?token=demo0000&o={o}"))])
            body = ['Content-Type: multipart/mixed; boundary="fwd"', "", "--fwd", "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes", "Content-Transfer-Encoding: 8bit", "", text,
                    "--fwd", "Content-Type: message/rfc822", "", inner, "--fwd--"]
        if n in (6, 12):
            head.append("Auto-Submitted: auto-replied")
        if n == 3:
            head.append("X-Auto-Response-Suppress: All")
        if n == 9:
            body = ["Content-Type: text/plain; charset=us-ascii", "", "Hello,\n\nFrom the first day on the door has caught at the bottom.\n>From what I read it is the hinge.\nFrom now on I leave it open.\n\nRegards\n" + c["name"].encode("ascii", "replace").decode()]
        out.append((c["mail"], t.opened.strftime("%a %b %d %H:%M:%S %Y"), "\n".join(head + body) + "\n"))
    return out


def mail(here, counts):
    mails, box = messages(), []
    for sender, day, text in mails:
        lines = [(">" + line if line.lstrip(">").startswith("From ") else line) for line in text.split("\n")]
        box.append(f"From {sender} {day}\n" + "\n".join(lines) + "\n")
    (here / "tickets" / "inbox.mbox").write_text("".join(box), encoding="utf-8", newline="")
    folder = here / "tickets" / "mail"
    folder.mkdir()
    for n in (0, 2, 4, 6, 9):
        (folder / f"{n + 1:02d}.eml").write_text(mails[n][2].replace("\n", "\r\n"), encoding="utf-8", newline="")
    counts["tickets/inbox.mbox"] = {"mails": len(mails), "auto_submitted": 2, "quoted_from_lines": "".join(box).count("\n>From ") + "".join(box).count("\n>>From ")}
    counts["tickets/mail"] = {"files": 5}


HEADER = ("Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,"
          "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,"
          "Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,"
          "Google Shopping / MPN,Google Shopping / Condition,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status").split(",")


def feed(here, counts):
    rng = random.Random(55)
    rows, variants, images, products = [], 0, 0, shop.PRODUCTS
    for number, p in enumerate(products):
        info = catalogue.info(p)
        colours = info["colours"] if number % 4 else []
        sizes = info["sizes"]
        options = [(c, s) for c in (colours[:3] or [None]) for s in (sizes[:2] or [None])]
        names = [n for n, values in (("Colour", colours), ("Size", sizes)) if values] or ["Title"]
        for i, (colour, size) in enumerate(options):
            row = dict.fromkeys(HEADER, "")
            row["Handle"] = p["key"]
            if i == 0:
                row.update({"Title": p["en"], "Body (HTML)": catalogue.body_html(p), "Vendor": "Lindholm", "Product Category": f"Home & Garden > {p['category'].title()}",
                            "Type": p["category"].title(), "Tags": f"{p['category']}, {info['material']}, spring", "Published": "true", "Gift Card": "false",
                            "SEO Title": f"{p['en']} | {shop.SHOP}", "SEO Description": info["claim"], "Option1 Name": names[0],
                            "Option2 Name": "".join(names[1:]), "Status": ["active", "active", "active", "draft", "archived"][number % 5]})
            chosen = [v for v in (colour, size) if v] or ["Default Title"]
            row.update({"Option1 Value": chosen[0], "Option2 Value": "".join(chosen[1:]), "Variant SKU": f"LHG-{number + 100}-{i + 1}", "Variant Grams": str(info["grams"]),
                        "Variant Inventory Tracker": "shopify", "Variant Inventory Qty": str(rng.randrange(0, 60)), "Variant Inventory Policy": "deny", "Variant Fulfillment Service": "manual",
                        "Variant Price": f"{p['cents'] / 100 + (10 if size and i % 2 else 0):.2f}", "Variant Compare At Price": f"{p['cents'] / 80:.2f}" if number % 6 == 0 else "",
                        "Variant Requires Shipping": "true", "Variant Taxable": "true", "Variant Barcode": catalogue.ean(number * 10 + i), "Variant Weight Unit": "kg",
                        "Image Src": f"https://cdn.shop.example/{p['key']}-{i + 1}.jpg", "Image Position": str(i + 1), "Image Alt Text": f"{p['en']}, {colour}" if colour else p["en"]})
            rows.append(row)
            variants += 1
        if number % 4 == 2:
            row = dict.fromkeys(HEADER, "")
            row.update({"Handle": p["key"], "Image Src": f"https://cdn.shop.example/{p['key']}-room.jpg", "Image Position": "9", "Image Alt Text": f"{p['en']} in a room"})
            rows.append(row)
            images += 1
    with open(here / "feeds" / "shopify.csv", "w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    counts["feeds/shopify.csv"] = {"products": len(products), "rows": len(rows), "variants": variants, "image_only_rows": images,
                                   "status": {s: sum(r["Status"] == s for r in rows) for s in ("active", "archived", "draft")}}
