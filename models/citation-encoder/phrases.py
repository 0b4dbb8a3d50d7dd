#!/usr/bin/env python3
"""Learns which phrases stand in sentences that need a citation, and how much they weigh beside the network of fit.py.

    ./phrases.py MODEL NETWORK OUT [--data DATA] [--cache FILE]

MODEL is the exported folder, NETWORK the cite_worthiness.json of fit.py; OUT takes cite_phrases.tsv and cite_phrases.golden.json. Logistic
regression over phrases of one to three words; the papers that fit.py keeps apart are kept apart here as well: the weight of the network, the
scale of the probabilities and the threshold come from them.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

import data
import fit_data
import forms

WORDS = 3
LEAST = 4
KEPT = 20_000
DIVIDE = 6.0
PRECISION = 0.75

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_TOKEN = re.compile(r"[a-z][a-z'-]*|0|[%;:()<>/]|\.")


def phrases(sentence: str) -> set[str]:
    """Phrases of one to three words of a sentence without marks: small letters, all numbers as 0, its ends as <s> and </s>."""
    text = forms.tidy(sentence.replace(forms.MARK, " "))
    words = ["<s>", *_TOKEN.findall(_NUMBER.sub("0", text.lower())), "</s>"]
    return {" ".join(words[i : i + n]) for n in range(1, WORDS + 1) for i in range(len(words) - n + 1)}


def score(sentence: str, weights: dict[str, float], known: set[str] | dict) -> float:
    """The sum of the weights, divided by the root of the number of phrases that are known."""
    found = [p for p in phrases(sentence) if p in known]
    return sum(weights.get(p, 0.0) for p in found) / max(1, len(found)) ** 0.5


def matrix(rows: list[set[str]], known: dict[str, int], rarity: numpy.ndarray) -> csr_matrix:
    starts, columns, values = [0], [], []
    for row in rows:
        found = sorted(known[p] for p in row if p in known)
        columns += found
        values += list(rarity[found] / (DIVIDE * max(1, len(found)) ** 0.5))
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(rows), len(known)))


def threshold_for(scores, labels, precision: float) -> float:
    """The lowest threshold from which on the precision holds."""
    order = numpy.argsort(-scores, kind="stable")
    precisions = numpy.cumsum(labels[order]) / numpy.arange(1, len(order) + 1)
    enough = numpy.nonzero(precisions[20:] >= precision)[0]
    return float(scores[order][20 + enough[-1]]) if len(enough) else float("inf")


def at(scores, labels, threshold: float) -> dict:
    marked = scores >= threshold
    right = float((marked * labels).sum())
    return {"precision": round(right / max(1, int(marked.sum())), 3), "recall": round(right / float(labels.sum()), 3), "marks": int(marked.sum())}


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model", type=Path)
    options.add_argument("network", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--cache", type=Path, help="file of vectors")
    chosen = options.parse_args()
    network = fit_data.Network(chosen.model, chosen.network, chosen.cache)
    train = fit_data.sentences(data.paragraphs(chosen.data, "train"))
    dev = fit_data.sentences(data.paragraphs(chosen.data, "dev"))
    apart = numpy.array([int(hashlib.sha256(s.paper.encode()).hexdigest(), 16) % 6 == 0 for s in train])
    labels = numpy.array([s.label for s in train])
    found = [phrases(s.text) for s in train]
    counts = Counter(p for row, held in zip(found, apart) if not held for p in row)
    names = sorted(p for p, count in counts.items() if count >= LEAST)
    known = {p: i for i, p in enumerate(names)}
    rarity = numpy.array([numpy.log((~apart).sum() / counts[p]) + 1 for p in names])
    inputs = matrix(found, known, rarity)
    fitted = LogisticRegression(C=1, max_iter=300, solver="liblinear", random_state=1).fit(inputs[~apart], labels[~apart])
    weight = fitted.coef_[0] * rarity / DIVIDE
    heaviest = numpy.argsort(-numpy.abs(weight) * numpy.sqrt([counts[p] for p in names]), kind="stable")[:KEPT]
    # what is left out counts neither in the sum nor in the number of phrases
    weights = {names[i]: round(float(weight[i]), 3) for i in heaviest}
    own = numpy.array([score(s.text, weights, weights) for s in train])
    other = network.logits([s for s, held in zip(train, apart) if held])
    best = max((0.1 * i for i in range(16)), key=lambda a: average_precision_score(labels[apart], own[apart] + a * other))
    mixed = LogisticRegression(C=1e6).fit((own[apart] + best * other)[:, None], labels[apart])
    scale, bias = float(mixed.coef_[0][0]), float(mixed.intercept_[0])
    weights = {p: round(w * scale, 3) for p, w in weights.items()}
    factor = round(best * scale, 4)
    bias = round(bias, 4)

    def probabilities(some) -> numpy.ndarray:
        return sigmoid(numpy.array([score(s.text, weights, weights) for s in some]) + factor * network.logits(some) + bias)

    held = [s for s, one in zip(train, apart) if one]
    scores = probabilities(held)
    thresholds = {name: round(threshold_for(scores, labels[apart], precision), 4)
                  for name, precision in (("quiet", 0.85), ("usual", PRECISION), ("eager", 0.6))}
    print(json.dumps({"network": factor, "bias": bias, "thresholds": thresholds, "kept apart": at(scores, labels[apart], thresholds["usual"])}))
    of_dev, scores = numpy.array([s.label for s in dev]), probabilities(dev)
    print(json.dumps({"set": "dev", "average precision": round(float(average_precision_score(of_dev, scores)), 3),
                      **at(scores, of_dev, thresholds["usual"]), "at precision 0.75": at(scores, of_dev, threshold_for(scores, of_dev, 0.75))}))
    lines = [f"!network\t{factor}", f"!bias\t{bias}", *(f"!{name}\t{value}" for name, value in thresholds.items())]
    lines += [f"{phrase}\t{value}" for phrase, value in sorted(weights.items()) if value]
    (chosen.out / "cite_phrases.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    golden = [{"text": text, "score": round(score(text, weights, weights), 4)} for text in EXAMPLES]
    (chosen.out / "cite_phrases.golden.json").write_text(json.dumps(golden, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


EXAMPLES = [
    "Previous studies have reported that 30.5% of the galaxies in clusters show no star formation.",
    "Smith et al. showed that protein folding is accelerated by chaperones in yeast (see above).",
    "In this paper we describe a faster way to sample from such models.",
    "It has been suggested that the well-known effect isn't linear; however, 1,000 runs don't show it.",
    "\u00dcber-long na\u00efve words: see above.",
    "",
]


if __name__ == "__main__":
    main()
