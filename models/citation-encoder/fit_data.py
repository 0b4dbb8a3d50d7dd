"""The sentences that phrases.py learns from, and what the network of fit.py says of them."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnxruntime
from tokenizers import Tokenizer

import data
import forms
import worthiness

_BATCH = 32


@dataclass
class Sentence:
    paper: str
    text: str
    label: int
    paragraph: data.Paragraph
    place: int


def sentences(paragraphs: list[data.Paragraph]) -> list[Sentence]:
    """Those of which it is known whether they cite."""
    return [Sentence(one.paper, one.sentences[i], label, one, i)
            for one in paragraphs for i, label in enumerate(one.labels) if label is not None]


class Network:
    """cite_worthiness.json over the vectors of the encoder."""

    def __init__(self, model: Path, file: Path, cache: Path | None):
        found = json.loads(file.read_text(encoding="utf-8"))
        inputs = found["inputs"]
        self.scale = found["vector_scale"]
        self.hidden = self._floats(found["hidden_weights"]).reshape(-1, inputs)
        self.hidden_bias = self._floats(found["hidden_bias"])
        self.output = self._floats(found["output_weights"])
        self.output_bias = found["output_bias"]
        self.words = Tokenizer.from_file(str(model / "tokenizer.json"))
        self.words.no_padding()
        self.words.enable_truncation(256)
        self.session = onnxruntime.InferenceSession(str(model / "onnx" / "model_quantized.onnx"))
        self.cache = cache
        self.vectors = {}
        if cache and cache.is_file():
            saved = numpy.load(cache)
            self.vectors = dict(zip(saved["texts"].tolist(), saved["vectors"].astype(numpy.float32)))

    @staticmethod
    def _floats(text: str) -> numpy.ndarray:
        return numpy.frombuffer(base64.b64decode(text), dtype="<f4")

    def logits(self, some: list[Sentence]) -> numpy.ndarray:
        self._encode({forms.claim(t) for s in some for t in s.paragraph.sentences})
        nothing = numpy.zeros(384, dtype=numpy.float32)
        found = []
        for s in some:
            around = [self.vectors[forms.claim(s.paragraph.sentences[i])] if 0 <= i < len(s.paragraph.sentences) else nothing
                      for i in (s.place - 1, s.place, s.place + 1)]
            plain = numpy.array(worthiness.features(s.paragraph, s.place), dtype=numpy.float32)
            inputs = numpy.concatenate([numpy.concatenate(around) * self.scale, plain])
            found.append(float(numpy.maximum(0, self.hidden @ inputs + self.hidden_bias) @ self.output + self.output_bias))
        return numpy.array(found)

    def _encode(self, texts: set[str]):
        new = sorted(texts - self.vectors.keys(), key=lambda t: (len(t), t))
        for start in range(0, len(new), _BATCH):
            batch = self.words.encode_batch(new[start : start + _BATCH])
            length = max(len(one.ids) for one in batch)
            ids = numpy.zeros((len(batch), length), dtype=numpy.int64)
            mask = numpy.zeros_like(ids)
            for row, one in enumerate(batch):
                ids[row, : len(one.ids)] = one.ids
                mask[row, : len(one.ids)] = 1
            named = {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)}
            states = self.session.run(None, {i.name: named[i.name] for i in self.session.get_inputs()})[0]
            vectors = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
            vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
            self.vectors |= dict(zip(new[start : start + _BATCH], vectors.astype(numpy.float32)))
        if new and self.cache:
            numpy.savez(self.cache, texts=numpy.array(list(self.vectors)), vectors=numpy.array(list(self.vectors.values()), dtype=numpy.float16))
