"""The adapted encoder in ONNX Runtime, one text a run, as the product runs it."""

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
        self.session = onnxruntime.InferenceSession(apply_adapter.patched(adapter).SerializeToString(), options, providers=["CPUExecutionProvider"])
        self.words = texts.tokenizer()
        self.last = last

    def tokens(self, ids: list[int]) -> numpy.ndarray:
        """The logits of each token."""
        row = numpy.array([ids], dtype=numpy.int64)
        return self.session.run(None, {"input_ids": row, "attention_mask": numpy.ones_like(row), "token_type_ids": numpy.zeros_like(row)})[0][0]

    def sentences(self, some: list[texts.Text]) -> list[numpy.ndarray]:
        """The logits of each sentence of each text."""
        windows = texts.windows(some, self.words)
        found = [texts.of_sentences(torch.from_numpy(self.tokens(w.ids))[None], [w], self.last).numpy() for w in windows]
        return texts.read_back(some, windows, found)


def shares(logits: numpy.ndarray) -> numpy.ndarray:
    """The probabilities that logits stand for."""
    found = numpy.exp(logits - logits.max(axis=-1, keepdims=True))
    return found / found.sum(axis=-1, keepdims=True)
