#!/usr/bin/env python3
"""Tunes the encoder: places that cite against the entries of the same library, and sentences that need a citation against those that do not.

    ./train.py BASE WORK [--data DATA] [--corpus FOLDER] [--minutes N] [--from FILE] [--rate R] [--small]

Started by `torchrun --nproc-per-node N`, N processes share the work, each with one thread, which is faster than threads on a busy machine.
Words' vectors and the first layers stay as they are; what leaves the last of those is kept, so that a text runs through them once.
"""

import argparse
import json
import os
import random
import time
from pathlib import Path

import numpy
import torch
import torch.distributed as together
from torch import nn

import data
import evaluate
import forms
import network
import worthiness

FROZEN = 3
SCALE = 20.0
PLACES = 16
EXTRA = 10
SENTENCES = 18
OF_ONE_PAPER = 160
WINDOWS = (24, 32, forms.WINDOW_WORDS)


class Kept:
    """Runs texts through the network; the states below the layers that learn are computed once for each text."""

    def __init__(self, model, words):
        self.model, self.words = model, words
        self.below: dict[str, torch.Tensor] = {}
        self.tokens = 0

    def _add(self, texts: list[str]):
        new = [text for text in dict.fromkeys(texts) if text not in self.below]
        if not new:
            return
        rows = [e.ids for e in self.words.encode_batch(new)]
        with torch.no_grad():
            for group in network.groups([len(row) for row in rows], 2048):
                ids, mask = network.padded([rows[i] for i in group])
                states = self.model.embeddings(input_ids=ids)
                allowed = None if mask.all() else mask[:, None, None, :].bool()
                for layer in self.model.encoder.layer[:FROZEN]:
                    states = plain(layer(states, attention_mask=allowed))
                for place, i in enumerate(group):
                    self.below[new[i]] = states[place, : len(rows[i])].to(torch.float16).clone()

    def __call__(self, texts: list[str]) -> torch.Tensor:
        self._add(texts)
        rows = [self.below[text] for text in texts]
        parts, order = [], []
        for group in network.groups([len(row) for row in rows], 1536):
            width = max(len(rows[i]) for i in group)
            states = torch.zeros(len(group), width, 384)
            mask = torch.zeros(len(group), width, dtype=torch.bool)
            for place, i in enumerate(group):
                states[place, : len(rows[i])] = rows[i]
                mask[place, : len(rows[i])] = True
            self.tokens += mask.numel()
            allowed = None if mask.all() else mask[:, None, None, :]
            for layer in self.model.encoder.layer[FROZEN:]:
                states = plain(layer(states, attention_mask=allowed))
            weights = mask.unsqueeze(2).float()
            parts.append(nn.functional.normalize((states * weights).sum(1) / weights.sum(1), dim=1))
            order += group
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(parts)[back]


def plain(output):
    return output[0] if isinstance(output, tuple) else output


def chunks(papers: list[data.Paper], rng: random.Random) -> list[tuple[data.Paper, list[data.Place]]]:
    found = []
    for paper in papers:
        places = paper.places[:]
        rng.shuffle(places)
        places = places[:OF_ONE_PAPER] if paper.source == "corpus" else places
        count = max(1, round(len(places) / PLACES))
        found += [(paper, places[i::count]) for i in range(count)]
    rng.shuffle(found)
    return found


def passage(entry: dict, rng: random.Random) -> str:
    """Mostly without an abstract, as most entries are."""
    return evaluate.passage(entry if rng.random() < 0.1 else {**entry, "abstract": ""})


