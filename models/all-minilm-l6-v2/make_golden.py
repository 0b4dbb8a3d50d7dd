#!/usr/bin/env python3
"""Writes golden.json: texts and their vectors, by onnxruntime and tokenizers, pooled and normalised here.

Usage: make_golden.py FOLDER, the model as the bundle holds it (bundles/org.scholion.inference.minilm/model).
"""

import json
import pathlib
import sys

import numpy
import onnxruntime
import tokenizers

MAX_TOKENS = 256
TEXTS = [
    "The ligand binds to the active site of the protein.",
    "A small molecule docks into the pocket of the enzyme.",
    "We prove a lower bound on the number of queries.",
    "",
    "Der Schrödinger-Operator auf 𝐑ⁿ, naïve Bayes, 自由能, α-helix 🧪",
    "Free energy perturbation estimates relative binding affinities of ligands. " * 60,
]


def main(folder):
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    session = onnxruntime.InferenceSession(
        str(folder / "onnx" / "model_quantized.onnx"), providers=["CPUExecutionProvider"])
    rows = []
    for text in TEXTS:
        encoding = tokenizer.encode(text)
        given = {
            "input_ids": numpy.array([encoding.ids], dtype=numpy.int64),
            "attention_mask": numpy.array([encoding.attention_mask], dtype=numpy.int64),
            "token_type_ids": numpy.array([encoding.type_ids], dtype=numpy.int64),
        }
        hidden = session.run(None, {i.name: given[i.name] for i in session.get_inputs()})[0][0]
        vector = hidden.mean(axis=0)
        vector /= numpy.linalg.norm(vector)
        rows.append({"text": text, "tokens": len(encoding.ids), "vector": [round(float(v), 6) for v in vector]})
    target = pathlib.Path(__file__).parent / "golden.json"
    lines = ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows)
    target.write_text("[\n" + lines + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
