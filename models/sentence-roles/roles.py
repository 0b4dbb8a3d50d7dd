"""Abstracts whose sentences have roles, and how well roles are told."""

import gzip
import hashlib
import json
import lzma
import sys
from pathlib import Path

import numpy
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "adapters"))
from texts import NONE, Text, Window  # noqa: E402

LABELS = ["background", "objective", "method", "result", "conclusion", "other"]
_RESULT, _CONCLUSION, _OTHER = 3, 4, 5


def _read(path: Path):
    with (lzma if path.suffix == ".xz" else gzip).open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def csabstruct(data: Path, part: str) -> list[Text]:
    """Abstracts of computer science; their annotators had no `conclusion`. Weights are the shares of the annotators that agree."""
    return [Text([" ".join(s.split()) for s in r["sentences"]], [LABELS.index(label) for label in r["labels"]],
                 list(r["confs"]), "csabstruct", str(i))
            for i, r in enumerate(_read(data / "csabstruct-dev" / f"{part}.jsonl.gz"))]


def structured(data: Path, part: str) -> list[Text]:
    """Abstracts whose authors wrote headings, which are taken out; none of them is `other`."""
    return [Text([" ".join(s["t"].split()) for s in r["sents"]], [NONE if s["y"] is None else LABELS.index(s["y"]) for s in r["sents"]],
                 [], "structured", r["id"])
            for r in _read(data / "train" / "abstract-roles" / f"{part}.jsonl.xz")]


def kept_apart(text: Text) -> bool:
    """Whether an abstract of the training part is one that choices are made by."""
    return hashlib.sha256(f"{text.source} {text.name}".encode()).digest()[0] % 6 == 0


def merged(logits, source: str):
    """What the annotators of a source could choose: conclusions are results in CSAbstruct, and no heading says `other`."""
    logits = torch.as_tensor(logits)
    gone = torch.full_like(logits[:, :1], -1e4)
    if source == "csabstruct":
        results = torch.logsumexp(logits[:, _RESULT : _CONCLUSION + 1], 1, keepdim=True)
        return torch.cat([logits[:, :_RESULT], results, gone, logits[:, _OTHER:]], 1)
    return torch.cat([logits[:, :_OTHER], gone], 1)


def loss(shares: dict[str, float], power: float):
    """Cross entropy by source; a sentence weighs its share of agreeing annotators to this power, times the share of its source."""

    def of(logits: torch.Tensor, batch: list[Window]) -> torch.Tensor:
        start, total, weight = 0, 0.0, 0.0
        for window in batch:
            rows = merged(logits[start : start + len(window.labels)], window.source)
            start += len(window.labels)
            labels = torch.tensor(window.labels)
            w = torch.tensor(window.weights) ** power * shares[window.source] * (labels != NONE)
            total = total + (torch.nn.functional.cross_entropy(rows, labels.clamp(min=0), reduction="none") * w).sum()
            weight += float(w.sum())
        return total / max(weight, 1e-6)

    return of


def measured(some: list[Text], logits: list[numpy.ndarray]) -> dict:
    """Micro F1 (the share of sentences whose role is right), macro F1 over the roles of the source, and F1 of each."""
    right, counts = 0, numpy.zeros((len(LABELS), 3))
    for text, rows in zip(some, logits):
        for guess, label in zip(merged(rows, text.source).argmax(1).tolist(), text.labels):
            if label != NONE:
                right += guess == label
                counts[guess, 0] += 1
                counts[label, 1] += 1
                counts[label, 2] += guess == label
    f1 = 2 * counts[:, 2] / numpy.maximum(1, counts[:, 0] + counts[:, 1])
    present = counts[:, 1] > 0
    return {"micro": round(float(100 * right / counts[:, 1].sum()), 2), "macro": round(float(100 * f1[present].mean()), 2),
            **{LABELS[i]: round(float(100 * f1[i]), 1) for i in numpy.flatnonzero(present)}}
