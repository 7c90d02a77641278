"""Zendesk data: cursor pages, ticket events, a JSON Lines export, and the truth about duplicates."""

import collections
import copy
import datetime
import json
import random
import re

from . import shop, talk

LANGS = ["en"] * 9 + ["de"] * 4 + ["fr"] * 3 + ["es"] * 2 + ["ja"] * 2
PAGES, ROWS = 6, 50
SPAM = [
    ("Rank #1 on Google in 7 days!!!", "Dear webmaster, we have reviewd your website and found 43 critical SEO errors. Reply YES for a FREE audit worth $499!!! Limited places. Click hxxp://seo-boost.example/?utm_source=mail&utm_campaign=x"),
    ("Congratulations, you have been selected", "You are the lucky winner of our monthly draw. To release the parcel kindly confirm your address and pay the handling fee of 1.99 within 24 hours."),
    ("Wholesale LED strips factory price", "Hello friend, this is Wendy from the sales office. We are a professional maker of LED strip, LED panel, LED bulb with CE ROHS. Kindly let me know if you have interest, catalog attached."),
    ("Re: your invoice", "Please find attached the overdue invoice. If payment isn't received today legal steps will follow. Password of the archive: 1234"),
    ("Crypto opportunity", "I turned 250 into 11,000 in nine days and I want to share the method with honest people only. Write to my personal mail, do not miss the train."),
    ("Guest post inquiry", "Hi, I love your blog! I would like to publish a unique article of 800 words with two do-follow links on it. What is your price? I have emailed twice already."),
]

BOUNCES = [
    "This is the mail system at host mx1.post.example.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.\n\n<{lost}>: host gone.example[198.51.100.9] said: 550 5.1.1 user unknown (in reply to RCPT TO command)",
    "Delivery has failed to these recipients or groups:\n\n{lost}\nThe recipient's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.\n\nDiagnostic information for administrators:\nGenerating server: mail.gone.example\nRemote Server returned '554 5.2.2 mailbox full'",
    "** Address not found **\n\nYour message wasn't delivered to {lost} because the domain gone.example couldn't be found. Check for typos or unnecessary spaces and try again.\n\nThe response was:\nDNS Error: DNS type 'mx' lookup of gone.example responded with code NXDOMAIN",
]


def comment_of(m, number, ticket_id, channel):
    c = {
        "id": ticket_id * 1000 + number, "type": "Comment", "author_id": m["id"], "body": m["text"],
        "public": m["public"], "audit_id": ticket_id * 1000 + number + 500, "attachments": [],
        "via": {"channel": channel if m["who"] != "agent" else "web", "source": {"from": {}, "to": {}, "rel": None}},
        "created_at": talk.iso(m["time"]),
        "metadata": {"system": {"client": "Mozilla/5.0", "ip_address": f"192.0.2.{m['id'] % 250 + 1}"}, "custom": {}},
    }
    if "html" in m:
        c["html_body"] = m["html"]
        c["plain_body"] = m["text"].replace("  ", " &nbsp;")
    if m["flags"]:
        c["metadata"]["flags"] = m["flags"]
        c["metadata"]["flags_options"] = {str(f): {"trusted": False} for f in m["flags"]}
    if "file" in m:
        c["attachments"].append({"id": c["id"] + 7, "file_name": m["file"], "content_type": "image/jpeg", "size": 184320, "inline": False,
                                 "content_url": f"https://help.shop.example/attachments/token/demo/?name={m['file']}"})
    return c


