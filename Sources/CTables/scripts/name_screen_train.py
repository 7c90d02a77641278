#!/usr/bin/env python3
"""Trains the screen of names and writes Sources/CTables/name_screen.bin.

    name_screen_train.py --data DATA --rows "textmill-bench name-screen-rows [MODEL]" [--pages PAGES.jsonl]
        [--texts TEXTS.jsonl] [--write name_screen.bin]

The screen says of a place in a text whether people or addresses may be found within two tokens. What it learns from is what
the model of names and the grammars find: in all that name_model_train.py learns from, twice more with other names, and
in TEXTS, {"text"} of any kind. Needs numpy and scipy.

Logistic regression over features of five words, hashed to 32,768 slots. Places with something weigh as many as those with
nothing. The limit is the score below which all places of a few findings in 1,000 lie, in texts that were held out (a
quarter).

File, little endian: i32 least score, 32,768 i8 weights.
"""
import argparse
import json
import os
import random
import shlex
import struct
import subprocess
import zlib

import numpy
import scipy.optimize
import scipy.sparse

import name_model_train as names_train

SLOTS = 1 << 15
# Places this near one another belong to one finding: the model that is asked at one sees the other.
NEAR = 40


def read(command, texts):
    """Features of each place, the number of its text, and that of its finding or 0."""
    asked = "".join(json.dumps({"id": str(i), "text": t}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    p = subprocess.run(shlex.split(command), input=asked.encode(), stdout=subprocess.PIPE, check=True)
    slots, ends, text, finding = [], [0], [], []
    last, count = (-1, 0), 0
    for i, line in enumerate(p.stdout.decode().splitlines()):
        for start, _, s, found in json.loads(line):
            slots += s
            ends.append(len(slots))
            text.append(i)
            if found:
                if last[0] != i or start - last[1] > NEAR:
                    count += 1
                last = (i, start)
            finding.append(count if found else 0)
    x = scipy.sparse.csr_matrix((numpy.ones(len(slots), numpy.float32), numpy.array(slots, numpy.int32), numpy.array(ends)), shape=(len(text), SLOTS))
    return x, numpy.array(text), numpy.array(finding)


def fit(x, y, l2):
    """Weights as whole numbers of a byte; the one that belongs to no feature is left to the limit."""
    weight = numpy.where(y, (~y).sum() / max(1, y.sum()), 1.0)
    sign = numpy.where(y, 1.0, -1.0)

    def loss(w):
        margin = sign * (x @ w[:-1] + w[-1])
        value = (weight * numpy.logaddexp(0, -margin)).sum() + l2 / 2 * (w[:-1] ** 2).sum()
        slope = -weight * sign / (1 + numpy.exp(numpy.clip(margin, -50, 50)))
        return value, numpy.append(x.T @ slope + l2 * w[:-1], slope.sum())
    w = scipy.optimize.minimize(loss, numpy.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x[:-1]
    scale = min(24, 127 / numpy.abs(w).max())
    return numpy.clip(numpy.rint(w * scale), -127, 127).astype(numpy.int32)


def best(score, finding, which):
    """The best score of each finding's places."""
    out = {}
    for i in numpy.nonzero(which & (finding > 0))[0]:
        out[finding[i]] = max(out.get(finding[i], -10 ** 9), score[i])
    return numpy.array(list(out.values()))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--rows", required=True)
    p.add_argument("--pages", action="append", default=[])
    p.add_argument("--texts", action="append", default=[])
    p.add_argument("--l2", type=float, default=2)
    p.add_argument("--lost", type=float, default=.01)
    p.add_argument("--write")
    a = p.parse_args()
    names = names_train.Names(os.path.join(a.data, "pii", "names"))
    rng = random.Random(7)
    gen, mails, shared = names_train.gather(a.data, a.pages, names, rng)
    rows = gen + [names_train.other_names(rng, names, r) for r in gen for _ in range(2)] + mails + shared
    texts = [(r["text"], r["group"], "trained") for r in rows]
    for file in a.texts:
        with open(file, encoding="utf-8") as fh:
            texts += [(json.loads(line)["text"], "%s%d" % (file, i), file) for i, line in enumerate(fh)]
    x, text, finding = read(a.rows, [t for t, _, _ in texts])
    held = numpy.array([zlib.crc32(repr(group).encode()) % 4 == 0 for _, group, _ in texts])[text]
    source = numpy.array([s for _, _, s in texts])[text]
    y = finding > 0
    print("%d places, %d of them of %d findings" % (len(y), y.sum(), finding.max()), flush=True)
    score = x.astype(numpy.int32) @ fit(x[~held], y[~held], a.l2)
    scores = best(score, finding, held)
    for share in sorted({.02, .01, .005, .003, .002, .001, a.lost}, reverse=True):
        least = int(numpy.quantile(scores, share))
        print("lost %.4f of %d, least %5d; passes:" % (share, len(scores), least),
              ", ".join("%s %.3f" % (os.path.basename(s), (score[source == s] >= least).mean()) for s in sorted(set(source))), flush=True)
    if a.write:
        with open(a.write, "wb") as fh:
            fh.write(struct.pack("<i", int(numpy.quantile(scores, a.lost))) + fit(x, y, a.l2).astype(numpy.int8).tobytes())


if __name__ == "__main__":
    main()
