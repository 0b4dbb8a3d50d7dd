"""Trains the tagger: a small encoder that labels each word of a sentence with the edit that it needs.

    ./train.py DATA BASE WORK [--small]
    torchrun --nproc-per-node N train.py DATA BASE WORK      with N processes that share each step

DATA holds the training sets, BASE the ONNX file and the tokenizer of all-MiniLM-L6-v2 with weights of 32 bits, WORK takes checkpoints
and prepared sets: an interrupted run goes on from there.
"""

import argparse
import json
import math
import multiprocessing
import os
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnx
import torch
import torch.distributed
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

import corrupt
import edits
import sources

SEED = 20261126
MAX_TOKENS = 128
LABELS_AT_MOST = 900
HEAD_SHARE = 10.0
IGNORED = -100
# pieces of the vocabulary that no text has, taken for placeholders, and the words whose vectors they begin with
PLACEHOLDER_PIECES = {
    "[math]": ("[unused1]", "x"), "[cite]": ("[unused2]", "references"), "[ref]": ("[unused3]", "figure"),
    "[code]": ("[unused4]", "code"), "[url]": ("[unused5]", "link"), "[other]": ("[unused6]", "item"),
}


@dataclass(frozen=True)
class Stage:
    name: str
    artificial: int  # sentences out of clean text, changed or not
    real: int | None  # real corrections at most; None is all
    untouched: int  # further clean sentences
    rate: float
    epochs: int
    shares: dict[str, float] | None = None  # of the kinds of artificial errors; None is corrupt.SHARES


# what four hours of one core allow
FULL = (Stage("mixed", 50_000, None, 5_000, 1e-4, 1), Stage("more", 40_000, 12_000, 2_000, 1e-4, 1),
        Stage("grammar", 112_000, 9_000, 6_000, 1.2e-4, 1, corrupt.GRAMMAR_SHARES))
SMALL = (Stage("artificial", 600, 0, 0, 1e-4, 1), Stage("real", 100, 200, 100, 5e-5, 1))


def tokenizer_json(base: Path) -> str:
    """The tokenizer of the base with the placeholders in place of pieces that no text has."""
    text = json.loads(next(base.glob("*tokenizer.json")).read_text())
    vocabulary = text["model"]["vocab"]
    for name, (piece, _) in PLACEHOLDER_PIECES.items():
        number = vocabulary.pop(piece)
        vocabulary[name] = number
        text["added_tokens"].append({"id": number, "content": name, "single_word": False, "lstrip": False, "rstrip": False,
                                     "normalized": False, "special": True})
    text["added_tokens"].sort(key=lambda token: token["id"])
    text["padding"] = None
    text["truncation"] = None
    return json.dumps(text, ensure_ascii=False)


def case_of(text: str) -> int:
    """How a piece is written: 0 without capitals, 1 with the first letter as its only capital, 2 otherwise."""
    if not any(c.isupper() for c in text):
        return 0
    return 1 if text[0].isupper() and not any(c.isupper() for c in text[1:]) and len(text) > 1 else 2


class Coder:
    """Makes numbers of sentences."""

    def __init__(self, tokenizer: Tokenizer, labels: list[str]):
        self.tokenizer = tokenizer
        self.numbers = {label: i for i, label in enumerate(labels)}

    def code(self, text: str, found: list[edits.Word], labels: list[str]):
        encoding = self.tokenizer.encode(text)
        ids, types, goals = [], [], []
        at = 0
        for number, (start, end), special in zip(encoding.ids, encoding.offsets, encoding.special_tokens_mask):
            ids.append(number)
            types.append(case_of(text[start:end]))
            while at < len(found) and found[at].start < start:
                at += 1
            first = start != end and at < len(found) and found[at].start == start
            goals.append(self.numbers[labels[at]] if first else IGNORED)
        return ids[:MAX_TOKENS], types[:MAX_TOKENS], goals[:MAX_TOKENS]


_shared = {}


def _code_pair(pair):
    source, target = pair
    found, labels = _shared["labeller"].labels(source, target)
    return _shared["coder"].code(source, found, labels)


def _corrupted(job):
    sentence, seed, shares = job
    return _shared["corruptor"].corrupt(sentence, random.Random(seed), kinds=shares)[0], sentence


def corruptor(data: Path) -> corrupt.Corruptor:
    return corrupt.Corruptor(sources.word_counts(data), sources.replacements(data), *sources.extra_and_missing(data), sources.misspellings(data))