def retrieval(parts, encode, rng) -> torch.Tensor:
    questions, texts, right, hidden = [], [], [], []
    for paper, places in parts:
        at: dict[int, int] = {}
        owners = []
        for place in places:
            gold = rng.sample(place.gold, min(2, len(place.gold)))
            owners.append((len(questions), place, gold))
            questions.append(forms.query(place.previous, place.sentence, rng.choice(WINDOWS)))
            for number in gold:
                at.setdefault(number, len(at))
        others = [i for i in range(len(paper.library)) if i not in at]
        for number in rng.sample(others, min(EXTRA, len(others))):
            at[number] = len(at)
        start = len(texts)
        texts += [passage(paper.library[number], rng) for number in at]
        for question, place, gold in owners:
            right += [(question, start + at[number]) for number in gold]
            hidden += [(question, start + at[number]) for number in place.gold if number in at]
    scores = SCALE * encode(questions) @ encode(texts).T
    same: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        same.setdefault(text, []).append(i)
    mask = torch.zeros_like(scores)
    for question, number in hidden:
        for twin in same[texts[number]]:
            mask[question, twin] = -1e4
    losses = []
    for question, number in right:
        row = scores[question] + mask[question]
        losses.append(torch.logsumexp(torch.cat([row, scores[question, number : number + 1]]), 0) - scores[question, number])
    weight = torch.tensor([1 / sum(q == question for q, _ in right) for question, _ in right])
    return (torch.stack(losses) * weight).sum() / weight.sum()


