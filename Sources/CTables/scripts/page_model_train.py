#!/usr/bin/env python3
"""Trains the model of main content and writes Sources/CTables/page_model.bin.

    textmill-bench page-feature-names > names.txt
    page_model_train.py WCXB_FOLDER textmill-bench names.txt [--write page_model.bin]

WCXB_FOLDER has truth.jsonl.gz (file, domain, page_type, main_content) and the pages. Needs numpy, lightgbm and
rapidfuzz. Prints the word F1 of a 5-fold cross-validation grouped by domain, features ranked inside each training
part; the written model is trained on all pages.

Labels: the share of a block's words that the truth holds, from an in-order alignment and trigrams in place. Soft: a
block with share y is y of a true and 1 - y of a false block. Weights: words^0.75 within a page, every page the same sum,
times (pages / pages of its kind)^0.5.

File: u32 trees, f32 bias, u32 offset of each tree, then nodes of 8 bytes in preorder: f32 value, u16 feature, u16 right.
A node whose feature is 65535 is a leaf; otherwise the next node follows where x[feature] <= value, else the node
`right` places on.
"""
import argparse
import gzip
import json
import re
import struct
import subprocess
import sys
from collections import Counter, defaultdict

import lightgbm as lgb
import numpy as np
from rapidfuzz.distance import LCSseq

WORD = re.compile(r"\w+")
EMPTY = 12.0
TOP, ROUNDS, LEAVES, RATE, POWER, KIND = 120, 160, 31, 0.06, 0.75, 0.5
PAR = dict(objective="binary", min_data_in_leaf=60, feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1,
           lambda_l2=5.0, num_threads=2, verbosity=-1, max_bin=63, seed=7, deterministic=True, force_row_wise=True)


def words(text):
    return WORD.findall((text or "").lower())


def f1(predicted, truth):
    if not truth:
        return 1.0 if not predicted else 0.0
    if not predicted:
        return 0.0
    return 2 * sum((predicted & truth).values()) / (sum(predicted.values()) + sum(truth.values()))


def label(blocks, truth):
    if not truth:
        return [0.0] * len(blocks)
    ids = {}
    page = [ids.setdefault(w, len(ids)) for b in blocks for w in b]
    want = [ids.setdefault(w, len(ids)) for w in truth]
    aligned = [0] * len(page)
    for m in LCSseq.opcodes(page, want):
        if m.tag == "equal":
            aligned[m.src_start:m.src_end] = [1] * (m.src_end - m.src_start)
    left = Counter(zip(want, want[1:], want[2:]))
    hit = [0] * len(page)
    grams = list(zip(page, page[1:], page[2:]))
    for agree in (3, 2, 1, 0):
        for i, g in enumerate(grams):
            if aligned[i] + aligned[i + 1] + aligned[i + 2] == agree and left[g] > 0:
                left[g] -= 1
                hit[i] = hit[i + 1] = hit[i + 2] = 1
    out, k = [], 0
    for b in blocks:
        n = len(b)
        out.append((sum(hit[k:k + n]) * 0.6 + sum(aligned[k:k + n]) * 0.4) / max(1, n))
        k += n
    return out


def load(folder, bench, width):
    truth = [json.loads(x) for x in gzip.open(folder + "/truth.jsonl.gz", "rt", encoding="utf-8")]
    asked = "".join(json.dumps({"id": str(i), "path": t["file"]}) + "\n" for i, t in enumerate(truth))
    run = subprocess.run([bench, "page-features", folder], input=asked.encode(), stdout=subprocess.PIPE, check=True)
    pages = []
    for t, line in zip(truth, run.stdout.splitlines()):
        r = json.loads(line)
        blocks = [words(x) for x in r["texts"]]
        main = words(t.get("main_content"))
        n = np.array([len(b) for b in blocks], float)
        pages.append({"type": t["page_type"], "domain": t.get("domain") or t["url"], "words": blocks, "n": n, "truth": Counter(main),
                      "X": np.array(r["rows"], np.float32).reshape(-1, width), "y": np.array(label(blocks, main), np.float32)})
    kinds = Counter(p["type"] for p in pages)
    for p in pages:
        w = p["n"] ** POWER
        p["w"] = w / max(1e-9, w.sum()) * (len(pages) / kinds[p["type"]]) ** KIND
    return pages


