#!/usr/bin/env python3
"""Prints the labels of some sentences by the reference implementations of tokenizer and graph.

    ./make_golden.py MODEL > golden.json
"""

import json
import sys
from pathlib import Path

import numpy
import onnxruntime
from tokenizers import Tokenizer

from train import case_of

SENTENCES = [
    "The results of this experiment shows a clear improvement.",
    "We propose new method for image segmentation [cite].",
    "The accuracy depends of the size of the training set.",
    "In this paper we discuss about the the properties of [math].",
    "The samples were measured at room temperature.",
    "See [ref] for an overview of the well-known approach.",
    "This results show that our Model is robust, however it is slow.",
]


def main():
    folder = Path(sys.argv[1])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    session = onnxruntime.InferenceSession(str(folder / "onnx" / "model_quantized.onnx"))
    labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
    rows = []
    for text in SENTENCES:
        encoding = tokenizer.encode(text)
        types = [case_of(text[start:end]) for start, end in encoding.offsets]
        ids = numpy.array([encoding.ids])
        logits = session.run(None, {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.array([types])})[0][0]
        shares = numpy.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        tags = []
        for (start, end), special, row in zip(encoding.offsets, encoding.special_tokens_mask, shares):
            if not special:
                best = int(row.argmax())
                tags.append({"start": start, "end": end, "label": labels[str(best)], "probability": round(float(row[best]), 4)})
        rows.append({"text": text, "tags": tags})
    print(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
