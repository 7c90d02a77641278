#!/usr/bin/env python3
"""Trains the models of main content and writes Sources/CTables/page_model.bin and page_kind_model.bin.

    textmill-bench page-feature-names > names.txt; textmill-bench page-trait-names > traits.txt
    page_model_train.py WCXB_FOLDER textmill-bench names.txt traits.txt [--write FOLDER] [--no-validation] [--halves]

WCXB_FOLDER has truth.jsonl.gz (file, url, domain, page_type, main_content) and the pages. Made with Python 3.11,
numpy 2.4, lightgbm 4.7.0, rapidfuzz 3.14.6, tldextract 5.4 (its built-in suffix list); seeds are fixed, and two threads
give the same trees as one. Prints the word F1 of a 5-fold cross-validation grouped by registrable domain, everything
learnt inside each training part; with --halves also that of each half of the domains under the model of the other
half. The written models are trained on all pages.

Kinds: trees over a page's traits. In the block model's rows the kinds of training pages are out of fold, by an inner
cross-validation.

Labels: the share of a block's words that the truth holds, from an in-order alignment and trigrams in place. Soft: a
block with share y is y of a true and 1 - y of a false block. Weights: words^0.75 within a page, every page the same sum,
times (pages / pages of its kind)^0.5.

The block model is the mean of the log-odds of three, which differ in their seed alone; a block has the score of the
first stage that is sure of it.

File: u32 trees, f32 bias, u32 offset of each tree, then nodes of 8 bytes in preorder: f32 value, u16 feature, u16 right.
A node whose `right` is 0 is a leaf; otherwise the next node follows where x[feature] <= value, else the node `right`
places on. The trees of the kinds take turns: the first of each kind, the second of each kind, and so on.
"""
import argparse
import gzip
import json
import re
import struct
import subprocess
import sys
from collections import Counter, defaultdict
from threading import Thread

import lightgbm as lgb
import numpy as np
import tldextract
from rapidfuzz.distance import LCSseq

WORD = re.compile(r"\w+")
KINDS = ["article", "collection", "documentation", "forum", "listing", "product", "service"]
EMPTY, REACHES = (0.25, 4), np.array([0.55, 1, 0.85, 0.55, 1, 0.6, 0.85])
TOP, ROUNDS, LEAVES, RATE, POWER, KIND = 130, 400, 31, 0.03, 0.75, 0.5
PAR = dict(objective="binary", min_data_in_leaf=60, feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1,
           lambda_l2=5.0, num_threads=2, verbosity=-1, max_bin=63, seed=7, deterministic=True, force_row_wise=True)
SEEDS = (7, 8, 9)
# Models, trees of the last of them, log-odds from which their mean is sure, how much it mostly grows by the other trees.
STAGES = ((1, 80, 2, 1.8), (1, 160, 2, 1.3), (1, ROUNDS, 2.5, 1), (2, ROUNDS, 2, 1), (3, ROUNDS, 0, 1))
KIND_PAR = dict(PAR, objective="multiclass", num_class=len(KINDS), num_leaves=7, min_data_in_leaf=8, learning_rate=0.1)
SUFFIXES = tldextract.TLDExtract(suffix_list_urls=())


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


def domain(url, known):
    parts = SUFFIXES(url)
    return parts.domain + "." + parts.suffix if parts.suffix else known or url