def label_list(pairs, known: set[str]) -> list[str]:
    """The labels worth learning: those that stand often in the pairs, the fixed ones first."""
    labeller = edits.Labeller(known, corrupt.FUNCTION_WORDS)
    counts: Counter = Counter()
    for source, target in pairs:
        counts.update(labeller.labels(source, target)[1])
    fixed = [edits.KEEP, edits.DELETE, edits.SPELL, edits.OTHER, edits.CAPITAL, edits.LOWER, edits.JOIN, edits.HYPHEN, edits.SPACE]
    rest = [label for label, count in counts.most_common() if label not in fixed and count >= 12]
    return (fixed + rest)[:LABELS_AT_MOST]


def pairs_of(stage: Stage, data: Path, seed: int, pool) -> list[tuple[str, str]]:
    rng = random.Random(seed)
    clean = sources.clean(data, "train", seed, stage.artificial + stage.untouched)
    jobs = [(sentence, rng.getrandbits(48), stage.shares) for sentence in clean[: stage.artificial]]
    pairs = pool.map(_corrupted, jobs, 200)
    pairs += [(sentence, sentence) for sentence in clean[stage.artificial : stage.artificial + stage.untouched]]
    real = sources.corrections(data, "train") + sources.examples(data, "train")
    real = rng.sample(real, min(len(real), stage.real if stage.real is not None else len(real)))
    pairs += real
    # the corrected side is right as it stands
    pairs += [(target, target) for _, target in rng.sample(real, len(real) // 2)]
    rng.shuffle(pairs)
    return pairs


def network(base: Path, label_count: int, vocabulary: dict[str, int]) -> torch.nn.Module:
    """The encoder with the weights of the base, a third way of writing, and a head."""
    graph = onnx.load(str(next(base.glob("*.onnx")))).graph
    weights = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    # the exporter gave matrices names of its own; each stands beside the bias that is added to its product
    product_of = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    state = {name: value for name, value in weights.items() if not name.startswith("onnx::")}
    for node in graph.node:
        if node.op_type == "Add":
            for bias, product in (node.input, reversed(node.input)):
                if bias in weights and product in product_of and bias.endswith(".bias"):
                    state[bias[: -len("bias")] + "weight"] = weights[product_of[product]].T.contiguous()
    state.pop("embeddings.position_ids", None)
    kinds = state["embeddings.token_type_embeddings.weight"]
    state["embeddings.token_type_embeddings.weight"] = torch.stack([kinds[0], kinds[0], kinds[0]])
    rows = state["embeddings.word_embeddings.weight"]
    for name, (_, model) in PLACEHOLDER_PIECES.items():
        rows[vocabulary[name]] = rows[vocabulary[model]]
    config = BertConfig(vocab_size=len(rows), hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
                        max_position_embeddings=512, type_vocab_size=3,
                        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    encoder = BertModel(config, add_pooling_layer=False)
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if [name for name in missing if "position_ids" not in name] or unexpected:
        raise ValueError(f"other weights than expected: {missing} {unexpected}")
    return Network(encoder, label_count)


class Network(torch.nn.Module):
    def __init__(self, encoder: BertModel, label_count: int):
        super().__init__()
        self.encoder = encoder
        self.dropout = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(encoder.config.hidden_size, label_count)
        # learned from far more text than there is here
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        return self.head(self.dropout(states))


def batches(examples, tokens: int, rng: random.Random):
    """Examples of like length together, in random order."""
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i][0]) // 4, rng.random()))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(examples[i][0]))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], len(examples[i][0])
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def tensors(examples):
    width = max(len(ids) for ids, _, _ in examples)
    ids = numpy.zeros((len(examples), width), dtype=numpy.int64)
    mask, types = numpy.zeros_like(ids), numpy.zeros_like(ids)
    goals = numpy.full_like(ids, IGNORED)
    for row, (i, t, g) in enumerate(examples):
        ids[row, : len(i)], mask[row, : len(i)], types[row, : len(i)], goals[row, : len(i)] = i, 1, t, g
    return [torch.from_numpy(array) for array in (ids, mask, types, goals)]


def processes() -> tuple[int, int]:
    """The number of this process, and of all that train together."""
    return int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))


def share_gradients(parameters, world: int):
    """The mean over all processes, in place."""
    flat = torch.cat([p.grad.flatten() for p in parameters])
    torch.distributed.all_reduce(flat)
    at = 0
    for p in parameters:
        p.grad.copy_(flat[at : at + p.numel()].view_as(p) / world)
        at += p.numel()


