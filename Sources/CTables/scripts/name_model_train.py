#!/usr/bin/env python3
"""Trains the model of names and addresses and writes Sources/CTables/name_model.bin.

    name_model_train.py --data DATA --rows "textmill-bench name-rows" --spans "textmill-bench name-spans" [--cv 5]
        [--pages PAGES.jsonl] [--write name_model.bin]

DATA has pii/presidio-generated, pii/names and tickets/ (quagga-zones, multidogo, banking77, endava-sample); sentences of
our own stand in name_sentences.txt. Needs python-crfsuite. `--rows` reads {"text", "hide"} and writes the stretches of
tokens with their features; `--spans MODEL` writes what the whole scan finds with that model.

PAGES has {"text"} of shop pages and of pages in many languages (textmill extract over WCXB and trafilatura-eval, and
WCXB's own main_content): lines without a word that is above all a name, alone and as they follow one another, are
examples of nothing.

Training: every sentence of the generated sets, twice more with other names (40 % drawn by weight, 60 % flat), some all
in lower case; the dictionary bins of 15 % of the names hidden; some names replaced by a placeholder; whole addresses cut
into components; human chat turns; calm help-desk texts; greetings, sign-offs and signatures of mails; our sentences.
Linear-chain model with L1 and L2. Cross-validation: folds by sentence template, never in training and test.

File, little endian: u32 slots (a power of two), 81 i16 weights of label behind label, i16 padding, slots u32 features (0:
free; linear probing from feature % slots), slots rows of nine i16, 14 bytes padding. Weights are times 256.
"""
import argparse
import collections
import csv
import gzip
import json
import os
import random
import re
import shlex
import struct
import subprocess
import sys
import zlib

import pycrfsuite

