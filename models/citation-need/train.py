#!/usr/bin/env python3
"""Fits the adapter that says which sentences need a citation.

    ./train.py OUT [--data DATA] [--paragraphs FILE] [--small]

FILE is what ../citation-encoder/paragraphs.py wrote, if at hand. A sixth of the articles is kept apart, as in phrases.py; --watch measures them after
each pass. --small runs all of it on a few paragraphs.
"""

import argparse
from pathlib import Path

import torch
from sklearn.metrics import average_precision_score

import need
import data
import fitting
import texts
from network import Network


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--paragraphs", type=Path)
    options.add_argument("--epochs", type=float, default=2)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--watch", action="store_true")
    options.add_argument("--small", action="store_true")
    chosen = options.parse_args()
    words = texts.tokenizer()
    articles = need.texts_of(data.paragraphs(chosen.data, "train"))
    others = need.texts_of(data.libraries_paragraphs(chosen.paragraphs, "train"))
    if chosen.small:
        articles, others = articles[:40], others[:40]
    held = [text for text in articles if need.kept_apart(text.name)]
    learned = [text for text in articles if not need.kept_apart(text.name)] + others
    torch.manual_seed(chosen.seed)
    network = Network(len(need.LABELS), dropout=0.1)

    def watch() -> dict:
        odds, labels = need.known(held, fitting.predict(network, held, words))
        return {"kept apart": round(float(average_precision_score(labels, odds)), 4)}

    fitting.fit(network, texts.windows(learned, words), need.loss, epochs=chosen.epochs, rate=chosen.rate, tokens=3072, seed=chosen.seed,
                watch=watch if chosen.watch else None)
    network.save(chosen.out, need.LABELS, sentence_label="mean")


if __name__ == "__main__":
    main()
