#!/usr/bin/env python3
"""Fits how sure a correction is, by kind, by what the tagger and the language model say of it.

    ./calibrate.py sentences DATA WORK      writes WORK/sentences.txt and WORK/targets.txt out of the development parts
    (releng/evaluation/list-corrections lists the corrections of the sentences in WORK/corrections.tsv)
    ./calibrate.py fit WORK TABLE           fits, writes the table that the product reads, and prints what it reaches

Sentences with an artificial error each, real corrections, and sentences as published. Half of the sentences are fitted, the other half
says how well that went.
"""

import argparse
import json
import math
import random
from collections import defaultdict
from pathlib import Path

import numpy

import corrupt
import sources
import train

SEED = 71
ARTIFICIAL, PUBLISHED = 1_600, 2_346
KINDS = ("ARTICLE", "PREPOSITION", "PRONOUN", "CONNECTIVE", "AGREEMENT", "NOUN_NUMBER", "VERB_FORM", "WORD_FORM", "PUNCTUATION", "HYPHEN",
         "CAPITAL", "WORD_CHOICE", "EXTRA_OR_MISSING")
# a larger gain says no more: what would need one is mostly wrong when it has it, and is not asked about, which takes time
MOST_GAIN = 9.0
# more errors beside one say no more than so many
MOST_COMPANY = 3.0
LEAST_PROBABILITY = 0.1
# published sentences count so often that a draft has an error in a hundred words
DRAFT = 2.0
# alarms in a thousand words of published text, by the tagger alone and with the language model
ALARMS = {False: 0.4, True: 0.6}
# how strongly the bias and the weight of the gain of a kind are drawn to those of all
TO_SHARED = 3.0
TO_SHARED_GAIN = 40.0


def sentences(data: Path, work: Path):
    corruptor = train.corruptor(data)
    clean = sources.clean(data, "dev", SEED)[: ARTIFICIAL + PUBLISHED]
    rng = random.Random(SEED)
    # every second one as in a draft with few errors, the others as often wrong as those that the model learned from
    pairs = [(corruptor.corrupt(sentence, rng, 1 if i % 4 < 2 else None, corrupt.GRAMMAR_SHARES)[0], sentence)
             for i, sentence in enumerate(clean[:ARTIFICIAL])]
    for row in sources.read(data / "arxiv-revisions" / "dev.sentences.jsonl.xz"):
        if row["kind"] == "correction" and sources.usable(sources.marks(row["src"])):
            pairs.append((sources.marks(row["src"]), sources.marks(row["tgt"])))
    pairs += [(sentence, sentence) for sentence in clean[ARTIFICIAL:]]
    work.mkdir(parents=True, exist_ok=True)
    (work / "sentences.txt").write_text("".join(source + "\n" for source, _ in pairs), encoding="utf-8")
    (work / "targets.txt").write_text("".join(target + "\n" for _, target in pairs), encoding="utf-8")
    print(len(pairs), "sentences")


def distance(a: list[str], b: list[str]) -> int:
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]


def tokens(text: str) -> list[str]:
    return text.replace(",", " , ").replace(";", " ; ").replace("-", " - ").split()


class Candidates:
    """The corrections of sentences: kind, features, whether right, and how often each counts."""

    def __init__(self, work: Path):
        texts = (work / "sentences.txt").read_text(encoding="utf-8").splitlines()
        targets = (work / "targets.txt").read_text(encoding="utf-8").splitlines()
        self.changed = [i for i in range(len(texts)) if texts[i] != targets[i]]
        self.words = [len(text.split()) for text in texts]
        clean = {i for i in range(len(texts)) if texts[i] == targets[i]}
        kinds, rows, right, numbers, places = [], [], [], [], []
        for line in (work / "corrections.tsv").read_text(encoding="utf-8").splitlines():
            sentence, place, kind, probability, _, company, gain, start, end, replacement = line.split("\t")
            i, probability = int(sentence), min(1 - 1e-6, max(1e-6, float(probability)))
            kinds.append(KINDS.index(kind.removeprefix("GRAMMAR_")))
            rows.append((math.log(probability / (1 - probability)), min(MOST_COMPANY, float(company)),
                         max(-MOST_GAIN, min(MOST_GAIN, float(gain)))))
            places.append((i, int(place)))
            units = texts[i].encode("utf-16-le")
            after = (units[: 2 * int(start)] + replacement.encode("utf-16-le") + units[2 * int(end):]).decode("utf-16-le")
            target = tokens(targets[i])
            right.append(distance(tokens(after), target) < distance(tokens(texts[i]), target))
            numbers.append(i)
        self.kinds, self.rows, self.right = numpy.array(kinds), numpy.array(rows), numpy.array(right)
        self.numbers = numpy.array(numbers)
        self.clean = numpy.array([i in clean for i in numbers])
        self.places = places
        self.weights = numpy.where(self.clean, DRAFT, 1.0)

    def half(self, odd: int):
        return self.numbers % 2 == odd

    def best(self, confidence):
        """Of the corrections of each place the surest, since only that one is told."""
        surest = {}
        for i, place in enumerate(self.places):
            if place not in surest or confidence[i] > confidence[surest[place]]:
                surest[place] = i
        chosen = numpy.zeros(len(self.places), dtype=bool)
        chosen[list(surest.values())] = True
        return chosen


