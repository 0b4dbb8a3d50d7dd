#!/usr/bin/env python3
"""Prints the vectors of some texts by the reference implementations of tokenizer and graph, and places with entries, the cited one first.

    ./make_golden.py MODEL > golden.json
"""

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

import forms
import network

PLACES = [
    ("", "Attention alone, without recurrence, is enough to translate between languages [CITE].", [
        ("Attention Is All You Need", ""),
        ("Long short-term memory", ""),
        ("ImageNet classification with deep convolutional neural networks", ""),
        ("A density-functional study of adsorption on metal surfaces", ""),
    ]),
    ("", "Reads were aligned to the reference genome with a tool that handles gaps [CITE] and sorted by position.", [
        ("Fast gapped-read alignment with Bowtie 2", ""),
        ("The Gene Ontology resource", ""),
        ("Mastering the game of Go with deep neural networks and tree search", ""),
        ("Observation of gravitational waves from a binary black hole merger", ""),
    ]),
    ("The first waves were seen in September 2015.", "They came from two black holes [CITE].", [
        ("Observation of gravitational waves from a binary black hole merger", "On September 14, 2015 the two detectors of LIGO observed a signal."),
        ("Fast gapped-read alignment with Bowtie 2", ""),
        ("Long short-term memory", ""),
        ("Attention Is All You Need", ""),
    ]),
]


def main():
    folder = Path(sys.argv[1])
    words = Tokenizer.from_file(str(folder / "tokenizer.json"))
    words.no_padding()
    words.enable_truncation(network.MAX_TOKENS)
    encode = network.by_runtime(folder / "onnx" / "model_quantized.onnx", words, 1)
    places = [{"query": forms.query(previous, sentence), "entries": [forms.passage(*entry) for entry in entries]}
              for previous, sentence, entries in PLACES]
    texts = [place["query"] for place in places] + places[0]["entries"][:2] + [
        forms.claim("Previous studies reported that 30% of the galaxies in clusters show no star formation (e.g., [CITE])."), ""]
    vectors = [{"text": text, "vector": [round(float(v), 6) for v in vector]} for text, vector in zip(texts, encode(texts))]
    lines = ",\n".join(json.dumps(row) for row in vectors)
    print('{"vectors": [\n' + lines + '\n],\n"places": ' + json.dumps(places, indent=1) + "}")


if __name__ == "__main__":
    main()