def claims(group: list[data.Paragraph], encode, head, rate: float) -> torch.Tensor:
    texts, places, features, labels = [], [], [], []
    for one in group:
        start = len(texts)
        texts += [forms.claim(s) for s in one.sentences]
        for i, label in enumerate(one.labels):
            if label is not None:
                last = len(one.sentences) - 1
                places.append((start + i - 1 if i else -1, start + i, start + i + 1 if i < last else -1))
                features.append(worthiness.features(one, i))
                labels.append(float(label))
    if not labels:
        return torch.zeros(())
    vectors = torch.cat([encode(texts), torch.zeros(1, 384)])
    around = vectors[torch.tensor(places)].reshape(len(places), -1) * 384**0.5
    logits = head(torch.cat([around, torch.tensor(features)], dim=1)).squeeze(1)
    return rate * nn.functional.binary_cross_entropy_with_logits(logits, torch.tensor(labels))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("base", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--corpus", type=Path)
    options.add_argument("--paragraphs", type=Path, help="what paragraphs.py wrote")
    options.add_argument("--minutes", type=float, default=120)
    options.add_argument("--steps", type=int, default=0, help="a fixed number of steps in the place of minutes")
    options.add_argument("--from", dest="start", type=Path)
    options.add_argument("--rate", type=float, default=1e-4)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--name", default="tuned")
    options.add_argument("--watch", type=float, default=0, help="minutes between two looks at the development sets")
    options.add_argument("--small", action="store_true")
    chosen = options.parse_args()
    rank, count = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    if count > 1:
        together.init_process_group("gloo")
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(1)
    rng = random.Random(chosen.seed * 1000 + rank)
    words = network.tokenizer(chosen.base)
    model = network.network(chosen.base)
    head = worthiness.head()
    if chosen.start:
        saved = torch.load(chosen.start, map_location="cpu")
        model.load_state_dict(saved["model"])
        head.load_state_dict(saved["head"])
    for part in (model.embeddings, *model.encoder.layer[:FROZEN]):
        part.requires_grad_(False)

    sources = {"journals": (data.journals(chosen.data, "train"), 1.0), "scisumm": (data.linguistics(chosen.data), 0.4),
               "abstracts": (data.abstracts(chosen.data, "train", 4000, chosen.seed), 0.3)}
    paragraphs = {"journals": (data.paragraphs(chosen.data, "train"), 0.6), "scisumm": (data.linguistics_paragraphs(chosen.data), 0.4)}
    watched = {"journals": evaluate.sample(data.journals(chosen.data, "dev"), 10)}
    if chosen.corpus:
        files = chosen.corpus / "contexts.jsonl", chosen.corpus / "library.jsonl"
        sources["corpus"] = data.libraries(*files, "train", "corpus"), 2.0
        watched["corpus"] = evaluate.sample(data.libraries(*files, "dev", "corpus"), 10)
        paragraphs["corpus"] = data.libraries_paragraphs(chosen.paragraphs, "train"), 1.0
    if chosen.small:
        sources = {name: (papers[:3], share) for name, (papers, share) in sources.items()}
        watched = {name: papers[:2] for name, papers in watched.items()}
    for name, (papers, _) in sources.items() if rank == 0 else ():
        print(json.dumps({"source": name, "papers": len(papers), "places": sum(len(p.places) for p in papers)}), flush=True)
    for name, (found, _) in paragraphs.items() if rank == 0 else ():
        labels = [y for one in found for y in one.labels if y is not None]
        print(json.dumps({"paragraphs": name, "count": len(found), "sentences": len(labels), "citing": sum(labels)}), flush=True)

    encode = Kept(model, words)
    learned = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": learned, "lr": chosen.rate, "weight_decay": 0.01},
                                   {"params": head.parameters(), "lr": 1e-3, "weight_decay": 0.01}], foreach=True)
    peaks = [group["lr"] for group in optimiser.param_groups]
    queues: dict[str, list] = {name: [] for name in sources}
    waiting: dict[str, list] = {name: [] for name in paragraphs}
    started, step, shown, losses = time.time(), 0, time.time(), []

    def next_chunk():
        name = rng.choices(list(sources), [len(papers) and share * (1.0 if not chosen.corpus or name != "abstracts" else 0.3)
                                           for name, (papers, share) in sources.items()])[0]
        if not queues[name]:
            if name == "corpus" and step > 0: # it may have grown
                sources[name] = data.libraries(*files, "train", "corpus"), sources[name][1]
            queues[name] = chunks(sources[name][0], rng)
        return queues[name].pop()

    def next_paragraphs():
        group, size = [], 0
        while size < SENTENCES:
            name = rng.choices(list(paragraphs), [share if found else 0 for found, share in paragraphs.values()])[0]
            if not waiting[name]:
                waiting[name] = rng.sample(paragraphs[name][0], len(paragraphs[name][0]))
            group.append(waiting[name].pop())
            size += len(group[-1].sentences)
        return group

    def save():
        torch.save({"model": model.state_dict(), "head": head.state_dict(), "step": step}, chosen.work / f"{chosen.name}.pt")

    def watch():
        for name, papers in watched.items():
            whole = network.by_torch(model, words)
            print(json.dumps({"step": step, "set": name} | evaluate.measured(papers, whole)), flush=True)
        model.train()

    def shared(value: float) -> float:
        """The mean over the processes."""
        if count == 1:
            return value
        number = torch.tensor([value], dtype=torch.float64)
        together.all_reduce(number)
        return float(number) / count

    def average():
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in (*learned, *head.parameters())]
        flat = torch.cat([g.reshape(-1) for g in gradients])
        together.all_reduce(flat)
        flat /= count
        for p, part in zip((*learned, *head.parameters()), flat.split([g.numel() for g in gradients])):
            p.grad = part.view_as(p)

    model.train()
    saved_at = watched_at = time.time()
    while True:
        share = step / chosen.steps if chosen.steps else shared((time.time() - started) / 60 / chosen.minutes)
        if share >= 1:
            break
        for group, peak in zip(optimiser.param_groups, peaks):
            group["lr"] = peak * min(1.0, (step + 1) / 20) * max(0.02, 1 - share)
        first = retrieval([next_chunk(), next_chunk()], encode, rng)
        second = claims(next_paragraphs(), encode, head, 0.5)
        (first + second).backward()
        if count > 1:
            average()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        losses.append((first.item(), second.item()))
        if rank > 0:
            continue
        if time.time() - shown > 60 or chosen.small:
            mean = numpy.mean(losses, axis=0)
            print(json.dumps({"step": step, "minutes": round((time.time() - started) / 60, 1), "retrieval": round(mean[0], 3),
                              "claims": round(mean[1], 3), "tokens_a_second": round(encode.tokens / (time.time() - shown))}), flush=True)
            shown, losses, encode.tokens = time.time(), [], 0
        if time.time() - saved_at > 240:
            save()
            saved_at = time.time()
        if chosen.watch and time.time() - watched_at > 60 * chosen.watch:
            watch()
            watched_at = shown = time.time()
            encode.tokens = 0
    if rank == 0:
        save()
        watch()


if __name__ == "__main__":
    main()
