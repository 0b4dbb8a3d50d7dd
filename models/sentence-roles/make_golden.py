#!/usr/bin/env python3
"""Prints the roles of some sentences by the reference implementations of tokenizer and graph, one text a run.

    ./make_golden.py MODEL > golden.json
"""

import json
import sys
from pathlib import Path

import roles
import runtime
from texts import Text

TEXTS = [
    ["Sensors of soil moisture drift as they age.", "We ask how often they must be calibrated so that yields can be told a season ahead.",
     "Forty probes stood in three fields for two years, and each was compared with weighed samples every month.",
     "The error grew by 0.8% a month and doubled after frost.", "Farmers should therefore calibrate in spring."],
    ["Graph neural networks are slow on long chains.", "In this paper, we propose a pooling layer that halves a chain at each step.",
     "It is trained end to end with a contrastive loss.", "On four benchmarks it is 3.1 times faster and loses no accuracy.",
     "The code is available at [url]."],
    ["The well-known bound holds."],
]


def main():
    model = runtime.Runtime(Path(sys.argv[1]))
    rows = []
    for sentences in TEXTS:
        text = " ".join(sentences)
        logits = model.sentences([Text(sentences, [0] * len(sentences))])[0]
        start, found = 0, []
        for sentence, values in zip(sentences, logits):
            shares = runtime.shares(values)
            found.append({"start": start, "end": start + len(sentence), "probabilities": dict(zip(roles.LABELS, (round(float(p), 4) for p in shares)))})
            start += len(sentence) + 1
        ids = model.words.encode(text).ids
        tokens = [[round(float(v), 4) for v in row] for row in runtime.shares(model.tokens(ids))]
        rows.append({"text": text, "ids": ids, "sentences": found, "tokens": tokens})
    print(json.dumps(rows, ensure_ascii=True))


if __name__ == "__main__":
    main()