def folds(pages, k=5):
    rng = np.random.default_rng(0)
    by = defaultdict(list)
    for i, p in enumerate(pages):
        by[p["domain"]].append(i)
    out, load_ = np.zeros(len(pages), int), [Counter() for _ in range(k)]
    groups = list(by.values())
    rng.shuffle(groups)
    for g in sorted(groups, key=len, reverse=True):
        kinds = Counter(pages[i]["type"] for i in g)
        best = min(range(k), key=lambda f: sum(load_[f][t] * n for t, n in kinds.items()))
        out[g] = best
        load_[best].update(kinds)
    return out


def fit(pages, cols, rounds, **par):
    X = np.concatenate([p["X"] for p in pages])
    X = X if cols is None else X[:, cols]
    y, w = np.concatenate([p["y"] for p in pages]), np.concatenate([p["w"] for p in pages])
    soft = (y <= 0.98) & (y >= 0.02)
    XX = np.concatenate([X, X[soft]])
    yy = np.concatenate([np.where(soft, 1, y > 0.5), np.zeros(soft.sum())])
    ww = np.concatenate([np.where(soft, w * y, w), w[soft] * (1 - y[soft])])
    return lgb.train(dict(PAR, **par), lgb.Dataset(XX, yy, weight=ww * (len(ww) / ww.sum())), rounds)


def train(pages):
    first = fit(pages, None, 60, feature_fraction=0.6, num_leaves=15, learning_rate=0.08)
    cols = np.sort(np.argsort(-first.feature_importance("gain"))[:TOP])
    return cols, fit(pages, cols, ROUNDS, num_leaves=LEAVES, learning_rate=RATE)


def choose(q, n):
    if not len(q) or (q * n).sum() < EMPTY:
        return []
    order = np.argsort(-q, kind="stable")
    gain, size = np.cumsum(q[order] * n[order]), np.cumsum(n[order])
    return order[:int(np.argmax(2 * gain / (size + gain[-1]))) + 1]


def score(p, q):
    got = Counter()
    for i in choose(q, p["n"]):
        got.update(p["words"][i])
    return f1(got, p["truth"])


def report(pages, F, title):
    by = defaultdict(list)
    for p, f in zip(pages, F):
        by[p["type"]].append(f)
    kinds = {t: np.mean(by[t]) for t in sorted(by)}
    print("%s: overall %.4f by type %.4f  %s" % (title, np.mean(F), np.mean(list(kinds.values())),
                                                "  ".join("%s %.3f" % x for x in kinds.items())), flush=True)


def write(path, cols, model):
    trees, offsets, nodes = model.dump_model()["tree_info"], [], []

    def down(t):
        """The greatest float not above t, so that x <= t holds for the same floats."""
        f = np.float32(t)
        return float(np.nextafter(f, np.float32(-np.inf)) if float(f) > t else f)

    def put(node):
        at = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[at] = struct.pack("<fHH", node["leaf_value"], 65535, 0)
            return
        put(node["left_child"])
        nodes[at] = struct.pack("<fHH", down(node["threshold"]), int(cols[node["split_feature"]]), len(nodes) - at)
        put(node["right_child"])

    for t in trees:
        offsets.append(len(nodes))
        put(t["tree_structure"])
    with open(path, "wb") as f:
        f.write(struct.pack("<If", len(trees), 0.0) + struct.pack("<%dI" % len(offsets), *offsets) + b"".join(nodes))
    print("%d trees, %d nodes" % (len(trees), len(nodes)))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folder"), a.add_argument("bench"), a.add_argument("names"), a.add_argument("--write")
    a.add_argument("--no-validation", action="store_true")
    a = a.parse_args()
    names = open(a.names).read().split()
    pages = load(a.folder, a.bench, len(names))
    print(len(pages), "pages", sum(len(p["n"]) for p in pages), "blocks", len(names), "features", flush=True)
    if a.write:
        cols, model = train(pages)
        g = model.feature_importance("gain")
        print("top:", [(names[cols[j]], round(g[j] / g.sum() * 100, 1)) for j in np.argsort(-g)[:40]])
        write(a.write, cols, model)
        report(pages, [score(p, model.predict(p["X"][:, cols])) if len(p["n"]) else score(p, np.zeros(0)) for p in pages], "in sample")
    if not a.no_validation:
        fold, F = folds(pages), np.zeros(len(pages))
        for f in range(5):
            cols, model = train([p for p, k in zip(pages, fold) if k != f])
            for i in np.where(fold == f)[0]:
                p = pages[i]
                F[i] = score(p, model.predict(p["X"][:, cols]) if len(p["n"]) else np.zeros(0))
        report(pages, F, "cross-validated")


if __name__ == "__main__":
    sys.exit(main())
