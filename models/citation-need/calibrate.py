#!/usr/bin/env python3
"""Weighs the adapter against the phrases of citation-encoder, chooses the thresholds, and measures: by ONNX Runtime, one paragraph a run.

    ./calibrate.py MODEL [--data DATA] [--small]

What it finds goes into MODEL/config.json: probability = 1 / (1 + exp(-(`phrases` · s + `adapter` · log-odds + `bias`))), where s is the score of the
phrases (cite_phrases.tsv, as citation-encoder says). The papers kept apart decide; the development part is only measured.
"""

import argparse
import json
import time
from pathlib import Path

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

import need
import data
import phrases
import runtime

PHRASES = Path(__file__).resolve().parent.parent / "citation-encoder" / "cite_phrases.tsv"


def weights() -> dict[str, float]:
    lines = (line.split("\t") for line in PHRASES.read_text(encoding="utf-8").splitlines())
    return {phrase: float(value) for phrase, value in lines if not phrase.startswith("!")}


def inputs(model: runtime.Runtime, some: list, known: dict[str, float]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The score of the phrases and the log-odds of the adapter for each sentence of which it is known, and whether it cites."""
    odds, labels = need.known(some, model.sentences(some))
    scores = [phrases.score(sentence, known, known)
              for text in some for sentence, label in zip(text.sentences, text.labels) if label != need.NONE]
    return numpy.column_stack([scores, odds]), labels


# what the product takes: papers in LaTeX, most of them of other fields, cite less often; from here on three of four marks are right in them
STRICT = 0.85


def measured(scores: numpy.ndarray, labels: numpy.ndarray, thresholds: dict[str, float]) -> dict:
    return {"average precision": round(float(average_precision_score(labels, scores)), 3),
            **{name: phrases.at(scores, labels, value) for name, value in thresholds.items()},
            "recall at precision 0.75": phrases.at(scores, labels, phrases.threshold_for(scores, labels, 0.75))["recall"]}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--small", action="store_true")
    chosen = options.parse_args()
    model, known = runtime.Runtime(chosen.model), weights()
    held = [text for text in need.texts_of(data.paragraphs(chosen.data, "train")) if need.kept_apart(text.name)]
    dev = need.texts_of(data.paragraphs(chosen.data, "dev"))
    if chosen.small:
        held, dev = held[:60], dev[:60]
    begun = time.perf_counter()
    apart, apart_labels = inputs(model, held, known)
    took = (time.perf_counter() - begun) / len(held)
    fitted = LogisticRegression(C=1e6).fit(apart, apart_labels)
    factors, bias = fitted.coef_[0].round(4), round(float(fitted.intercept_[0]), 4)

    def probabilities(rows: numpy.ndarray) -> numpy.ndarray:
        return phrases.sigmoid(rows @ factors + bias)

    scores = probabilities(apart)
    thresholds = {name: round(phrases.threshold_for(scores, apart_labels, precision), 4)
                  for name, precision in (("quiet", 0.85), ("usual", 0.75), ("eager", 0.6))}
    thresholds = {"strict": STRICT, **thresholds}
    file = chosen.model / "config.json"
    config = json.loads(file.read_text(encoding="utf-8"))
    config["citation_need"] = {"phrases": float(factors[0]), "adapter": float(factors[1]), "bias": bias, "thresholds": thresholds}
    file.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({"milliseconds a paragraph, one thread": round(1000 * took, 1), **config["citation_need"]}))
    print(json.dumps({"set": "kept apart", **measured(scores, apart_labels, thresholds)}))
    rows, labels = inputs(model, dev, known)
    print(json.dumps({"set": "dev", "sentences": len(labels), "citing": int(labels.sum()), **measured(probabilities(rows), labels, thresholds)}))
    print(json.dumps({"set": "dev, adapter alone", **measured(rows[:, 1], labels, {})}))
    print(json.dumps({"set": "dev, phrases alone", **measured(rows[:, 0], labels, {})}))


if __name__ == "__main__":
    main()
