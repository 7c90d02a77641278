#!/usr/bin/env python3
"""Writes Sources/CTables/names.bin: how usual words are as given names, surnames, places and plain words.

    make_names.py FOLDER names.bin [PAGES.jsonl]

FOLDER has given, surnames, places and common as .tsv.gz: word in lower case (NFC), weight, languages; weights are
10 * log10 of people (or uses) in 10^9, of places 10 * log10 of inhabitants, whose third column may say `country` or
`state`. PAGES has {"lang", "text"} of pages in many languages (textmill extract over trafilatura-eval): words in lower
case of three pages or more count as plain words, and so do German nouns, which follow an article on two pages or more. Sources and licences of the lists: ../names_notice.txt. The file has bins only, no word.

File, little endian: u32 words, u32 begin[65537], u32 entry[words]. A word's key is its 64-bit FNV-1a hash, mixed; the
upper 16 bits choose begin[k] ..< begin[k + 1], whose entries hold the next 19 bits in their upper bits, sorted, and in
their lower 13 bits: given 0-4 | surname 0-4 << 3 | common 0-4 << 6 | place 0-3 << 9 | country 1, state 2 << 11.
"""
import collections
import gzip
import json
import os
import re
import struct
import sys
import unicodedata

M = (1 << 64) - 1


def key(word):
    h = 0xCBF29CE484222325
    for b in word.encode():
        h = (h ^ b) * 0x100000001B3 & M
    h ^= h >> 32
    h = h * 0x9E3779B97F4A7C15 & M
    return h ^ h >> 29


def load(folder, name):
    with gzip.open(os.path.join(folder, name + ".tsv.gz"), "rt", encoding="utf-8") as f:
        return {r[0]: (int(r[1]), r[2]) for r in (line.rstrip("\n").split("\t") for line in f)}


def bin_(weight, *cuts):
    return sum(weight >= c for c in cuts)


def plain(word):
    w = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return w.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae").replace("đ", "d")


ARTICLES = set("""der die das den dem des ein eine einen einem einer eines kein keine keinen keiner mein meine meinen meiner Ihr Ihre Ihren Ihrer
unser unsere unseren unserer diese dieser dieses diesen im am zum zur vom beim ins ans alle viele jede jeder jedes jeden mehr ohne""".split())


def prose(pages):
    """{word: weight} of plain words by the number of pages that have them."""
    low, nouns, capital = collections.Counter(), collections.Counter(), collections.Counter()
    with open(pages, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", r.get("text") or ""))
            low.update({w for w in words if w.islower() and len(w) > 1})
            if r.get("lang") == "de":
                titles = [(a, b) for a, b in zip(words, words[1:]) if b[0].isupper() and b[1:].islower() and len(b) > 2]
                capital.update({b.lower() for _, b in titles})
                nouns.update({b.lower() for a, b in titles if a in ARTICLES})
    out = {}
    for w, n in low.items():
        if n >= 3:
            out[w] = 61 if n >= 40 else 51 if n >= 10 else 36
    for w, n in nouns.items():
        if n >= 2 and n * 5 >= capital[w]:
            out[w] = max(out.get(w, 0), 51 if n >= 8 else 36)
    return out


def main():
    folder, out = sys.argv[1:3]
    given, surnames, places, common = (load(folder, n) for n in ("given", "surnames", "places", "common"))
    weights = {}

    def put(word, field, weight):
        fields = weights.setdefault(word, [0, 0, 0, 0, 0])
        fields[field] = max(fields[field], weight)
    for field, table in ((0, given), (1, surnames), (2, common)):
        for word, (weight, _) in table.items():
            if " " not in word:
                put(word, field, weight)
                # Mails often leave the marks out.
                if field < 2 and not word.isascii() and plain(word) != word and plain(word).isascii():
                    put(plain(word), field, weight - 6)
    for word, (weight, what) in places.items():
        if " " not in word:
            put(word, 3, weight)
            weights[word][4] = {"country": 1, "state": 2}.get(what, 0)
        for part in word.split() if " " in word else ():
            put(part, 3, max(1, weight - 15))
    for word, weight in prose(sys.argv[3]).items() if len(sys.argv) > 3 else ():
        # What is above all a name stays one.
        if weight > 40 or weights.get(word, [0])[0] < 48:
            put(word, 2, weight)
    rows = []
    for word, (g, u, c, p, kind) in weights.items():
        h = key(word)
        value = bin_(g, 1, 48, 58, 68) | bin_(u, 1, 45, 55, 65) << 3 | bin_(c, 1, 35, 50, 60) << 6
        value |= bin_(p, 1, 50, 60) << 9 | kind << 11
        rows.append((h >> 48, h >> 29 & 0x7FFFF, value))
    # Of two words with one key the first in the order of their bins stays.
    rows = sorted({(a, b): (a, b, v) for a, b, v in sorted(rows)}.values())
    begin = [0] * 65537
    for a, _, _ in rows:
        begin[a + 1] += 1
    for i in range(65536):
        begin[i + 1] += begin[i]
    with open(out, "wb") as f:
        f.write(struct.pack("<I65537I", len(rows), *begin))
        f.write(struct.pack("<%dI" % len(rows), *(b << 13 | v for _, b, v in rows)))
    print(len(weights), "words,", len(rows), "entries,", os.path.getsize(out), "bytes")


if __name__ == "__main__":
    main()