def fit(candidates: Candidates, chosen, with_gain: bool):
    """Logistic regression by Newton's method; what a kind has of its own is drawn to what all share.

    Returns for each kind the bias, the weights of the tagger and of the company and, if wanted, that of the gain.
    """
    features = numpy.hstack([numpy.ones((len(candidates.rows), 1)), candidates.rows if with_gain else candidates.rows[:, :2]])
    kinds = numpy.eye(len(KINDS))[candidates.kinds]
    own = [0, 3] if with_gain else [0]  # bias and gain
    x = numpy.hstack([features] + [kinds * features[:, column:column + 1] for column in own])[chosen]
    y, weights = candidates.right[chosen].astype(float), candidates.weights[chosen]
    ridge = numpy.array([1e-3] * features.shape[1] + [TO_SHARED] * len(KINDS) + [TO_SHARED_GAIN] * len(KINDS) * (len(own) - 1))
    beta = numpy.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + numpy.exp(-x @ beta))
        gradient = x.T @ (weights * (y - p)) - ridge * beta
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + numpy.diag(ridge)
        beta = beta + numpy.linalg.solve(hessian, gradient)
    table = numpy.tile(beta[: features.shape[1]], (len(KINDS), 1))
    for number, column in enumerate(own):
        start = features.shape[1] + number * len(KINDS)
        table[:, column] += beta[start:start + len(KINDS)]
    return table


def confidences(candidates: Candidates, table):
    weights = table[candidates.kinds]
    odds = weights[:, 0] + (candidates.rows[:, : weights.shape[1] - 1] * weights[:, 1:]).sum(axis=1)
    return 1 / (1 + numpy.exp(-odds))


def limit(candidates: Candidates, confidence, chosen, words: int, alarms_wanted: float) -> float:
    """The least confidence at which published text gets no more alarms than wanted."""
    alarms = sorted(confidence[chosen & candidates.clean], reverse=True)
    allowed = int(alarms_wanted * words / 1000)
    return float(alarms[allowed]) + 1e-9 if len(alarms) > allowed else 0.5


def report(candidates: Candidates, confidence, told, chosen, words: int, errors: int):
    told = told & chosen
    right = candidates.right
    print(json.dumps({
        "told": int(told.sum()), "right": int((told & right).sum()), "errors": errors,
        "alarmsPer1000PublishedWords": round(1000 * (told & candidates.clean).sum() / words, 3),
        "byConfidence": {f"{low:.1f}": [int((told & (confidence >= low) & (confidence < low + 0.1)).sum()),
                                        round(float(numpy.average(right[s], weights=candidates.weights[s])), 2)]
                         for low in numpy.arange(0.0, 1.0, 0.1)
                         if (s := told & (confidence >= low) & (confidence < low + 0.1)).any()},
        "byKind": {KINDS[kind]: [int((told & right & (candidates.kinds == kind)).sum()), int((told & (candidates.kinds == kind)).sum())]
                   for kind in range(len(KINDS))},
    }))


def measured(candidates: Candidates, odd: int):
    changed = set(candidates.changed)
    words = sum(count for i, count in enumerate(candidates.words) if i not in changed and i % 2 == odd)
    return words, sum(1 for i in candidates.changed if i % 2 == odd)


def fit_all(work: Path, table: Path):
    candidates = Candidates(work)
    fitted, other = candidates.half(0), candidates.half(1)
    lines, limits = defaultdict(list), {}
    for with_gain in (False, True):
        weights = fit(candidates, fitted, with_gain)
        confidence = confidences(candidates, weights)
        words, _ = measured(candidates, 0)
        best = candidates.best(confidence)
        limits[with_gain] = limit(candidates, confidence, fitted & best, words, ALARMS[with_gain])
        words, errors = measured(candidates, 1)
        print("with the language model" if with_gain else "tagger alone", f"limit {limits[with_gain]:.3f}")
        report(candidates, confidence, best & (confidence >= limits[with_gain]), other, words, errors)
        for number, kind in enumerate(KINDS):
            lines[kind] += [*weights[number], limits[with_gain]]
    out = ["# Written by models/grammar-tagger/calibrate.py.",
           "# kind\talone: bias\ttagger\tcompany\tleast confidence\tjudged: bias\ttagger\tcompany\tgain\tleast confidence",
           f"most gain\t{MOST_GAIN}", f"least probability\t{LEAST_PROBABILITY}"]
    for kind in KINDS:
        out.append("\t".join([f"GRAMMAR_{kind}"] + [f"{value:.4f}" for value in lines[kind]]))
    table.write_text("\n".join(out) + "\n", encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = options.add_subparsers(dest="part", required=True)
    for name, first in (("sentences", "data"), ("fit", "work")):
        part = parts.add_parser(name)
        part.add_argument(first, type=Path)
        part.add_argument("work" if name == "sentences" else "table", type=Path)
    chosen = options.parse_args()
    if chosen.part == "sentences":
        sentences(chosen.data, chosen.work)
    else:
        fit_all(chosen.work, chosen.table)


if __name__ == "__main__":
    main()
