#!/usr/bin/env python3
"""Learns which sentences and words of a paper belong in its abstract, and writes extractive-drafts.tsv.

    ./fit.py FEATURES… [--out FILE]

FEATURES are what `releng/evaluation/list-features` writes. No step is random.
"""

import argparse
import collections
import hashlib
import json
import re
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression, Ridge

TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LEAST_SENTENCES = 20
LEAST_ABSTRACT = 40
ALPHA = 100.0
DEVIATION = 0.5
COVERAGE = 1.0


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text.lower())


def papers(files: list[Path], part: str | None = None, without: str | None = None):
    """The names of the features, then each paper that is long enough."""
    names, found = None, []
    for file in files:
        with open(file, encoding="utf-8") as lines:
            names = json.loads(next(lines))
            for line in lines:
                paper = json.loads(line)
                long = len(paper["sentences"]) >= LEAST_SENTENCES and len(paper["abstract"].split()) >= LEAST_ABSTRACT
                if long and part in (None, paper["part"]) and paper["part"] != without:
                    found.append(paper)
    return names, found


def worth(paper: dict) -> numpy.ndarray:
    """How much of each sentence stands in the abstract: half its words, its pairs of words, half its words of content; mean 0, deviation 1."""
    reference = tokens(paper["abstract"])
    ones, twos = collections.Counter(reference), collections.Counter(zip(reference, reference[1:]))
    known = set(paper["words"])
    content = set(reference) & known
    worths = []
    for sentence in paper["sentences"]:
        own = tokens(sentence["text"])
        if len(own) < 4:
            worths.append(0.0)
            continue
        terms = set(own) & known
        shared = sum((collections.Counter(own) & ones).values()) / len(own)
        pairs = sum((collections.Counter(zip(own, own[1:])) & twos).values()) / (len(own) - 1)
        worths.append(shared / 2 + pairs + len(terms & content) / max(1, len(terms)) / 2)
    values = numpy.array(worths)
    return (values - values.mean()) / (values.std() + 1e-6)


def scaled(rows: numpy.ndarray):
    mean, deviation = rows.mean(0), rows.std(0)
    return mean, numpy.where(deviation > 0, deviation, 1.0)


def sentences(found: list[dict]):
    rows = numpy.array([s["features"] for p in found for s in p["sentences"]])
    wanted = numpy.concatenate([worth(p) for p in found])
    weights = numpy.concatenate([numpy.full(len(p["sentences"]), len(p["sentences"]) ** -0.5) for p in found])
    mean, deviation = scaled(rows)
    model = Ridge(ALPHA).fit((rows - mean) / deviation, wanted, sample_weight=weights)
    spread = DEVIATION / model.predict((rows - mean) / deviation).std()
    return mean, deviation, model.coef_ * spread, model.intercept_ * spread


def words(found: list[dict]):
    rows = numpy.array([f for p in found for f in p["words"].values()])
    wanted = numpy.concatenate([[word in said for word in p["words"]] for p in found for said in [set(tokens(p["abstract"]))]])
    mean, deviation = scaled(rows)
    model = LogisticRegression(C=1.0, max_iter=1000).fit((rows - mean) / deviation, wanted)
    return mean, deviation, model.coef_[0], model.intercept_[0]


def lines(names: dict, parts: dict) -> list[str]:
    rows = [f"!\tcoverage\t{COVERAGE}"]
    for what, (mean, deviation, weights, bias) in parts.items():
        rows.append(f"!\t{what} bias\t{bias:.6g}")
        rows += [f"{what}\t{n}\t{m:.6g}\t{d:.6g}\t{w:.6g}" for n, m, d, w in zip(names[what], mean, deviation, weights, strict=True)]
    return rows


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("features", type=Path, nargs="+")
    options.add_argument("--out", type=Path, default=Path(__file__).with_name("extractive-drafts.tsv"))
    options.add_argument("--without", default="training-2018", help="the part that is kept apart to choose settings on")
    chosen = options.parse_args()
    names, found = papers(chosen.features, without=chosen.without)
    rows = lines(names, {"sentence": sentences(found), "word": words(found)})
    version = hashlib.sha256("\n".join(rows).encode()).hexdigest()[:12]
    chosen.out.write_text("\n".join([f"!\tversion\t{version}", *rows]) + "\n", encoding="utf-8")
    print(json.dumps({"papers": len(found), "sentences": sum(len(p["sentences"]) for p in found), "version": version}))


if __name__ == "__main__":
    main()
