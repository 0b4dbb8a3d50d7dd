"""Texts of several sentences as the adapters are given them, and what is read from the tokens for each sentence."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy
import torch
from tokenizers import Tokenizer

from network import BASE

MAX_TOKENS = 512
OVERLAP = 4  # sentences that stand in two windows: the first half is read in the earlier one, the second in the later one
NONE = -1


@dataclass
class Text:
    """Sentences of one abstract or paragraph with their labels; NONE where it is not known."""

    sentences: list[str]
    labels: list[int]
    weights: list[float] = field(default_factory=list)
    source: str = ""
    name: str = ""


@dataclass
class Window:
    """Consecutive sentences of a text that fit into the encoder: [CLS] … [SEP], and for each token the number of its sentence, or NONE."""

    ids: list[int]
    owner: list[int]
    first: int
    labels: list[int]
    weights: list[float]
    source: str = ""
    text: int = 0
    states: torch.Tensor | None = None  # below the adapted layers, once they are known


def tokenizer(base: Path = BASE) -> Tokenizer:
    found = Tokenizer.from_file(str(base / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def windows(texts: list[Text], words: Tokenizer) -> list[Window]:
    """A window a text, or where it is too long several that overlap by some sentences."""
    start, end = words.token_to_id("[CLS]"), words.token_to_id("[SEP]")
    found = []
    for number, text in enumerate(texts):
        pieces = [one.ids[: MAX_TOKENS - 2] for one in words.encode_batch(text.sentences, add_special_tokens=False)]
        weights = text.weights or [1.0] * len(pieces)
        for first, last in spans([len(p) for p in pieces]):
            ids = [start, *(token for piece in pieces[first:last] for token in piece), end]
            owner = [NONE, *(i for i, piece in enumerate(pieces[first:last]) for _ in piece), NONE]
            found.append(Window(ids, owner, first, text.labels[first:last], weights[first:last], text.source, number))
    return found


def spans(lengths: list[int]) -> list[tuple[int, int]]:
    """The sentences of each window: as many as fit; the next one begins OVERLAP sentences before the end of the one before."""
    found, first = [], 0
    while True:
        last, room = first, MAX_TOKENS - 2
        while last < len(lengths) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        last = max(last, first + 1)
        found.append((first, last))
        if last >= len(lengths):
            return found
        first = max(first + 1, last - OVERLAP)


def batches(some: list[Window], tokens: int, rng: random.Random | None = None) -> list[list[Window]]:
    """Windows of like length together, not more tokens in a batch than said, padding included; in random order if asked."""
    order = list(some)
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda w: len(w.ids) // 24 if rng else len(w.ids))
    found, batch = [], []
    for window in order:
        if batch and max(len(window.ids), max(len(w.ids) for w in batch)) * (len(batch) + 1) > tokens:
            found.append(batch)
            batch = []
        batch.append(window)
    if batch:
        found.append(batch)
    if rng:
        rng.shuffle(found)
    return found


def padded(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    width = max(len(w.ids) for w in batch)
    ids, mask = torch.zeros(len(batch), width, dtype=torch.long), torch.zeros(len(batch), width, dtype=torch.long)
    for i, window in enumerate(batch):
        ids[i, : len(window.ids)] = torch.tensor(window.ids)
        mask[i, : len(window.ids)] = 1
    return ids, mask


def lower_states(network, some: list[Window], tokens: int = 8192):
    """Computes for each window what stays the same in training."""
    for batch in batches(some, tokens):
        for window, states in zip(batch, network.lower(*padded(batch))):
            window.states = states[: len(window.ids)].clone()


def stacked(batch: list[Window], mask: torch.Tensor) -> torch.Tensor:
    found = torch.zeros(*mask.shape, batch[0].states.shape[1], dtype=batch[0].states.dtype)
    for i, window in enumerate(batch):
        found[i, : len(window.ids)] = window.states
    return found


def of_sentences(logits: torch.Tensor, batch: list[Window], last: bool = False) -> torch.Tensor:
    """The logits of each sentence of the batch, one after the other: the mean over its tokens, or those of its last token.

    The softmax of the mean of logits is that of the mean of log-probabilities.
    """
    rows, tokens, weights, sentences = [], [], [], 0
    for i, window in enumerate(batch):
        owner = numpy.array(window.owner)
        for number in range(len(window.labels)):
            places = numpy.flatnonzero(owner == number)
            if last:
                places = places[-1:]
            tokens += (i * logits.shape[1] + places).tolist()
            rows += [sentences] * len(places)
            weights += [1.0 / max(1, len(places))] * len(places)
            sentences += 1
    picked = logits.reshape(-1, logits.shape[-1])[torch.tensor(tokens)] * torch.tensor(weights)[:, None]
    return torch.zeros(sentences, logits.shape[-1]).index_add(0, torch.tensor(rows), picked)


def read_back(texts: list[Text], some: list[Window], found: list[numpy.ndarray]) -> list[numpy.ndarray]:
    """What windows say of their sentences, as one array a text."""
    whole = [numpy.zeros((len(text.sentences), found[0].shape[1]), dtype=numpy.float32) for text in texts]
    text, end = NONE, 0
    for window, values in zip(some, found):
        both = end - window.first if window.text == text else 0
        whole[window.text][window.first + both // 2 : window.first + len(values)] = values[both // 2 :]
        text, end = window.text, window.first + len(values)
    return whole
