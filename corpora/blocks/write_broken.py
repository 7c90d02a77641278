"""Input that is broken in one way a file."""

import gzip
import io
import json
import zipfile

GOOD = {"case": "B-1", "q": "Is the bench in stock?", "a": "Yes, four of them are in our warehouse."}


def line(n, **more):
    return json.dumps({**GOOD, "case": f"B-{n}", **more}, ensure_ascii=False)


def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as z:
        for name, text in members:
            z.writestr(zipfile.ZipInfo(name, (2025, 1, 6, 0, 0, 0)), text)
    return out.getvalue()


def write(here, counts):
    root, notes = here / "broken", {}

    def put(name, data, good, rejects, why):
        (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        notes[name] = {"good_records": good, "rejects": rejects, "why": why}

    page = '{"tickets":[' + ",".join(json.dumps({"id": n, "status": "solved", "subject": "Bench", "requester_id": 1, "comments": []}) for n in (1, 2)) + ',{"id":3,"subj'
    put("truncated-page.json", page, 0, 1, "the document ends inside the third ticket: invalid JSON")
    put("truncated.jsonl", line(1) + "\n" + line(2)[:31], 1, 1, "the last line ends inside a string: invalid JSON")
    put("invalid-utf8.jsonl", line(1).encode() + b"\n" + line(2).encode().replace(b"bench", b"b\xffnch") + b"\n" + line(3).encode() + b"\n", 2, 1, "line 2 holds a byte that can't occur in UTF-8")
    put("surrogate.jsonl", line(1) + '\n{"case":"B-2","q":"half a pair \\ud83d","a":"x"}\n', 1, 1, "line 2 holds half a surrogate pair: no such character")
    put("missing-quote.csv", 'ticket_no,subject,opened,email,question,answer\nX1,One,2025-01-06,a@example.com,Is it here?,Yes\nX2,Two,2025-01-07,b@example.com,"Where is it?,On its way\nX3,Three,2025-01-08,c@example.com,And now?,Still on its way\n', 1, 1,
        "the quote opened in row 2 is never closed: the rest of the file is one unfinished cell")
    put("ragged.csv", "ticket_no,subject,opened,email,question,answer\nX1,One,2025-01-06,a@example.com,Is it here?,Yes\nX2,Two\nX3,Three,2025-01-08,c@example.com,And now?,Soon,extra\n", 1, 2, "row 2 has too few cells, row 3 too many")
    for suffix in ("json", "jsonl", "csv", "html", "mbox", "eml", "csv.gz", "zip"):
        put(f"empty.{suffix}", b"", 0, None, "an empty file: nothing to read; for json, gz and zip it isn't even a valid file")
    put("header-only.csv", "ticket_no,subject,opened,email,question,answer\n", 0, 0, "a header and no rows: nothing to read, nothing wrong")
    put("nul-bytes.jsonl", line(1).encode() + b"\n\x00\x00\x00\x00\n" + line(3).encode() + b"\n", 2, 1, "line 2 consists of NUL bytes, as after a crash of the machine that wrote it")
    put("nul-bytes.html", b"<html><body><h1>Bench</h1><p>The slats\x00 are set a finger apart.</p></body></html>\n", 1, 0, "a NUL inside the text: readable without it")
    put("nested.json", "[" * 10000 + "]" * 10000 + "\n", 0, 1, "arrays nested 10,000 deep: beyond the depth limit")
    put("nested.jsonl", line(1) + "\n" + '{"case":"B-2","q":' + "[" * 10000 + "]" * 10000 + "}\n" + line(3) + "\n", 2, 1, "line 2 nests arrays 10,000 deep: beyond the depth limit")
    put("nested.html", "<html><body>" + "<div>" * 5000 + "<p>At the bottom of five thousand boxes lies one sentence that a reader could want.</p>" + "</div>" * 5000 + "</body></html>\n", 1, 0, "elements nested 5,000 deep: must end in time and without a crash")
    whole = gzip.compress(("ticket_no,subject,opened,email,question,answer\n" + "".join(f"X{n},Row {n},2025-01-06,u{n}@example.com,Is number {n * 7919 % 1000} here?,Not before {n * 104729 % 9973}\n" for n in range(300))).encode(), mtime=0)
    put("truncated.csv.gz", whole[: len(whole) * 2 // 3], None, 1, "the compressed stream ends early")
    put("escaping.zip", archive([("tickets/good.jsonl", line(1) + "\n"), ("../outside.jsonl", line(2) + "\n"), ("/absolute.jsonl", line(3) + "\n")]), 1, 2, "members whose paths leave the archive are refused")
    put("no-from-line.mbox", "Subject: Is the bench in stock?\nFrom: someone@example.com\n\nIs it?\n", 0, 1, "a mail box that doesn't begin with a From_ line")
    put("duplicate-keys.jsonl", line(1) + '\n{"case":"B-2","q":"first","q":"second","a":"Which one counts?"}\n', None, None, "line 2 names a key twice: the last one counts, or a reject; never both")
    put("bom.jsonl", b"\xef\xbb\xbf" + line(1).encode() + b"\r\n" + line(2).encode() + b"\r\n", 2, 0, "a byte order mark and Windows line ends: both are allowed")
    put("blank-lines.jsonl", "\n" + line(1) + "\n\n   \n" + line(2) + "\n\n", 2, 0, "blank lines aren't records")
    put("not-an-object.jsonl", line(1) + '\n["a","list"]\n42\nnull\n', 1, 3, "lines that hold something other than an object")
    put("missing-fields.jsonl", '{"case":"B-1"}\n' + line(2) + '\n{"q":"no number","a":"none"}\n', 1, 2, "line 1 has no text, line 3 no id")
    counts["broken"] = dict(sorted(notes.items()))