def ticket_of(t, ticket_id, status, tags=(), rating=None):
    last = t.messages[-1]["time"] if t.messages else t.opened
    return {
        "url": f"https://help.shop.example/api/v2/tickets/{ticket_id}.json", "id": ticket_id, "external_id": None,
        "via": {"channel": t.channel, "source": {"from": {"address": t.customer["mail"], "name": t.customer["name"]} if t.channel == "email" else {},
                                                "to": {"name": shop.SHOP, "address": "support@shop.example"} if t.channel == "email" else {}, "rel": None}},
        "created_at": talk.iso(t.opened), "updated_at": talk.iso(last + datetime.timedelta(minutes=4)),
        "generated_timestamp": int((last - datetime.datetime(1970, 1, 1)).total_seconds()) + 240,
        "type": "question" if ticket_id % 3 else "incident", "subject": t.subject, "raw_subject": t.subject,
        "description": t.messages[0]["text"] if t.messages else "", "priority": ["low", "normal", "normal", "high", None][ticket_id % 5],
        "status": status, "recipient": "support@shop.example" if t.channel == "email" else None,
        "requester_id": t.customer["id"], "submitter_id": t.customer["id"], "assignee_id": t.agent["id"], "organization_id": None, "group_id": 31,
        "collaborator_ids": [], "follower_ids": [], "email_cc_ids": [], "problem_id": None, "has_incidents": False, "is_public": True, "due_at": None,
        "tags": [t.lang, t.issue] + list(tags), "custom_fields": [{"id": 3601, "value": t.order}, {"id": 3602, "value": ticket_id % 2 == 0}, {"id": 3603, "value": None}],
        "satisfaction_rating": rating if rating is not None else {"score": "unoffered"},
        "followup_ids": [], "brand_id": 12, "ticket_form_id": 5, "allow_channelback": False, "allow_attachments": True, "from_messaging_channel": False,
        "comments": [comment_of(m, i + 1, ticket_id, t.channel) for i, m in enumerate(t.messages)],
    }


def user_of(person):
    return {"id": person["id"], "name": person["name"], "email": person["mail"], "role": {"customer": "end-user", "agent": "agent"}[person["who"]],
            "phone": person.get("phone"), "locale": "en-GB", "organization_id": None, "suspended": False, "active": True}


def automatic(rng, serial, lang):
    t = talk.Talk(rng, lang, serial)
    t.channel = "email"
    t.subject = t.fill(rng.choice(t.b.AUTO_SUBJECT))
    t.say(t.customer, t.fill(rng.choice(t.b.AUTO)), flags=[4], wait=1)
    if rng.random() < 0.5:
        t.say(t.agent, t.fill(rng.choice(t.b.NOTES)), public=False)
    return t


def noise(rng, t, counts):
    """Defects of real exports: mojibake, invisible characters, Windows line ends."""
    kind = rng.randrange(12)
    m = rng.choice(t.messages)
    if kind == 0 and t.lang in ("de", "fr", "es"):
        m["text"] = talk.mojibake(m["text"])
        counts["mojibake"] += 1
    elif kind == 0 and t.lang == "en":
        m["text"] = talk.mojibake(m["text"].replace("'", "’"))
        counts["mojibake"] += 1
    elif kind == 1:
        m["text"] = m["text"].replace(". ", ".\u200b ").replace("tt", "t\u00adt")
        counts["invisible"] += 1
    elif kind in (2, 3):
        for x in t.messages:
            x["text"] = x["text"].replace("\n", "\r\n")
        counts["windows_line_ends"] += 1
    elif kind == 4:
        m["file"] = "IMG_2041.jpg"
    elif kind == 5 and len(t.messages) > 2:
        m["text"] = "##- Please type your reply above this line -##\n\n" + m["text"] if m["who"] == "agent" else m["text"] + " 🙏🏽👍"
    else:
        return
    m.pop("html", None)


def words(t):
    return re.findall(r"\w+", re.sub(r"\d+", "0", " ".join(m["text"] for m in t.messages)).lower()) if t.lang != "ja" else \
        list(re.sub(r"[\W\d]+", "", "".join(m["text"] for m in t.messages)))


def similarity(a, b):
    x, y = ({tuple(w[i:i + 5]) for i in range(max(1, len(w) - 4))} for w in (words(a), words(b)))
    return len(x & y) / len(x | y)


