"""Paragraphs whose sentences cite or do not, and how well that is told. Reads them as the recipe of citation-encoder does."""

import hashlib
import sys
from pathlib import Path

import numpy
import torch

_MODELS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(_MODELS / "adapters"), str(_MODELS / "citation-encoder")]
import data  # noqa: E402
import forms  # noqa: E402
from texts import NONE, Text, Window  # noqa: E402

LABELS = ["none", "citation"]


def texts_of(paragraphs: list[data.Paragraph], weight: float = 1.0) -> list[Text]:
    """The sentences without marks, as the product gives them."""
    return [Text([forms.tidy(s.replace(forms.MARK, " ")) for s in one.sentences], [NONE if y is None else y for y in one.labels],
                 [weight] * len(one.sentences), one.source, one.paper) for one in paragraphs]


def kept_apart(paper: str) -> bool:
    """The papers that phrases.py keeps apart as well: the thresholds come from them."""
    return int(hashlib.sha256(paper.encode()).hexdigest(), 16) % 6 == 0


def loss(logits: torch.Tensor, batch: list[Window]) -> torch.Tensor:
    labels = torch.tensor([label for window in batch for label in window.labels])
    weights = torch.tensor([weight for window in batch for weight in window.weights]) * (labels != NONE)
    return (torch.nn.functional.cross_entropy(logits, labels.clamp(min=0), reduction="none") * weights).sum() / weights.sum().clamp(min=1e-6)


def known(some: list[Text], logits: list[numpy.ndarray]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The log-odds of a citation of all sentences of which it is known, and whether they cite."""
    odds = numpy.concatenate([rows[:, 1] - rows[:, 0] for rows in logits])
    labels = numpy.array([label for text in some for label in text.labels])
    return odds[labels != NONE], labels[labels != NONE]