def train(stage: Stage, model, examples, work: Path, device, batch_tokens: int):
    rank, world = processes()
    done = work / f"{stage.name}.pt"
    part = work / f"{stage.name}.part.pt"
    if done.exists():
        model.load_state_dict(torch.load(done, map_location=device))
        return
    parameters = [p for p in model.parameters() if p.requires_grad]
    # the head begins at nothing and learns faster; with more than 2e-4 for the encoder all words got one vector
    head = list(model.head.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": [p for p in model.encoder.parameters() if p.requires_grad], "share": 1.0}, {"params": head, "share": HEAD_SHARE}],
        weight_decay=0.01, betas=(0.9, 0.98))
    groups = [group for epoch in range(stage.epochs) for group in batches(examples, batch_tokens, random.Random(SEED + epoch))]
    schedule = groups[rank : len(groups) // world * world : world]
    first = 0
    if part.exists():
        saved = torch.load(part, map_location=device)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["step"]
    warm = max(1, len(schedule) // 12)
    started, seen, total = time.time(), 0, 0.0
    model.train()
    for step in range(first, len(schedule)):
        rate = stage.rate * min((step + 1) / warm, max(0.02, (len(schedule) - step) / (len(schedule) - warm + 1)))
        for group in optimizer.param_groups:
            group["lr"] = rate * group["share"]
        ids, mask, types, goals = (t.to(device) for t in tensors([examples[i] for i in schedule[step]]))
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            logits = model(ids, mask, types)
        wanted = goals != IGNORED
        loss = torch.nn.functional.cross_entropy(logits[wanted].float(), goals[wanted])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if world > 1:
            share_gradients(parameters, world)
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        total += loss.item()
        seen += int(mask.sum())
        if (step + 1) % 50 == 0 and rank == 0:
            print(f"{stage.name} {step + 1}/{len(schedule)} loss {total / 50:.4f} {world * seen / (time.time() - started):.0f} tokens/s", flush=True)
            total = 0.0
        if (step + 1) % 200 == 0 and rank == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, part)
    if rank == 0:
        torch.save(model.state_dict(), done)
        part.unlink(missing_ok=True)


def prepare(chosen, stages):
    """Writes the tokenizer, the labels and the examples of all stages into the work folder, where they are not there yet."""
    tokenizer_text = tokenizer_json(chosen.base)
    (chosen.work / "tokenizer.json").write_text(tokenizer_text, encoding="utf-8")
    tokenizer = Tokenizer.from_str(tokenizer_text)
    _shared["corruptor"] = corruptor(chosen.data)
    known = _shared["corruptor"].known
    (chosen.work / "known.txt").write_text("\n".join(sorted(known)), encoding="utf-8")
    print("words known:", len(known), flush=True)

    listed = chosen.work / "labels.json"
    if not listed.exists():
        with multiprocessing.get_context("fork").Pool() as pool:
            sample = [pair for number in (0, len(stages) - 1) for pair in pairs_of(stages[number], chosen.data, SEED + number, pool)[:60_000]]
        listed.write_text(json.dumps(label_list(sample, known), ensure_ascii=False, indent=0), encoding="utf-8")
    labels = json.loads(listed.read_text(encoding="utf-8"))
    print("labels:", len(labels), flush=True)
    _shared["labeller"] = edits.Labeller(known, corrupt.FUNCTION_WORDS, set(labels))
    _shared["coder"] = Coder(tokenizer, labels)
    for number, stage in enumerate(stages):
        coded = chosen.work / f"{stage.name}.examples.pt"
        if not coded.exists():
            with multiprocessing.get_context("fork").Pool() as pool:
                pairs = pairs_of(stage, chosen.data, SEED + number, pool)
                torch.save([e for e in pool.map(_code_pair, pairs, 200) if any(g != IGNORED for g in e[2])], coded)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("base", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("--small", action="store_true", help="a run of a minute that only shows that all parts work")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    random.seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    stages = SMALL if chosen.small else FULL

    rank, world = processes()
    if world > 1:
        torch.distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    if rank == 0:
        prepare(chosen, stages)
    if world > 1:
        torch.distributed.barrier()
    labels = json.loads((chosen.work / "labels.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(chosen.work / "tokenizer.json"))
    model = network(chosen.base, len(labels), tokenizer.get_vocab()).to(device)
    torch.manual_seed(SEED + rank)  # each process leaves out others
    for stage in stages:
        examples = torch.load(chosen.work / f"{stage.name}.examples.pt")
        if rank == 0:
            print(f"{stage.name}: {len(examples)} sentences, {sum(len(e[0]) for e in examples)} tokens", flush=True)
        train(stage, model, examples, chosen.work, device, 16_384 if device.type == "cuda" else 1_024)
    print("done", math.floor(time.process_time()), "s of processor time")


if __name__ == "__main__":
    main()