LABELS = ["O", "B-PER", "I-PER", "B-ADR", "I-ADR", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
KIND = {"PERSON": "PER", "ADDRESS": "ADR", "LOCATION": "LOC", "ORGANIZATION": "ORG"}
TOKEN = re.compile(r"\n|[^\W_]*\d[^\W_]*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|_")
UNITS = set("apt apartment suite ste unit flat floor fl room rm bldg building box po pmb appt lgh wohnung esc psc fpo apo dpo".split())
STATES = set("""al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn
tx ut vt va wa wv wi wy dc pr aa ae ap nsw vic qld sa tas act nt on qc bc ab mb sk ns nb nl pe""".split())
JOBS = """Sales Manager|Head of Sales|Software Engineer|Account Executive|Teacher|Nurse|Chief Operating Officer|Marketing Assistant|Store
 Manager|Architect|Accountant|Lawyer|Product Owner|Geschäftsführer|Vertriebsleiterin|Directeur commercial|Ingénieur|Responsable
 clientèle|Customer Success Manager|Office Manager|Designer, jewellery|Engineer, civil|Surveyor|Trader|Editor|Research scientist""".replace("\n", "").split("|")
GOODS = """Lamp|Chair|Table|Desk|Shelf|Sofa|Bench|Rug|Kettle|Toaster|Backpack|Jacket|Sneakers|Dress|Mug|Vase|Stool|Cabinet|Mirror|Pillow|Blanket|
Garden Bench|Floor Lamp|Coffee Table|Dining Chair|Bedside Table|Wall Shelf|Wool Blanket|Rain Jacket|Travel Mug|Standing Desk|Office Chair|Picture Frame|
Stehlampe|Gartenbank|Esstisch|Bürostuhl|Regal|Sessel|Teppich|Schreibtisch|Lampe de bureau|Canapé|Fauteuil|Tapis|Lámpara|Silla|Mesa|Sedia|Tavolo|Stoel|Kast""".replace("\n", "").split("|")
ADJECTIVES = """Smart|Classic|Modern|Nordic|Vintage|Mini|Compact|Deluxe|Royal|Urban|Alpine|Wooden|Folding|Outdoor|Premium|Velvet|Leather|Oak|Ceramic|
Cotton|Linen|Solar|Wireless|Electric|Silent|Soft|Golden|Silver|Amber|Coral|Misty|Crystal|Arctic|Sunny|Star|Moon|River|Forest|Stone|Canyon|Breeze|Aurora""".replace("\n", "").split("|")
WORDS = """Navy|Charcoal|Forest|Olive|Sage|Ivory|Rose|Grey|Black|White|Oak|Walnut|Ash|Beige|Sand|Blue|Green|Rust|Mustard|Blush|Anthracite|Eiche|Grau|Blau|Schwarz|
Natur|Noir|Blanc|Gris|Negro|Rojo|Nero|Zwart|Large|Medium|Small|Cotton|Linen|Steel|Leather|Velvet|Copper|Brass|Marble""".replace("\n", "").split("|")
PEOPLES = """Russian|Australian|German|French|Spanish|Italian|Turkish|Polish|Swedish|Danish|Dutch|Greek|Japanese|Chinese|Korean|Indian|Mexican|Brazilian|Canadian|
British|American|Irish|Scottish|Norwegian|Finnish|Czech|Hungarian|Romanian|Ukrainian|Portuguese|Swiss|Austrian|Belgian|European|African|Asian|Thai|
Vietnamese|Arabic|Hebrew|English|Ruble|Euro|Dollar|Yen|Franc|Krona|Peso|Rupee|Zloty|Sterling|Lira|Won|Yuan""".replace("\n", "").split("|")
BRANDS = """Mastercard|Visa|PayPal|Klarna|Stripe|Amex|Google|Apple|Microsoft|Amazon|Samsung|Sony|Dell|Lenovo|Cisco|Canon|Epson|Adobe|Oracle|Slack|Jira|Zoom|Docker|
Kubernetes|Windows|Android|Linux|Ubuntu|Firefox|Chrome|Safari|Excel|Outlook|Word|Photoshop|Python|Java|Netflix|Spotify|WhatsApp|Facebook|Instagram|
YouTube|Alexa|Siri|Bosch|Siemens|Philips|Braun|Nike|Adidas|Puma|Ikea|Lego|Nintendo|Tesla|Toyota|Ford|Honda|Audi|Bluetooth|DHL|FedEx|Hermes|Shopify""".replace("\n", "").split("|")
TYPES = "Street Road Avenue Lane Drive Court Place Way St Rd Ave Blvd Crescent Close Square Terrace Parkway Plaza Hill Row".split()
STREETS = ["{n} {w} {t}", "{n} {w} {t}", "{n} {w} {w} {t}", "{d}straße {n}", "{d}weg {n}a", "{d}str. {n}", "{w}-{w}-Straße {n}", "{n} rue de {w}", "{n}, rue {w}", "{n} avenue {w}",
           "Calle {w} {n}", "Calle de {w}, {n}", "Avenida {w} {n}", "Via {w} {n}", "Via {w}, {n}", "Corso {w} {n}", "{d}straat {n}", "{d}laan {n}", "{d}gatan {n}",
           "{d}vej {n}", "{d}veien {n}", "Rua {w} {n}", "Rua {w}, {n}", "ul. {w} {n}", "ul. {w} {n}/{k}", "{n} {t} {w}", "{n} {w}", "{n} {o} {t}", "{n} {c} {w} {t}"]


# ------------------------------------------------------------------ names

def load(folder, name):
    with gzip.open(os.path.join(folder, name + ".tsv.gz"), "rt", encoding="utf-8") as f:
        return {r[0]: (int(r[1]), r[2]) for r in (line.rstrip("\n").split("\t") for line in f)}


class Names:
    def __init__(self, folder):
        tables = {n: load(folder, n) for n in ("given", "surnames", "places", "common")}
        self.common = {k: v[0] for k, v in tables["common"].items()}
        self.given_weight = {k: v[0] for k, v in tables["given"].items()}
        self.surname_weight = {k: v[0] for k, v in tables["surnames"].items()}
        self.plain = [k for k, v in tables["common"].items() if v[0] >= 35 and len(k) > 3 and k.isalpha() and tables["given"].get(k, (0,))[0] < 58]
        self.countries = [k for k, v in tables["places"].items() if v[1] == "country"]
        self.lists = {}
        for n in ("given", "surnames", "places"):
            words = [k for k in tables[n] if len(k) > 2 and (n == "places" or " " not in k) and all(ord(c) < 0x250 for c in k)]
            sums, total = [], 0.0
            for k in words:
                total += 10 ** (tables[n][k][0] / 20)
                sums.append(total)
            self.lists[n] = (words, sums)

    def sample(self, rng, table):
        words, sums = self.lists[table]
        return rng.choices(words, cum_weights=sums)[0] if rng.random() < .4 else rng.choice(words)


def cap(w):
    return re.sub(r"(^|[-' ])(\w)", lambda m: m[1] + m[2].upper(), w)


# ------------------------------------------------------------------ our sentences

def street(rng, names):
    fill = {"n": lambda: str(rng.randint(1, 9999 if rng.random() < .3 else 240)), "k": lambda: str(rng.randint(1, 90)),
            "w": lambda: cap(names.sample(rng, "surnames")), "d": lambda: cap(names.sample(rng, "surnames")),
            "o": lambda: rng.choice(["1st", "2nd", "3rd", "5th", "12th", "42nd"]), "c": lambda: rng.choice(["N", "S", "E", "W", "North", "West"]),
            "t": lambda: rng.choice(TYPES)}
    return re.sub(r"\{(\w)\}", lambda m: fill[m[1]](), rng.choice(STREETS))


def address(rng, names):
    """[(label or None, text)] of a whole address in one of the usual layouts."""
    town, line, code = cap(names.sample(rng, "places")), street(rng, names), "%05d" % rng.randint(1000, 99950)
    gap = rng.choice([", ", ", ", "\n", "\n "])
    unit = rng.choice(["Apt. %d", "Suite %d", "Unit %d", "Flat %d", "Apt %d"]) % rng.randint(1, 999)
    parts = [("ADR", line)]
    if rng.random() < .35:
        parts += [(None, rng.choice([gap, " "])), ("ADR", unit)]
    layout = rng.random()
    if layout < .35:
        state = rng.choice("AL AK CA CO FL GA IL NY OH TX WA OR PA NSW VIC ON BC".split())
        parts += [(None, gap), ("LOC", town), (None, rng.choice([", ", " "])), ("ADR", state + " " + code)]
    elif layout < .6:
        parts += [(None, gap), ("ADR", code), (None, " "), ("LOC", town)]
    elif layout < .75:
        parts += [(None, gap), ("LOC", town), (None, gap), ("ADR", "%s%d %d%s" % (rng.choice(["SW", "E", "LS", "M", "BS", "EH"]), rng.randint(1, 20), rng.randint(1, 9), rng.choice(["AA", "DF", "QP"])))]
    elif layout < .9:
        parts += [(None, gap), ("LOC", town), (None, gap), ("LOC", cap(rng.choice(names.countries))), (None, " "), ("ADR", code)]
    else:
        parts += [(None, gap), ("LOC", town)]
    return parts


def make(rng, names, template):
    spans, out, at = [], "", 0

    def put(label, text):
        nonlocal out
        if label:
            spans.append((label, len(out), len(out) + len(text)))
        out += text
    for m in re.finditer(r"\{(\w)\}", template):
        out += template[at:m.start()]
        at = m.end()
        k = m[1]
        small = k.islower()
        given, surname = (cap(names.sample(rng, t)) for t in ("given", "surnames"))
        one = lambda s: s.lower() if small else s
        if k in "Ff":
            middle = " " + rng.choice("ABCDEHJKLMPRST") + "." if rng.random() < .12 else ""
            particle = rng.choice(("van ", "de ", "von ", "van der ", "Di ", "O'", "Mc", "El ")) if rng.random() < .06 else ""
            last = surname + ("-" + cap(names.sample(rng, "surnames")) if rng.random() < .04 else "")
            put("PER", one(given + middle + " " + particle + last))
        elif k in "Gg":
            put("PER", one(given))
        elif k in "Ss":
            put("PER", one(surname))
        elif k in "Cc":
            put("LOC", one(cap(names.sample(rng, "places"))))
        elif k == "K":
            put("LOC", cap(rng.choice(names.countries)))
        elif k == "O":
            tail = rng.choice((" Ltd", " Inc", " GmbH", " & Sons", " Group", " Technologies", " Bank", " Media", "", "", ", " + surname + " and Co", "-" + cap(names.sample(rng, "surnames"))))
            put("ORG", cap(names.sample(rng, "surnames")) + tail)
        elif k in "Aa":
            put("ADR", one(street(rng, names)))
        elif k == "Q":
            put("ADR", surname)
        elif k == "B":
            for label, text in address(rng, names):
                put(label, text)
        elif k == "J":
            put(None, rng.choice(JOBS))
        elif k == "P":
            first = rng.choice(ADJECTIVES) + " " if rng.random() < .7 else given + " " if rng.random() < .5 else ""
            put(None, first + rng.choice(GOODS))
        elif k == "Z":
            put(None, given)
        elif k == "W":
            put(None, rng.choice(WORDS))
        elif k == "V":
            put(None, cap(rng.choice(names.plain)))
        elif k == "H":
            put(None, rng.choice(GOODS).lower())
        elif k == "E":
            put(None, rng.choice(PEOPLES))
        elif k == "R":
            put(None, rng.choice(BRANDS))
        elif k == "Y":
            put(None, "".join(rng.choice("ABCDEFGHILMNOPRSTUVW") for _ in range(rng.randint(2, 5))) + rng.choice(["", "s", "s"]))
        else:
            put(None, str(rng.randint(10, 99999)))
    return out + template[at:], spans


# ------------------------------------------------------------------ other sets

def pieces(text, a, b):
    """A whole address in one span -> number, street, unit, post code (ADR each) and town, country (LOC)."""
    toks = [(m[0], m.start(), m.end()) for m in TOKEN.finditer(text, a, b)]
    out, i, mode, cur = [], 0, "street", None
    while i < len(toks):
        w, s, e = toks[i]
        low = w.lower()
        if w in "\n,":
            cur = None
            mode = "town" if mode in ("street", "unit") and out or mode == "town" else mode
        elif low in UNITS and (mode != "town" or i + 1 < len(toks) and (toks[i + 1][0] == "." or toks[i + 1][0].isdigit())):
            if not (cur and cur[0] == "ADR" and mode == "unit"):
                cur = ["ADR", s, e]
                out.append(cur)
            else:
                cur[2] = e
            mode = "unit"
        elif mode == "unit" and (w[0].isdigit() or w == "."):
            cur[2] = e
            if w[0].isdigit():
                mode, cur = "town", None
        elif mode == "town" and (re.fullmatch(r"\d{4,6}", w) or w.isupper() and low in STATES and len(w) < 4):
            out.append(["ADR", s, e])
            cur = None
        else:
            label = "LOC" if mode == "town" else "ADR"
            if cur and cur[0] == label:
                cur[2] = e
            else:
                cur = [label, s, e]
                out.append(cur)
        i += 1
    return [tuple(x) for x in out]


def generated(root):
    for f in ("generated_small", "generated_large"):
        with gzip.open(os.path.join(root, "pii", "presidio-generated", f + ".jsonl.gz"), "rt", encoding="utf-8") as fh:
            for line in fh:
                r = json.loads(line)
                text, spans, truth, last = r["full_text"], [], [], None
                for s in sorted(r["spans"], key=lambda s: s["start_position"]):
                    k, a, b = KIND.get(s["entity_type"]), s["start_position"], s["end_position"]
                    if not k:
                        continue
                    truth.append((k, a, b))
                    if k == "ADR" and "{{address}}" in r["masked"]:
                        spans += pieces(text, a, b)
                    # A house number and its street are one line.
                    elif k == "ADR" and last and re.fullmatch(r"[ ]", text[last[2]:a]) and text[last[1]:last[2]].isdigit():
                        spans[-1] = ("ADR", last[1], b)
                    else:
                        spans.append((k, a, b))
                    last = spans[-1] if k == "ADR" else None
                group = zlib.crc32(re.sub(r"[\W_]+", "", r["masked"].lower()).encode())
                yield {"text": text, "spans": spans, "truth": truth, "group": group, "set": f}


def enron(root, names):
    with gzip.open(os.path.join(root, "tickets", "quagga-zones", "enron.jsonl.gz"), "rt", encoding="utf-8") as fh:
        for i, line in enumerate(fh):
            r = json.loads(line)
            text = r["text"]
            per = [("PER", z["start"], z["end"]) for z in r["zones"]
                   if z["type"] in ("Body/Signature/Name", "Body/Outro/Name", "Body/Intro/Name")
                   or z["type"].startswith("Header/Person") and "@" not in text[z["start"]:z["end"]]]
            lines, at = [], 0
            for ln in text.split("\n"):
                lines.append((at, at + len(ln)))
                at += len(ln) + 1
            use = set()
            for n, (a, b) in enumerate(lines):
                if any(x < b and a < y for _, x, y in per):
                    use.update(range(n - 2, n + 3))
            blocks, cur = [], []
            for n, (a, b) in enumerate(lines):
                labelled = any(x < b and a < y for _, x, y in per)
                words = re.findall(r"[A-Z][a-z]+", text[a:b])
                doubtful = not labelled and any(names.given_weight.get(x.lower(), 0) >= 48 and names.common.get(x.lower(), 0) < 35 for x in words)
                if n in use and not doubtful:
                    cur.append(n)
                elif cur:
                    blocks.append(cur)
                    cur = []
            if cur:
                blocks.append(cur)
            for bl in blocks:
                a, b = lines[bl[0]][0], lines[bl[-1]][1]
                spans = [("PER", x - a, y - a) for _, x, y in per if a <= x and y <= b]
                if spans:
                    yield {"text": text[a:b], "spans": spans, "group": "enron%d" % i}


def dialogues(root, rng, n):
    folder, rows = os.path.join(root, "tickets", "multidogo"), []
    kinds = {"name": "PER", "address": "ADR", "current_city": "LOC", "arrival_city": "LOC", "departure_city": "LOC", "company_name": "ORG"}
    for f in sorted(os.listdir(folder)):
        if not f.endswith(".tsv.gz"):
            continue
        with gzip.open(os.path.join(folder, f), "rt", encoding="utf-8") as fh:
            for line in fh:
                r = line.rstrip("\n").split("\t")
                if len(r) < 5 or len(r[3].split()) != len(r[4].split()) or len(r[3].split()) < 3:
                    continue
                if re.search(r"ssn|card|phone|account|password|email|number|zip", r[4]):
                    continue
                spans, at, last = [], 0, None
                for w, label in zip(r[3].split(), r[4].split()):
                    s = r[3].index(w, at)
                    at = s + len(w)
                    k = kinds.get(label)
                    if k and last == k:
                        spans[-1] = (k, spans[-1][1], at)
                    elif k:
                        spans.append((k, s, at))
                    last = k
                rows.append({"text": r[3], "spans": spans, "group": "chat" + r[0]})
    rng.shuffle(rows)
    return [r for r in rows if r["spans"]][:n // 2] + [r for r in rows if not r["spans"]][:n]


def calm(root, rng, n):
    """Help-desk texts without people."""
    texts = []
    for f in ("train", "test"):
        with gzip.open(os.path.join(root, "tickets", "banking77", f + ".csv.gz"), "rt", encoding="utf-8") as fh:
            texts += [r[0] for r in csv.reader(fh)][1:]
    with gzip.open(os.path.join(root, "tickets", "endava-sample", "sample_tickets.csv.gz"), "rt", encoding="utf-8") as fh:
        texts += [" ".join(x for x in r if not x.isdigit())[:600] for r in csv.reader(fh)][1:]
    rng.shuffle(texts)
    return [{"text": t, "spans": [], "group": "calm%d" % i} for i, t in enumerate(texts[:n])]


def may_name(names, line):
    """Whether a line has a word that is above all a name, or looks like an address."""
    words = re.findall(r"[A-ZÀ-Þ][^\W\d_]+", line)
    usual = any(names.common.get(w.lower(), 0) < 50 and (names.given_weight.get(w.lower(), 0) >= 48 or names.surname_weight.get(w.lower(), 0) >= 58) for w in words)
    return usual or "@" in line or re.search(r"\d.*(?:[Ss]tr|Road|Street|Ave|weg|platz)", line) is not None


def passages(pages, rng, names, n):
    """Runs of lines of pages, as they stand there, that hold no usual name: lists of articles, properties, colours."""
    out = []
    with open(pages, encoding="utf-8") as fh:
        for i, row in enumerate(fh):
            run, limit = [], rng.randint(3, 14)
            for line in (json.loads(row).get("text") or "").split("\n") + [None]:
                if line is not None and len(run) < limit and len(line) < 400 and not may_name(names, line):
                    run.append(line)
                    continue
                text = "\n".join(run).strip("\n")
                if text.count("\n") > 0 and re.search("[A-ZÀ-Þ]", text):
                    out.append({"text": text, "spans": [], "group": "page%d" % i})
                run, limit = [], rng.randint(3, 14)
    rng.shuffle(out)
    return out[:n]


def lines(pages, rng, names, n):
    """Lines of pages, with the one before, that hold no usual name."""
    out = []
    with open(pages, encoding="utf-8") as fh:
        for i, row in enumerate(fh):
            before = ""
            for line in (json.loads(row).get("text") or "").split("\n"):
                words = re.findall(r"[A-ZÀ-Þ][^\W\d_]+", line)
                if words and 3 < len(line) < 200 and not may_name(names, line):
                    out.append({"text": (before + "\n" if before and rng.random() < .5 else "") + line, "spans": [], "group": "page%d" % i})
                    before = line
                elif line:
                    before = ""
    rng.shuffle(out)
    return out[:n]


# ------------------------------------------------------------------ variants

TITLED = re.compile(r"(?:mr|mrs|ms|dr|miss|jr|phd)\.?$|.\.$", re.I)


def other_names(rng, names, row):
    """The same sentence with other people and places; at times in lower case."""
    text, spans, out, at = row["text"], row["spans"], "", 0
    new = []
    for k, a, b in spans:
        if a < at:
            continue
        out += text[at:a]
        v = text[a:b]
        if k == "PER" and "\n" not in v:
            words = v.split()
            for i, w in enumerate(words):
                if not TITLED.match(w):
                    x = names.sample(rng, "surnames" if i and i == len(words) - 1 else "given")
                    words[i] = x if w.islower() else cap(x)
            v = " ".join(words)
        elif k == "LOC" and rng.random() < .5:
            x = names.sample(rng, "places")
            v = x if v.islower() else cap(x)
        if k == "PER" and rng.random() < .05:
            v, k = rng.choice(["[PERSON_1]", "[CUSTOMER_NAME_1]", "[AGENT_NAME_2]"]), None
        if k:
            new.append((k, len(out), len(out) + len(v)))
        out += v
        at = b
    out += text[at:]
    if rng.random() < .08 and len(out.lower()) == len(out):
        out = out.lower()
    return {"text": out, "spans": new, "group": row["group"]}


# ------------------------------------------------------------------ features, training, measuring

def offsets(text):
    out, n = [0], 0
    for c in text:
        n += len(c.encode())
        out.append(n)
    return out


def run(command, lines):
    p = subprocess.run(shlex.split(command), input="".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines).encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(x) for x in p.stdout.decode().splitlines()]


def examples(command, rows, rng, lost):
    """[[(features, labels)]] of each row."""
    asked, spans = [], []
    for r in rows:
        o = offsets(r["text"])
        spans.append([(k, o[a], o[b]) for k, a, b in r["spans"]])
        hide = [[a, b] for k, a, b in spans[-1] if k == "PER" and rng.random() < .15]
        asked.append({"id": str(len(asked)), "text": r["text"], "hide": hide})
    out = []
    for row, sp in zip(run(command, asked), spans):
        seen, ex = set(), []
        for stretch in row:
            xs, ys = [], []
            for a, b, feats in stretch:
                label = "O"
                for i, (k, s, e) in enumerate(sp):
                    if s < b and a < e:
                        label = ("I-" if i in seen else "B-") + k
                        seen.add(i)
                        break
                xs.append(feats.split(" "))
                ys.append(label)
            ex.append((xs, ys))
        for i, (k, _, _) in enumerate(sp):
            lost[k][i in seen] += 1
        out.append(ex)
    return out


def gather(data, pages, names, rng):
    """The rows that are learnt from: of the generated sets, of mails, and all others."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "name_sentences.txt"), encoding="utf-8") as fh:
        sentences = [x.rstrip("\n").replace("\\n", "\n") for x in fh if x.strip() and not x.startswith("# ")]
    gen, mails = list(generated(data)), list(enron(data, names))
    shared = dialogues(data, rng, 1200) + calm(data, rng, 1500)
    for t in sentences:
        for _ in range(7 if "{" in t else 2):
            text, spans = make(rng, names, t)
            row = {"text": text, "spans": spans, "group": "own"}
            shared.append(row)
    for file in pages:
        shared += lines(file, rng, names, 1200) + passages(file, rng, names, 2500)
    # Two or three sentences together, as mails have them.
    prose = [t for t in sentences if "\n" not in t and t[-1] in ".!?"]
    opening = [t for t in sentences if "\n" not in t and t[-1] in ",!" and len(t) < 24]
    closing = [t for t in sentences if "\n" in t and len(t) < 60]
    for _ in range(900):
        t = " ".join(rng.choice(prose) for _ in range(rng.randint(1, 4)))
        if rng.random() < .6:
            t = rng.choice(opening) + "\n" * rng.randint(1, 2) + t
        if rng.random() < .6:
            t += "\n" * rng.randint(1, 2) + rng.choice(closing)
        text, spans = make(rng, names, t)
        shared.append({"text": text, "spans": spans, "group": "own"})
    return gen, mails, shared


def train(data, path, a):
    t = pycrfsuite.Trainer(verbose=False)
    t.set_params({"c1": a.l1, "c2": a.l2, "max_iterations": a.iterations, "feature.possible_transitions": True, "feature.minfreq": 2})
    for ex in data:
        for x, y in ex:
            t.append(x, y)
    t.train(path)


def dump(path, out):
    m = pycrfsuite.Tagger()
    m.open(path)
    info = m.info()
    at = {k: i for i, k in enumerate(LABELS)}
    scale = lambda w: max(-32000, min(32000, round(w * 256)))
    # A label may follow another only where training has seen it.
    chain = [[-2560] * 9 for _ in LABELS]
    for x in LABELS:
        for y in LABELS:
            if y == "O" or y[0] == "B" or x[2:] == y[2:]:
                chain[at[x]][at[y]] = 0
    for (x, y), w in info.transitions.items():
        chain[at[x]][at[y]] = scale(w)
    rows = collections.defaultdict(lambda: [0] * 9)
    for (f, label), w in info.state_features.items():
        rows[int(f, 36)][at[label]] = scale(w)
    rows = {f: r for f, r in rows.items() if f and any(abs(x) >= 5 for x in r)}
    slots = 1
    while slots < len(rows) * 5 // 4:
        slots *= 2
    keys, values = [0] * slots, [[0] * 9 for _ in range(slots)]
    for f in sorted(rows):
        i = f % slots
        while keys[i]:
            i = (i + 1) % slots
        keys[i], values[i] = f, rows[f]
    with open(out, "wb") as fh:
        fh.write(struct.pack("<I81hh", slots, *(w for r in chain for w in r), 0))
        fh.write(struct.pack("<%dI" % slots, *keys))
        for v in values:
            fh.write(struct.pack("<9h", *v))
        fh.write(bytes(14))
    return len(rows), os.path.getsize(out)


def trim(text, a, b):
    while a < b and not text[a].isalnum() and text[a] not in "+(":
        a += 1
    while b > a and not text[b - 1].isalnum() and text[b - 1] != ")":
        b -= 1
    return a, b


def measure(command, model, rows, exact=False, show=None):
    """{kind: [true, false, missed]} by overlap, as eval/pii.py counts."""
    names = {"person": "PER", "address": "ADR", "location": "LOC", "organization": "ORG"}
    out = collections.defaultdict(lambda: [0, 0, 0])
    for r, got in zip(rows, run(command + " " + model, [{"id": str(i), "text": r["text"]} for i, r in enumerate(rows)])):
        for name, k in names.items():
            truth = [trim(r["text"], a, b) for kk, a, b in r["truth"] if kk == k]
            left = list(truth)
            for s in got["redactions"]:
                if s["kind"] != name:
                    continue
                a, b = trim(r["text"], s["start"], s["end"])
                hit = next((t for t in left if (t == (a, b) if exact else t[0] < b and a < t[1])), None)
                if hit:
                    left.remove(hit)
                    out[k][0] += 1
                elif exact or not any(t[0] < b and a < t[1] for t in truth):
                    out[k][1] += 1
                    if show is not None:
                        show.append(("false", k, r["text"][a:b], r["text"]))
            out[k][2] += len(left)
            if show is not None:
                show += [("missed", k, r["text"][a:b], r["text"]) for a, b in left]
    return out


def say(name, counts):
    for k, (t, f, m) in sorted(counts.items()):
        p, r = t / max(1, t + f), t / max(1, t + m)
        print("%-16s %s  P %.3f R %.3f F1 %.3f  (%d)" % (name, k, p, r, 2 * p * r / max(1e-9, p + r), t + m), flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--rows", required=True)
    p.add_argument("--spans", required=True)
    p.add_argument("--pages", action="append", default=[])
    p.add_argument("--cv", type=int, default=0)
    p.add_argument("--write")
    p.add_argument("--work", default="work")
    p.add_argument("--errors")
    p.add_argument("--l1", type=float, default=.08)
    p.add_argument("--l2", type=float, default=.02)
    p.add_argument("--iterations", type=int, default=60)
    a = p.parse_args()
    os.makedirs(a.work, exist_ok=True)
    names = Names(os.path.join(a.data, "pii", "names"))
    rng = random.Random(7)
    gen, mails, shared = gather(a.data, a.pages, names, rng)
    lost = collections.defaultdict(lambda: [0, 0])
    sharedx = examples(a.rows, shared, rng, lost)
    genx = list(zip(gen, examples(a.rows, gen, rng, lost), examples(a.rows, [other_names(rng, names, r) for r in gen], rng, lost)))
    mailx = list(zip(mails, examples(a.rows, mails, rng, lost)))
    print("rows:", len(gen), "generated,", len(mails), "mails,", len(shared), "others; spans outside stretches:",
          ", ".join("%s %d of %d" % (k, v[0], sum(v)) for k, v in sorted(lost.items())), flush=True)

    def part(keep):
        data = list(sharedx)
        for r, x, y in genx:
            if keep(r["group"]):
                data += [x, y]
        data += [x for r, x in mailx if keep(r["group"])]
        random.Random(11).shuffle(data)
        return data
    if a.write:
        path = os.path.join(a.work, "full.crf")
        train(part(lambda g: True), path, a)
        print("%d features, %d bytes" % dump(path, a.write))
        for s in ("generated_large", "generated_small"):
            say("trained " + s[10:], measure(a.spans, a.write, [r for r in gen if r["set"] == s]))
    fold = lambda g: zlib.crc32(repr(g).encode()) % max(1, a.cv)
    sums = {}
    errors = []
    for k in range(a.cv):
        path = os.path.join(a.work, "fold%d" % k)
        train(part(lambda g: fold(g) != k), path + ".crf", a)
        dump(path + ".crf", path + ".bin")
        for s in ("generated_large", "generated_small"):
            rows = [r for r in gen if r["set"] == s and fold(r["group"]) == k]
            for kind, c in measure(a.spans, path + ".bin", rows, show=errors).items():
                total = sums.setdefault(s, {}).setdefault(kind, [0, 0, 0])
                for i in range(3):
                    total[i] += c[i]
    for s, counts in sums.items():
        say("cv " + s[10:], counts)
    if a.errors:
        with open(a.errors, "w", encoding="utf-8") as fh:
            for e in errors:
                fh.write("%s\t%s\t%r\t%r\n" % e)


if __name__ == "__main__":
    main()
