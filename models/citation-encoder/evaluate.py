#!/usr/bin/env python3
"""Measures how well the right entries are found by the vectors alone.

    ./evaluate.py BASE [--checkpoint FILE | --onnx FILE] [--sets journals,corpus,final] [--data DATA] [--corpus FOLDER] [--limit N]
"""

import argparse
import json
import random
from pathlib import Path

import numpy
import torch

import data
import forms
import network


def passage(entry: dict) -> str:
    return forms.passage(entry["title"], entry["abstract"])


def measured(papers: list[data.Paper], encode) -> dict:
    """R@10 (one of the right entries among the first ten) and MRR, in the own library and in all libraries as one."""
    texts = [passage(entry) for paper in papers for entry in paper.library]
    distinct = sorted(set(texts))
    number = {text: i for i, text in enumerate(distinct)}
    vectors = encode(distinct)
    questions = [forms.query(place.previous, place.sentence) for paper in papers for place in paper.places]
    asked = encode(questions)
    ranks, pool_ranks, owners, at = [], [], [], 0
    for paper in papers:
        rows = numpy.array([number[passage(entry)] for entry in paper.library])
        for place in paper.places:
            scores = vectors @ asked[at]
            gold = {number[passage(paper.library[g])] for g in place.gold}
            best = max(scores[g] for g in gold)
            ranks.append(1 + int((scores[sorted(set(rows.tolist()))] > best).sum()))
            pool_ranks.append(1 + int((scores > best).sum()))
            owners.append(paper.name)
            at += 1
    result = {"places": at, "papers": len(papers)}
    for name, found in (("own", numpy.array(ranks)), ("pool", numpy.array(pool_ranks))):
        by_paper = [float((found[[i for i, o in enumerate(owners) if o == owner]] <= 10).mean()) for owner in sorted(set(owners))]
        result[name] = {"r10": round(float((found <= 10).mean()), 4), "mrr": round(float((1 / found).mean()), 4),
                        "r10_by_paper": round(float(numpy.mean(by_paper)), 4)}
    return result


def sample(papers: list[data.Paper], limit: int) -> list[data.Paper]:
    """Not more than so many places of each paper; the libraries stay whole."""
    rng = random.Random(3)
    for paper in papers:
        if len(paper.places) > limit:
            paper.places = rng.sample(paper.places, limit)
    return papers


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("base", type=Path)
    options.add_argument("--checkpoint", type=Path)
    options.add_argument("--onnx", type=Path)
    options.add_argument("--sets", default="journals,corpus")
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--corpus", type=Path)
    options.add_argument("--limit", type=int, default=100000)
    options.add_argument("--english", action="store_true")
    chosen = options.parse_args()
    torch.set_num_threads(2)
    words = network.tokenizer(chosen.base)
    if chosen.onnx:
        encode = network.by_runtime(chosen.onnx, words)
    else:
        model = network.network(chosen.base)
        if chosen.checkpoint:
            model.load_state_dict(torch.load(chosen.checkpoint, map_location="cpu")["model"])
        encode = network.by_torch(model, words)
    for name in chosen.sets.split(","):
        papers = {"journals": lambda: data.journals(chosen.data, "dev"), "final": lambda: data.final(chosen.data),
                  "corpus": lambda: data.libraries(chosen.corpus / "contexts.jsonl", chosen.corpus / "library.jsonl", "dev", "corpus"),
                  }[name]()
        if chosen.english:
            papers = [paper for paper in papers if paper.language == "en"]
        print(json.dumps({"set": name, **measured(sample(papers, chosen.limit), encode)}), flush=True)


if __name__ == "__main__":
    main()