def later(t, hours):
    c = copy.copy(t)
    c.messages = [dict(m) for m in t.messages]
    delta = datetime.timedelta(hours=hours)
    c.opened += delta
    for m in c.messages:
        m["time"] += delta
    return c


EDITS = {
    "en": ("\n\nPS: I sent this through the form yesterday and am not sure that it went through.", "Sorry to write again.\n\n"),
    "de": ("\n\nPS: Gestern habe ich das schon über das Formular geschickt und weiß nicht, ob es ankam.", "Verzeihung, dass ich noch einmal schreibe.\n\n"),
    "fr": ("\n\nPS : j'ai déjà envoyé ce message hier par le formulaire.", "Pardon de vous écrire à nouveau.\n\n"),
    "es": ("\n\nPD: ayer ya lo envié por el formulario.", "Perdonen que escriba de nuevo.\n\n"),
    "ja": ("\n\n追伸：昨日フォームからも送りました。", "再度のご連絡失礼いたします。\n\n"),
}


def near(rng, t):
    """The same matter sent a second time: another order number in the text, a sentence more."""
    c = later(t, rng.randrange(3, 60))
    order = f"LH-{rng.randrange(100000, 999999)}"
    for m in c.messages:
        m["text"] = m["text"].replace(t.order, order)
        if "html" in m:
            m["html"] = m["html"].replace(t.order, order)
    first, (after, before) = c.messages[0], EDITS[t.lang]
    if rng.random() < 0.5:
        first["text"] = first["text"] + after
        if "html" in first:
            first["html"] = first["html"] + talk.paragraphs_html(after.strip())
    else:
        first["text"] = before + first["text"]
        if "html" in first:
            first["html"] = talk.paragraphs_html(before.strip()) + first["html"]
    c.subject, c.order = c.subject.replace(t.order, order), order
    return c


def available():
    out = []
    for lang in LANGS:
        try:
            talk.blocks(lang)
            out.append(lang)
        except ImportError:
            pass
    return out


