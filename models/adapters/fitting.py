"""The loop that fits an adapter."""

import json
import random
import time

import numpy
import torch

import texts
from network import Network


def fit(network: Network, some: list[texts.Window], loss, *, epochs: float, rate: float, tokens: int, seed: int,
        watch=None):
    """Fits what learns by `loss(logits of the sentences, windows)`: AdamW, the rate rises over a tenth of the steps and falls to nothing.

    `watch` is called after each pass.
    """
    texts.lower_states(network, some)
    rng = random.Random(seed)
    torch.manual_seed(seed)
    passes = []
    for number in range(int(-(-epochs // 1))):
        group = texts.batches(some, tokens, rng)
        passes.append(group if number + 1 <= epochs else group[: int(len(group) * (epochs % 1))])
    steps = sum(map(len, passes))
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min((step + 1) / (0.1 * steps), (steps - step) / (0.9 * steps)))
    for number, group in enumerate(passes):
        network.train()
        begun, total = time.monotonic(), 0.0
        for batch in group:
            mask = texts.padded(batch)[1]
            value = loss(texts.of_sentences(network.upper(texts.stacked(batch, mask), mask), batch), batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += value.item()
        report = {"epoch": number + 1, "loss": round(total / len(group), 4), "steps": len(group), "seconds": round(time.monotonic() - begun)}
        print(json.dumps(report | (watch() if watch else {})), flush=True)


def predict(network: Network, some: list[texts.Text], words, last: bool = False) -> list[numpy.ndarray]:
    """The logits of each sentence of each text, by PyTorch."""
    network.eval()
    windows = texts.windows(some, words)
    found = {}
    with torch.inference_mode():
        for batch in texts.batches(windows, 8192):
            logits = texts.of_sentences(network(*texts.padded(batch)), batch, last).numpy()
            start = 0
            for window in batch:
                found[id(window)] = logits[start : start + len(window.labels)]
                start += len(window.labels)
    return texts.read_back(some, windows, [found[id(w)] for w in windows])
