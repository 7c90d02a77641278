"""Conversations: a scenario, a customer and an agent become a list of messages."""

import datetime
import html
import importlib
import unicodedata

from . import shop

START = datetime.datetime(2025, 1, 6, 7, 0)


def blocks(lang):
    return importlib.import_module(f"blocks.{lang}")


def iso(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


def money(lang, cents):
    if lang == "ja":
        return f"{cents // 100 * 150:,}円"
    if lang == "en":
        return f"£{cents // 100}.{cents % 100:02d}"
    return f"{cents // 100},{cents % 100:02d} €"


def long_date(lang, t):
    shape, months = blocks(lang).DATES
    return shape.format(d=t.day, m=months[t.month - 1])


def mojibake(text):
    """What UTF-8 becomes when it is read as windows-1252 (undefined bytes as ISO-8859-1)."""
    out = []
    for byte in text.encode("utf-8"):
        one = bytes([byte])
        try:
            out.append(one.decode("cp1252"))
        except UnicodeDecodeError:
            out.append(one.decode("latin-1"))
    return "".join(out)


class Talk:
    """One conversation. `messages` holds dictionaries: who, name, mail, time, public, text, html, flags."""

    def __init__(self, rng, lang, serial, issue=None):
        self.rng, self.lang, self.b = rng, lang, blocks(lang)
        names = sorted(self.b.ISSUES)
        self.issue = issue or names[(serial * 5 + rng.randrange(3)) % len(names)]
        self.product = rng.choice(shop.PRODUCTS)
        self.order = f"LH-{rng.randrange(100000, 999999)}"
        self.opened = START + datetime.timedelta(hours=serial * 17 + rng.randrange(12), minutes=rng.randrange(60), seconds=rng.randrange(60))
        self.customer = self._person(serial)
        agent = shop.AGENTS[rng.choice(shop.AGENTS_OF[lang])]
        self.agent = {"who": "agent", "name": agent[0], "mail": agent[1], "id": 100 + shop.AGENTS.index(agent)}
        self.channel = rng.choice(["email", "email", "web", "web", "chat", "api"])
        self.signature = self._signature()
        self.subject = ""
        self.messages = []
        self._clock = self.opened

    def _person(self, serial):
        first, last = shop.FIRST[self.lang], shop.LAST[self.lang]
        i, j = self.rng.randrange(len(first)), self.rng.randrange(len(last))
        if self.lang == "ja":
            name, given, family = last[j] + first[i], last[j], last[j]
            mail = f"{shop.LATIN_JA[0][i]}.{shop.LATIN_JA[1][j]}"
        else:
            name, given, family = f"{first[i]} {last[j]}", first[i], last[j]
            plain = unicodedata.normalize("NFD", f"{first[i]}.{last[j]}".replace("ß", "ss").replace("ı", "i"))
            mail = "".join(c for c in plain.lower() if c.isascii())
        return {"who": "customer", "name": name, "first": given, "last": family,
                "mail": f"{mail}@{self.rng.choice(shop.MAIL_HOSTS)}", "id": 900000 + serial * 7,
                "phone": shop.phone(self.lang, self.rng.randrange(10000)), "street": self.rng.choice(shop.STREETS[self.lang])}

    def _signature(self):
        c, kind = self.customer, self.rng.randrange(6)
        close = self.rng.choice(self.b.CLOSE)
        if kind == 0:
            return f"{close}\n{c['name']}\n-- \n{c['street']}\nTel. {c['phone']}"
        if kind == 1:
            return f"{close}\n{c['first']}"
        if kind == 2:
            return f"{c['first']}\n\n{self.rng.choice(self.b.MOBILE)}"
        if kind == 3:
            return f"{close}\n{c['name']}\n{c['mail']} | {c['phone']}\n\n{self.b.DISCLAIMER}"
        if kind == 4:
            return c["name"]
        return f"{close}\n\n{c['name']}\n{c['street']}"

    def fill(self, text):
        rng, p, c = self.rng, self.product, self.customer
        slots = {
            "p": p[self.lang], "o": self.order, "n": rng.randrange(2, 10), "c": rng.choice(shop.CITIES[self.lang]),
            "d": long_date(self.lang, self.opened + datetime.timedelta(days=rng.randrange(-20, 21))),
            "a": money(self.lang, p["cents"] if rng.random() < 0.5 else rng.randrange(10, 90) * 100 + 50),
            "name": c["name"], "first": c["first"], "phone": c["phone"], "street": c["street"], "mail": c["mail"],
            "agent": self.agent["name"], "card": rng.choice(shop.CARDS), "iban": shop.IBANS[self.lang],
            "ip": rng.choice(["192.0.2.", "198.51.100."]) + str(rng.randrange(2, 250)), "x": "", "s": "",
        }
        if self.lang == "de":
            g, name = p["de_g"], p["de"]
            slots["ein"] = {"m": "der ", "f": "die ", "n": "das "}[g] + name
            slots["den"] = {"m": "den ", "f": "die ", "n": "das "}[g] + name
            slots["dem"] = {"m": "dem ", "f": "der ", "n": "dem "}[g] + name
        if self.lang == "fr":
            g, name = p["fr_g"], p["fr"]
            elide = name[0] in "aeiouéè"
            slots["le"] = ("l'" if elide else {"m": "le ", "f": "la "}[g]) + name
            slots["du"] = ("de l'" if elide else {"m": "du ", "f": "de la "}[g]) + name
            slots["au"] = ("à l'" if elide else {"m": "au ", "f": "à la "}[g]) + name
        if self.lang == "es":
            g, name = p["es_g"], p["es"]
            slots["el"] = {"m": "el ", "f": "la "}[g] + name
            slots["del"] = {"m": "del ", "f": "de la "}[g] + name
            slots["al"] = {"m": "al ", "f": "a la "}[g] + name
        return text.format(**slots)

    def say(self, author, text, public=True, flags=(), wait=None):
        self._clock += datetime.timedelta(minutes=wait or self.rng.randrange(9, 1900), seconds=self.rng.randrange(60))
        self.messages.append({**author, "time": self._clock, "public": public, "text": text, "flags": list(flags)})
        return self.messages[-1]

    def customer_text(self, sentences, sign=True):
        greet = self.rng.choice(self.b.GREET)
        glue = "" if self.lang == "ja" else " "
        cut = self.rng.randrange(1, len(sentences) + 1)
        paragraphs = [glue.join(sentences[:cut]), glue.join(sentences[cut:])]
        first = paragraphs[0]
        if not greet or self.lang != "de":
            first = first[:1].upper() + first[1:]
        parts = [greet, first, paragraphs[1], self.signature if sign else ""]
        return "\n\n".join(p for p in parts if p)

    def agent_text(self, sentences):
        glue = "" if self.lang == "ja" else " "
        greet = self.fill(self.rng.choice(self.b.AGENT_GREET))
        close = self.fill(self.rng.choice(self.b.AGENT_CLOSE))
        return f"{greet}\n\n{glue.join(sentences)}\n\n{close}"

    def run(self, length=None):
        """Writes the conversation: two to eight messages."""
        rng, f = self.rng, self.fill
        subjects, opens, details, answers, follows, ends = self.b.ISSUES[self.issue]
        self.subject = f(rng.choice(subjects))
        self.subject = self.subject[:1].upper() + self.subject[1:]
        length = length or rng.choice([2, 3, 3, 4, 4, 5, 5, 6, 7, 8])
        sentences = [f(rng.choice(opens))]
        sentences += [f(x) for x in rng.sample(details, min(len(details), rng.randrange(1, 3)))]
        sentences += [f(x) for x in rng.sample(self.b.LIFE, rng.randrange(1, 4))]
        self.say(self.customer, self.customer_text(sentences), wait=1)
        turns = []
        answer, end = rng.choice(answers), rng.choice(ends)
        if length >= 5 and rng.random() < 0.6:
            turns.append(("macro", rng.choice([self.b.MACROS[0], self.b.MACROS[2]])))
        if length >= 4 and rng.random() < 0.6:
            turns.append(("note", rng.choice(self.b.NOTES)))
        turns.append(("agent", answer))
        if length >= 4:
            turns.append(("customer", rng.choice(follows)))
            turns.append(("agent", end))
        if length >= 5 and len(turns) < length - 1:
            turns.append(("customer", rng.choice(self.b.THANKS)))
        if length >= 6 and len(turns) < length - 1:
            turns.append(("macro", rng.choice([self.b.MACROS[1], self.b.MACROS[3]])))
        if length == 3 and len(turns) < 2:
            turns.append(("customer", rng.choice(self.b.THANKS)))
        for kind, text in turns[: length - 1]:
            if kind == "agent":
                self.say(self.agent, self.agent_text([f(text)]))
            elif kind == "macro":
                self.say(self.agent, text, wait=2)
            elif kind == "note":
                self.say(self.agent, f(text), public=False)
            else:
                self.say(self.customer, self.customer_text([f(text)], sign=rng.random() < 0.6))
        if self.channel == "email":
            self.quote()
        elif self.channel == "web" and rng.random() < 0.5:
            for m in self.messages:
                m["html"] = '<div class="zd-comment" dir="auto">' + paragraphs_html(m["text"]) + "</div>"
        return self

    def quote(self):
        """Gives customers' replies the quoted message they answer, as mail programs do, in text and HTML."""
        style = self.rng.choice(["gmail", "outlook", "apple", "plain"])
        previous = None
        for m in self.messages:
            body = m["text"]
            m["html"] = f'<div dir="ltr">{paragraphs_html(body)}</div>'
            if m["who"] == "customer" and previous and previous["public"]:
                head, words = self._head(previous, style), previous["text"]
                if style == "outlook":
                    m["text"] = f"{body}\n\n{head}\n\n{words}"
                    m["html"] = (
                        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm;font-size:11.0pt}</style></head>'
                        f'<body lang="{self.lang}">{paragraphs_html(body, "MsoNormal")}<hr style="display:inline-block;width:98%" tabindex="-1">'
                        f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">{self._bold(head)}</font>'
                        f'<div>&nbsp;</div></div>{paragraphs_html(words, "MsoNormal")}</body></html>')
                else:
                    quoted = "\n".join(("> " + line).rstrip() for line in words.split("\n"))
                    m["text"] = f"{body}\n\n{head}\n\n{quoted}" if style == "apple" else f"{body}\n\n{head}\n{quoted}"
                    if style == "gmail":
                        m["html"] = (
                            f'<div dir="ltr">{paragraphs_html(body)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{html.escape(head)}<br></div>'
                            '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">'
                            f'{paragraphs_html(words)}</blockquote></div>')
                    elif style == "apple":
                        m["html"] = (
                            '<html><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">'
                            f'{paragraphs_html(body)}<div><br><blockquote type="cite"><div>{html.escape(head)}</div><br class="Apple-interchange-newline">'
                            f'<div>{paragraphs_html(words)}</div></blockquote></div></body></html>')
                    else:
                        m.pop("html")
            previous = {**m, "text": body}

    def _head(self, m, style):
        when = f"{long_date(self.lang, m['time'])} {m['time'].year}, {m['time']:%H:%M}"
        if style == "outlook":
            rule, sender, sent, to, subject = self.b.ORIGINAL
            return f"{rule}\n{sender}{m['name']} <{m['mail']}>\n{sent}{when}\n{to}{self.customer['name']}\n{subject}Re: {self.subject}"
        if self.lang == "ja":
            when = f"{m['time'].year}年{m['time'].month}月{m['time'].day}日 {m['time']:%H:%M}"
        return self.b.WROTE.format(d=when, name=m["name"], mail="support@shop.example")

    def _bold(self, head):
        lines = []
        for line in head.split("\n")[1:]:
            word, _, rest = line.partition(":")
            lines.append(f"<b>{html.escape(word)}:</b>{html.escape(rest)}")
        return "<br>".join(lines)


def paragraphs_html(text, cls=None):
    attr = f' class="{cls}"' if cls else ""
    return "".join(f"<p{attr}>" + html.escape(p, quote=False).replace("\n", "<br>") + "</p>" for p in text.split("\n\n"))