def load(folder, bench, width):
    truth = [json.loads(x) for x in gzip.open(folder + "/truth.jsonl.gz", "rt", encoding="utf-8")]
    asked = "".join(json.dumps({"id": str(i), "path": t["file"], "url": t["url"]}) + "\n" for i, t in enumerate(truth))
    run = subprocess.Popen([bench, "page-features", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    Thread(target=lambda: (run.stdin.write(asked.encode()), run.stdin.close())).start()
    pages = []
    for t, line in zip(truth, run.stdout):
        r = json.loads(line)
        blocks = [words(x) for x in r["texts"]]
        main = words(t.get("main_content"))
        n = np.array([len(b) for b in blocks], float)
        pages.append({"id": t.get("id"), "type": t["page_type"], "domain": domain(t["url"], t.get("domain")),
                      "words": blocks, "n": n, "truth": Counter(main), "traits": np.array(r["traits"], np.float32),
                      "chars": np.array([len(x.encode()) for x in r["texts"]], float),
                      "X": np.array(r["rows"], np.float32).reshape(-1, width),
                      "y": np.array(label(blocks, main), np.float32)})
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


def fit_kinds(pages):
    y = np.array([KINDS.index(p["type"]) for p in pages])
    counts = Counter(y)
    w = np.array([(len(y) / len(KINDS) / counts[k]) ** 0.5 for k in y])
    return lgb.train(KIND_PAR, lgb.Dataset(np.array([p["traits"] for p in pages]), y, weight=w), 80)


def set_kinds(pages, model):
    """The last columns of each row are the scores of the page's kind."""
    if not pages:
        return
    for p, k in zip(pages, model.predict(np.array([p["traits"] for p in pages]))):
        p["kind"] = k
        p["X"][:, -len(KINDS):] = k.astype(np.float32)


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
    """The model of kinds, the columns and the model of blocks; leaves out-of-fold kinds in the pages' rows."""
    inner = folds(pages)
    for f in range(5):
        set_kinds([p for p, k in zip(pages, inner) if k == f], fit_kinds([p for p, k in zip(pages, inner) if k != f]))
    first = fit(pages, None, 40, feature_fraction=0.6, num_leaves=15, learning_rate=0.1)
    cols = np.sort(np.argsort(-first.feature_importance("gain"))[:TOP])
    return fit_kinds(pages), cols, [fit(pages, cols, ROUNDS, num_leaves=LEAVES, learning_rate=RATE, seed=s) for s in SEEDS]


def predict(pages, models):
    """Each page's blocks by the first stage that is sure of them."""
    kinds, cols, blocks = models
    set_kinds(pages, kinds)
    out = []
    for p in pages:
        odds, X = np.zeros(len(p["n"])), p["X"][:, cols]
        for count, trees, sure, growth in reversed(STAGES if len(odds) else ()):
            each = [m.predict(X, raw_score=True, num_iteration=trees) for m in blocks[:count]]
            mean = sum(each) / count
            odds = np.where(np.abs(mean) >= sure, mean * growth, odds)
        out.append(1 / (1 + np.exp(-odds)))
    return out


def choose(q, p, reach=None):
    reach = float(p["kind"] @ REACHES) if reach is None else reach
    n = np.maximum(p["n"], p["chars"] / 12)
    if not len(q) or q.max() < EMPTY[0] or (q * n).sum() < EMPTY[1]:
        return []
    order = np.argsort(-q, kind="stable")
    gain, size = np.cumsum(q[order] * n[order]), np.cumsum(n[order])
    return order[:int(np.argmax(2 * gain / (size + reach * gain[-1]))) + 1]


def score(p, q, reach=None):
    got = Counter()
    for i in choose(q, p, reach):
        got.update(p["words"][i])
    return f1(got, p["truth"])


def report(pages, F, title):
    by = defaultdict(list)
    for p, f in zip(pages, F):
        by[p["type"]].append(f)
    kinds = {t: np.mean(by[t]) for t in sorted(by)}
    print("%s: overall %.4f by type %.4f  %s" % (title, np.mean(F), np.mean(list(kinds.values())),
                                                "  ".join("%s %.3f" % x for x in kinds.items())), flush=True)


def write(path, cols, models):
    """The trees of all models, whose leaves are parts of the mean."""
    trees, offsets, nodes = [t for m in models for t in m.dump_model()["tree_info"]], [], []

    def down(t):
        """The greatest float not above t, so that x <= t holds for the same floats."""
        f = np.float32(t)
        return float(np.nextafter(f, np.float32(-np.inf)) if float(f) > t else f)

    def put(node):
        at = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[at] = struct.pack("<fHH", node["leaf_value"] / len(models), 0, 0)
            return
        put(node["left_child"])
        nodes[at] = struct.pack("<fHH", down(node["threshold"]), int(cols[node["split_feature"]]), len(nodes) - at)
        put(node["right_child"])

    for t in trees:
        offsets.append(len(nodes))
        put(t["tree_structure"])
    with open(path, "wb") as f:
        f.write(struct.pack("<If", len(trees), 0.0) + struct.pack("<%dI" % len(offsets), *offsets) + b"".join(nodes))
    print("%s: %d trees, %d nodes" % (path, len(trees), len(nodes)))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folder"), a.add_argument("bench"), a.add_argument("names"), a.add_argument("traits")
    a.add_argument("--write"), a.add_argument("--no-validation", action="store_true")
    a.add_argument("--halves", action="store_true")
    a = a.parse_args()
    names, traits = open(a.names).read().split(), open(a.traits).read().split()
    pages = load(a.folder, a.bench, len(names))
    print(len(pages), "pages", len({p["domain"] for p in pages}), "domains", sum(len(p["n"]) for p in pages), "blocks",
          len(names), "features", len(traits), "traits", flush=True)
    if a.write:
        kinds, cols, models = train(pages)
        g = sum(m.feature_importance("gain") for m in models)
        print("top:", [(names[cols[j]], round(float(g[j] / g.sum() * 100), 1)) for j in np.argsort(-g)[:60]])
        write(a.write + "/page_model.bin", cols, models)
        write(a.write + "/page_kind_model.bin", np.arange(len(traits)), [kinds])
        report(pages, [score(p, q) for p, q in zip(pages, predict(pages, (kinds, cols, models)))], "in sample")
    if not a.no_validation:
        fold, Q, right = folds(pages), [None] * len(pages), Counter()
        for f in range(5):
            models = train([p for p, k in zip(pages, fold) if k != f])
            held = [i for i in range(len(pages)) if fold[i] == f]
            for i, q in zip(held, predict([pages[i] for i in held], models)):
                Q[i] = q
                right[pages[i]["type"]] += KINDS[int(np.argmax(pages[i]["kind"]))] == pages[i]["type"]
        print("kinds right: %.3f" % (sum(right.values()) / len(pages)))
        report(pages, [score(p, q) for p, q in zip(pages, Q)], "cross-validated")
        for reach in (1, 0.85, 0.7, 0.55):
            report(pages, [score(p, q, reach) for p, q in zip(pages, Q)], "cross-validated, reach %.2f" % reach)
    if a.halves:
        fold = folds(pages, 2)
        for f in (0, 1):
            models = train([p for p, k in zip(pages, fold) if k != f])
            held = [p for p, k in zip(pages, fold) if k == f]
            seen = [p for p, k in zip(pages, fold) if k != f]
            report(held, [score(p, q) for p, q in zip(held, predict(held, models))], "half %d, by the other's model" % f)
            report(seen, [score(p, q) for p, q in zip(seen, predict(seen, models))], "half %d, by its own model" % (1 - f))


if __name__ == "__main__":
    sys.exit(main())
