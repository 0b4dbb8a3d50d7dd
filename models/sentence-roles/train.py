#!/usr/bin/env python3
"""Fits the adapter that tells the roles of sentences.

    ./train.py OUT [--data DATA] [--apart] [--small] [--seed N]

With --apart a sixth of the abstracts is kept out and measured after each pass: settings are chosen so. Without it all of the training part is
learned. --small runs all of it on a few abstracts.
"""

import argparse
from pathlib import Path

import torch

import roles  # first: it adds ../adapters to the path
import fitting
import texts
from network import Network

SHARES = {"csabstruct": 1.0, "structured": 0.5}
POWER = 1.0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--epochs", type=float, default=5)
    options.add_argument("--rate", type=float, default=1e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--apart", action="store_true")
    options.add_argument("--small", action="store_true")
    chosen = options.parse_args()
    words = texts.tokenizer()
    parts = [roles.csabstruct(chosen.data, "train"), roles.structured(chosen.data, "train")]
    if chosen.small:
        parts = [part[:24] for part in parts]
    learned = [text for part in parts for text in part if not (chosen.apart and roles.kept_apart(text))]
    torch.manual_seed(chosen.seed)
    network = Network(len(roles.LABELS), dropout=0.1)

    def watch() -> dict:
        found = {}
        for part in parts:
            held = [text for text in part if roles.kept_apart(text)]
            found[part[0].source] = roles.measured(held, fitting.predict(network, held, words))
        return found

    fitting.fit(network, texts.windows(learned, words), roles.loss(SHARES, POWER), epochs=chosen.epochs, rate=chosen.rate, tokens=3072,
                seed=chosen.seed, watch=watch if chosen.apart else None)
    network.save(chosen.out, roles.LABELS, sentence_label="mean")


if __name__ == "__main__":
    main()
