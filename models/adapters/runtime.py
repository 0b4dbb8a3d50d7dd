"""The adapted encoder in ONNX Runtime, one text a run, as the product runs it."""

import json
from pathlib import Path

import numpy
import onnxruntime
import torch

import apply_adapter
import texts


class Runtime:
    def __init__(self, adapter: Path, last: bool = False, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        graph = apply_adapter.patched(adapter).SerializeToString()
        self.session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self.words = texts.tokenizer()
        self.last = last

    def tokens(self, ids: list[int]) -> numpy.ndarray:
        """The logits of each token."""
        row = numpy.array([ids], dtype=numpy.int64)
        given = {"input_ids": row, "attention_mask": numpy.ones_like(row), "token_type_ids": numpy.zeros_like(row)}
        return self.session.run(None, given)[0][0]

    def sentences(self, some: list[texts.Text]) -> list[numpy.ndarray]:
        """The logits of each sentence of each text."""
        windows = texts.windows(some, self.words)
        found = [texts.of_sentences(torch.from_numpy(self.tokens(w.ids))[None], [w], self.last).numpy() for w in windows]
        return texts.read_back(some, windows, found)


def shares(logits: numpy.ndarray) -> numpy.ndarray:
    """The probabilities that logits stand for."""
    found = numpy.exp(logits - logits.max(axis=-1, keepdims=True))
    return found / found.sum(axis=-1, keepdims=True)


def print_golden(adapter: Path, paragraphs: list[list[str]], labels: list[str]):
    """Prints for each text its tokens, the probabilities of each of them, and those of its sentences with their ranges."""
    model = Runtime(adapter)
    rows = []
    for sentences in paragraphs:
        logits = model.sentences([texts.Text(sentences, [0] * len(sentences))])[0]
        start, found = 0, []
        for sentence, values in zip(sentences, shares(logits)):
            probabilities = dict(zip(labels, (round(float(p), 4) for p in values)))
            found.append({"start": start, "end": start + len(sentence), "probabilities": probabilities})
            start += len(sentence) + 1
        text = " ".join(sentences)
        ids = model.words.encode(text).ids
        tokens = [[round(float(p), 4) for p in row] for row in shares(model.tokens(ids))]
        rows.append({"text": text, "ids": ids, "sentences": found, "tokens": tokens})
    print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