def write(here, counts, truth):
    rng = random.Random(4711)
    langs = available()
    seen = collections.Counter()
    rows, people = [], {}
    made = []          # (Talk, ticket id) of the ordinary ones
    tally = {k: collections.Counter() for k in ("status", "language", "kind")}
    ticket_id = 5000

    def put(t, row, kind):
        rows.append(row)
        people[t.customer["id"]], people[t.agent["id"]] = user_of(t.customer), user_of(t.agent)
        tally["kind"][kind] += 1

    unique = PAGES * ROWS - 12
    planted = 16 + 12 + 10 + 6 + 6 + 6 + 3
    serial = 0
    while len(rows) < unique - planted:
        serial += 1
        ticket_id += rng.randrange(1, 4)
        lang = langs[serial % len(langs)]
        t = talk.Talk(rng, lang, serial).run()
        noise(rng, t, seen)
        status = rng.choice(["solved", "solved", "solved", "closed", "closed", "open", "pending"])
        rating = rng.choice([None, None, {"id": ticket_id * 9, "score": "good", "comment": "Quick and friendly.", "reason": None},
                             {"id": ticket_id * 9, "score": "bad", "comment": "", "reason": "The issue took too long"}, "offered"])
        put(t, ticket_of(t, ticket_id, status, rating=rating), "ordinary")
        made.append((t, ticket_id))
    long = [(t, i) for t, i in made if sum(m["who"] == "agent" for m in t.messages) >= 2 and len(t.messages) >= 4]
    long = [x for x in long if len(words(x[0])) > 150]
    picked = rng.sample(long, 12 + 12)
    by_id = {r["id"]: r for r in rows}
    group = 0
    for position, (t, of) in enumerate(picked[:12]):
        group += 1
        by_id[of]["status"] = "solved" if position % 2 else "closed"
        for copy_number in range(2 if position < 4 else 1):
            ticket_id += rng.randrange(1, 4)
            c = later(t, 5 + 40 * copy_number + position)
            put(c, ticket_of(c, ticket_id, "solved"), "exact duplicate")
            truth.append({"id": f"helpdesk:{ticket_id}", "group": f"exact-{group:02d}", "of": f"helpdesk:{of}", "kind": "exact",
                          "note": "the customer sent the same message again and got the same answers"})
    for position, (t, of) in enumerate(picked[12:]):
        by_id[of]["status"] = "solved"
        ticket_id += rng.randrange(1, 4)
        c = near(rng, t)
        put(c, ticket_of(c, ticket_id, "closed"), "near duplicate")
        truth.append({"id": f"helpdesk:{ticket_id}", "group": f"near-{position + 1:02d}", "of": f"helpdesk:{of}", "kind": "near",
                      "note": f"other order number, one sentence more; Jaccard of 5-word shingles over all messages, numbers masked: {similarity(t, c):.2f}"})
    for position in range(10):
        serial += 1
        ticket_id += rng.randrange(1, 4)
        t = automatic(rng, serial, langs[position % len(langs)] if position % 3 else "de")
        put(t, ticket_of(t, ticket_id, "closed", ["auto_reply"]), "automatic reply")
    for position in range(6):
        serial += 1
        ticket_id += rng.randrange(1, 4)
        t = talk.Talk(rng, "en", serial)
        t.channel, t.issue, (t.subject, text) = "email", "none", SPAM[position]
        t.say(t.customer, text, wait=1)
        put(t, ticket_of(t, ticket_id, "closed", ["spam"]), "spam")
    for position in range(6):
        serial += 1
        ticket_id += rng.randrange(1, 4)
        t = talk.Talk(rng, ["en", "de"][position % 2], serial).run(length=2)
        if position < 3:
            t.messages, t.subject = [], "SCRUBBED"
        for m in t.messages:
            m["text"] = "SCRUBBED" if position < 5 else m["text"]
            m.pop("html", None)
        t.subject = "SCRUBBED" if position < 5 else t.subject
        t.customer.update(name="Permanently Deleted User", mail=None, phone=None)
        put(t, ticket_of(t, ticket_id, "deleted"), "deleted")
    for position in range(6):
        parent, parent_id = made[40 + position * 17]
        serial += 1
        ticket_id += rng.randrange(1, 4)
        t = talk.Talk(rng, parent.lang, serial, issue=parent.issue)
        t.customer, t.product, t.order, t.channel, t.signature = parent.customer, parent.product, parent.order, "web", parent.signature
        t.run(length=2)
        t.messages = t.messages[:1]
        t.say(t.agent, t.b.MERGE_CLOSE.format(x=parent_id, s=parent.subject))
        put(t, ticket_of(t, ticket_id, "closed", ["closed_by_merge"]), "merged")
        note = parent.b.MERGED.format(x=ticket_id, s=t.subject) + "\n\n" + t.messages[0]["text"]
        parent.say(parent.agent, note, public=False)
        row = by_id[parent_id]
        row["comments"].append(comment_of(parent.messages[-1], len(parent.messages), parent_id, "web"))
        row["updated_at"] = talk.iso(parent.messages[-1]["time"] + datetime.timedelta(minutes=4))
    for position in range(3):
        serial += 1
        ticket_id += rng.randrange(1, 4)
        t = talk.Talk(rng, "en", serial)
        t.channel, t.subject = "email", "Undelivered Mail Returned to Sender"
        t.customer.update(name="Mail Delivery System", mail="mailer-daemon@post.example", phone=None)
        lost = t.fill("{first}").lower() + "@gone.example"
        t.say(t.customer, BOUNCES[position].format(lost=lost), flags=[4], wait=1)
        put(t, ticket_of(t, ticket_id, "closed", ["system_email_notification_failure"]), "bounce")
    assert len(rows) == unique, (len(rows), unique)

    # Order of an export: by time of the last change; then the older versions of twelve tickets.
    rows.sort(key=lambda r: (r["updated_at"], r["id"]))
    taken = {x["id"] for x in truth} | {x["of"] for x in truth}
    fresh = [r for r in rows if r["status"] in ("solved", "closed") and len(r["comments"]) >= 4 and f"helpdesk:{r['id']}" not in taken
             and r["tags"][-1] == r["tags"][1]]
    pages = [[] for _ in range(PAGES)]
    for i, r in enumerate(rows):
        pages[i // (unique // PAGES)].append(r)
    where = {r["id"]: p for p, page in enumerate(pages) for r in page}
    spread = [r for r in fresh if where[r["id"]] > 0][:: max(1, len(fresh) // 14)][:9] + [r for r in fresh if where[r["id"]] == 0][:3]
    for number, r in enumerate(spread):
        old = copy.deepcopy(r)
        old["comments"] = old["comments"][: len(old["comments"]) - 2]
        old["status"], old["satisfaction_rating"] = "open", {"score": "unoffered"}
        stamp = datetime.datetime.strptime(old["comments"][-1]["created_at"], "%Y-%m-%dT%H:%M:%SZ") + datetime.timedelta(minutes=3)
        old["updated_at"] = talk.iso(stamp)
        old["generated_timestamp"] = int((stamp - datetime.datetime(1970, 1, 1)).total_seconds())
        home = where[r["id"]]
        target = home - 1 if home > 0 else home + 2
        pages[target].insert(min(len(pages[target]), 7 + number), old)
        truth.append({"id": f"helpdesk:{r['id']}", "group": f"superseded-{number + 1:02d}", "of": f"helpdesk:{r['id']}", "kind": "superseded",
                      "note": f"page {target + 1} holds an older version (updated_at {old['updated_at']}), page {home + 1} the newest (updated_at {r['updated_at']})"})
        tally["kind"]["superseded version"] += 1
    # Full pages again: the overflow of each moves on.
    flat = [r for page in pages for r in page]
    folder = here / "tickets" / "zendesk"
    folder.mkdir(parents=True)
    place = collections.defaultdict(list)
    for p in range(PAGES):
        page = flat[p * ROWS:(p + 1) * ROWS]
        for r in page:
            place[r["id"]].append((p + 1, r["updated_at"]))
        ids = sorted({i for r in page for i in [r["requester_id"], r["assignee_id"]] + [c["author_id"] for c in r["comments"]] if i in people})
        last = p == PAGES - 1
        document = {
            "tickets": page, "users": [people[i] for i in ids], "count": len(page),
            "after_url": None if last else f"https://help.shop.example/api/v2/incremental/tickets/cursor.json?cursor=MTc0{p}ODI0", "after_cursor": None if last else f"MTc0{p}ODI0",
            "before_url": None, "before_cursor": None, "end_of_stream": last,
        }
        text = json.dumps(document, ensure_ascii=p == 2, indent=1 if p == 4 else None, separators=(",", ": ") if p == 4 else (",", ":"))
        (folder / f"page-{p + 1:03d}.json").write_text(text + "\n", encoding="utf-8")
    for x in truth:
        if x["kind"] == "superseded":
            i = int(x["id"].split(":")[1])
            (new_page, new), (old_page, old) = sorted(place[i], key=lambda v: v[1], reverse=True)
            x["note"] = f"page {old_page} holds an older version (updated_at {old}), page {new_page} the newest (updated_at {new})"
    for r in rows:
        tally["status"][r["status"]] += 1
        tally["language"][r["tags"][0]] += 1
    counts["tickets/zendesk"] = {
        "files": PAGES, "rows": len(flat), "rows_per_file": ROWS, "tickets": len(rows),
        "status_of_newest": dict(sorted(tally["status"].items())), "language_of_newest": dict(sorted(tally["language"].items())),
        "kinds_of_rows": dict(sorted(tally["kind"].items())), "comments_of_newest": sum(len(r["comments"]) for r in rows),
        "internal_notes_of_newest": sum(not c["public"] for r in rows for c in r["comments"]),
        "comments_with_html_of_newest": sum("html_body" in c for r in rows for c in r["comments"]),
        "comments_with_flag_4_of_newest": sum(4 in c["metadata"].get("flags", []) for r in rows for c in r["comments"]),
        "defects": dict(sorted(seen.items())),
    }
    accidental(made, picked)
    events(here, counts, langs)
    export(here, counts, langs)


def accidental(made, picked):
    """No two conversations that weren't made alike on purpose may be alike."""
    sets = []
    for t, i in made:
        w = words(t)
        sets.append((i, {tuple(w[k:k + 5]) for k in range(max(1, len(w) - 4))}))
    worst = (0, None, None)
    for a in range(len(sets)):
        for b in range(a):
            x, y = sets[a][1], sets[b][1]
            if min(len(x), len(y)) * 10 < max(len(x), len(y)) * 6:
                continue
            j = len(x & y)
            j = j / (len(x) + len(y) - j)
            worst = max(worst, (j, sets[a][0], sets[b][0]), key=lambda v: v[0])
    assert worst[0] < 0.7, worst


def events(here, counts, langs):
    rng = random.Random(99)
    folder = here / "tickets" / "zendesk-events"
    folder.mkdir()
    tickets, stream, people = [], [], {}
    for n in range(12):
        t = talk.Talk(rng, langs[n * 3 % len(langs)], 700 + n).run()
        number = 9001 + n
        row = ticket_of(t, number, ["solved", "closed", "open"][n % 3])
        comments = row.pop("comments")
        tickets.append(row)
        people[t.customer["id"]], people[t.agent["id"]] = user_of(t.customer), user_of(t.agent)
        for c in comments:
            children = [{"event_type": "Comment", "via_reference_id": None, **c}]
            if c is comments[-1]:
                children.append({"id": c["id"] + 900, "event_type": "Change", "status": row["status"], "previous_value": "open"})
            stamp = datetime.datetime.strptime(c["created_at"], "%Y-%m-%dT%H:%M:%SZ")
            stream.append({"id": c["audit_id"], "ticket_id": number, "timestamp": int((stamp - datetime.datetime(1970, 1, 1)).total_seconds()),
                           "created_at": c["created_at"], "updater_id": c["author_id"], "via": "Web form", "event_type": "Audit", "child_events": children})
    stream.sort(key=lambda e: (e["timestamp"], e["id"]))
    for name, value in (("tickets", {"tickets": tickets, "count": len(tickets), "next_page": None, "end_time": 1767225600, "end_of_stream": True}),
                        ("ticket_events", {"ticket_events": stream, "count": len(stream), "next_page": None, "end_of_stream": True}),
                        ("users", {"users": [people[i] for i in sorted(people)], "count": len(people), "next_page": None})):
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    counts["tickets/zendesk-events"] = {"tickets": len(tickets), "events": len(stream), "users": len(people),
                                        "comments": sum(e["event_type"] == "Comment" for s in stream for e in s["child_events"])}


def export(here, counts, langs):
    rng = random.Random(123)
    lines, comments = [], 0
    for n in range(20):
        t = talk.Talk(rng, langs[n % len(langs)], 800 + n).run()
        row = ticket_of(t, 8001 + n, ["solved", "closed"][n % 2])
        row["requester"] = user_of(t.customer)
        row["assignee"] = user_of(t.agent)
        comments += len(row["comments"])
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    (here / "tickets" / "zendesk-export.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts["tickets/zendesk-export.jsonl"] = {"tickets": len(lines), "comments": comments}


def write_truth(here, counts, truth):
    text = "".join(json.dumps(x, ensure_ascii=False, separators=(",", ":")) + "\n" for x in truth)
    (here / "truth" / "near-duplicates.jsonl").write_text(text, encoding="utf-8")
    (here / "truth" / "counts.json").write_text(json.dumps(counts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
