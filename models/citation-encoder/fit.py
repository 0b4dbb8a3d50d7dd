#!/usr/bin/env python3
"""Fits the network that says whether a sentence needs a citation to the vectors of the exported encoder, and measures it.

    ./fit.py BASE CHECKPOINT MODEL OUT [--data DATA] [--paragraphs FILE] [--cache FILE]

MODEL is the exported folder; OUT takes cite_worthiness.json and cite_worthiness.golden.json. It begins with the head that train.py left in
CHECKPOINT. A sixth of the papers of the training part is kept apart: when to stop, the scale of the probabilities and the threshold come from it.
"""

import argparse
import base64
import hashlib
import json
import random
from pathlib import Path

import numpy
import torch
from torch import nn

import data
import forms
import network
import worthiness

SCALE = 384**0.5
PRECISION = 0.75
#: The threshold is chosen for somewhat more on the papers kept apart, since other papers are harder.
MARGIN = 0.03


def rows(paragraphs, encode, cache: dict) -> tuple[numpy.ndarray, numpy.ndarray, list[str]]:
    texts = list(dict.fromkeys(forms.claim(s) for one in paragraphs for s in one.sentences))
    new = [text for text in texts if text not in cache]
    for start in range(0, len(new), 500):
        for text, vector in zip(new[start : start + 500], encode(new[start : start + 500])):
            cache[text] = vector.astype(numpy.float32)
    nothing = numpy.zeros(384, dtype=numpy.float32)
    inputs, labels, papers = [], [], []
    for one in paragraphs:
        vectors = [nothing] + [cache[forms.claim(s)] for s in one.sentences] + [nothing]
        for i, label in enumerate(one.labels):
            if label is not None:
                around = numpy.concatenate(vectors[i : i + 3]) * SCALE
                inputs.append(numpy.concatenate([around, numpy.array(worthiness.features(one, i), dtype=numpy.float32)]))
                labels.append(label)
                papers.append(one.paper)
    return numpy.array(inputs, dtype=numpy.float32), numpy.array(labels, dtype=numpy.float32), papers


def average_precision(scores, labels) -> float:
    order = numpy.argsort(-scores, kind="stable")
    hits = labels[order]
    return float((numpy.cumsum(hits) / numpy.arange(1, len(hits) + 1) * hits).sum() / hits.sum())


def at(scores, labels, threshold: float) -> dict:
    marked = scores >= threshold
    right = float((marked * labels).sum())
    return {"precision": round(right / max(1, int(marked.sum())), 3), "recall": round(right / float(labels.sum()), 3), "marks": int(marked.sum())}


def threshold_for(scores, labels, precision: float) -> float:
    """The lowest threshold from which on the precision holds."""
    order = numpy.argsort(-scores, kind="stable")
    precisions = numpy.cumsum(labels[order]) / numpy.arange(1, len(order) + 1)
    enough = numpy.nonzero(precisions[20:] >= precision)[0]
    return float(scores[order][20 + enough[-1]]) if len(enough) else 1.0


def by_paper(scores, labels, papers, threshold: float) -> dict:
    found = []
    for paper in sorted(set(papers)):
        mine = numpy.array([p == paper for p in papers])
        if labels[mine].sum() >= 5 and (scores[mine] >= threshold).sum():
            found.append(at(scores[mine], labels[mine], threshold))
    if not found:
        return {"papers": 0}
    return {"papers": len(found), "precision": round(float(numpy.mean([f["precision"] for f in found])), 3),
            "recall": round(float(numpy.mean([f["recall"] for f in found])), 3)}


def summary(scores, labels, papers, threshold: float) -> dict:
    own = threshold_for(scores, labels, PRECISION)
    return {"sentences": len(labels), "citing": int(labels.sum()), "average_precision": round(average_precision(scores, labels), 3),
            "at_threshold": at(scores, labels, threshold), "by_paper": by_paper(scores, labels, papers, threshold),
            "recall_at_precision_0.75": at(scores, labels, own)["recall"],
            "precision_at_recall_0.5": at(scores, labels, float(numpy.quantile(scores[labels == 1], 0.5)))["precision"]}


def coded(tensor: torch.Tensor) -> str:
    return base64.b64encode(tensor.detach().numpy().astype("<f4").tobytes()).decode()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("base", type=Path)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("model", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    options.add_argument("--paragraphs", type=Path)
    options.add_argument("--cache", type=Path, nargs="*", default=[], help="files of vectors; the first takes what was computed")
    options.add_argument("--most", type=int, default=100000, help="so many paragraphs of the articles at most")
    chosen = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    words = network.tokenizer(chosen.base)
    file = chosen.model / "onnx" / "model_quantized.onnx"
    encode = network.by_runtime(file, words, 1)
    version = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    cache = {}
    for file in chosen.cache:
        saved = torch.load(file, weights_only=False) if file.is_file() else {"version": ""}
        cache |= saved["vectors"] if saved["version"] == version else {}
    rng = random.Random(1)
    articles = data.paragraphs(chosen.data, "train")
    articles = rng.sample(articles, min(chosen.most, len(articles)))
    groups = {"journals": articles, "corpus": data.libraries_paragraphs(chosen.paragraphs, "train")}
    learned, kept = [], {}
    for name, paragraphs in groups.items():
        if paragraphs:
            inputs, labels, papers = rows(paragraphs, encode, cache)
            apart = {p for p in set(papers) if int(hashlib.sha256(p.encode()).hexdigest(), 16) % 6 == 0}
            held = numpy.array([p in apart for p in papers])
            learned.append((inputs[~held], labels[~held]))
            kept[name] = inputs[held], labels[held], [p for p, h in zip(papers, held) if h]
    watched = {"journals dev": rows(data.paragraphs(chosen.data, "dev"), encode, cache)}
    corpus = data.libraries_paragraphs(chosen.paragraphs, "dev")
    if corpus:
        watched["corpus dev"] = rows(corpus, encode, cache)
    if chosen.cache:
        torch.save({"version": version, "vectors": cache}, chosen.cache[0])

    x, y = (torch.from_numpy(numpy.concatenate(part)) for part in zip(*learned))
    apart_x = torch.from_numpy(numpy.concatenate([k[0] for k in kept.values()]))
    apart_y = numpy.concatenate([k[1] for k in kept.values()])
    head = worthiness.head()
    if str(chosen.checkpoint) != "none":
        head.load_state_dict(torch.load(chosen.checkpoint, map_location="cpu")["head"])
    head[2].p = 0.3

    def scores(inputs) -> numpy.ndarray:
        head.eval()
        with torch.inference_mode():
            found = torch.sigmoid(head(torch.as_tensor(inputs)).squeeze(1)).numpy()
        head.train()
        return found

    optimiser = torch.optim.AdamW(head.parameters(), lr=3e-4, weight_decay=0.1)
    best = average_precision(scores(apart_x), apart_y), {k: v.clone() for k, v in head.state_dict().items()}, 0
    print(json.dumps({"epoch": 0, "kept apart": round(best[0], 4)}), flush=True)
    for epoch in range(1, 16):
        order = torch.randperm(len(x))
        for part in order.split(256):
            optimiser.zero_grad()
            # vectors of 8 bits are not exact, and there are few papers
            noisy = torch.cat([x[part][:, :1152] + 0.15 * torch.randn(len(part), 1152), x[part][:, 1152:]], dim=1)
            nn.functional.binary_cross_entropy_with_logits(head(noisy).squeeze(1), y[part]).backward()
            optimiser.step()
        value = average_precision(scores(apart_x), apart_y)
        print(json.dumps({"epoch": epoch, "kept apart": round(value, 4)}), flush=True)
        if value > best[0]:
            best = value, {k: v.clone() for k, v in head.state_dict().items()}, epoch
        elif epoch - best[2] >= 4:
            break
    head.load_state_dict(best[1])
    head.eval()

    logits = torch.logit(torch.from_numpy(scores(apart_x)), eps=1e-6)
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    fitted = torch.optim.LBFGS([scale, shift], max_iter=100)

    def closure():
        fitted.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(logits * scale + shift, torch.from_numpy(apart_y))
        loss.backward()
        return loss

    fitted.step(closure)
    with torch.no_grad():
        head[3].weight *= scale
        head[3].bias *= scale
        head[3].bias += shift
    apart = scores(apart_x)
    thresholds = {name: round(threshold_for(apart, apart_y, precision), 4)
                  for name, precision in (("quiet", 0.85), ("usual", PRECISION + MARGIN), ("eager", 0.6))}
    print(json.dumps({"thresholds": thresholds, "kept apart": summary(apart, apart_y, sum((k[2] for k in kept.values()), []), thresholds["usual"])}), flush=True)
    for name, (inputs, labels, papers) in watched.items():
        print(json.dumps({"set": name, **summary(scores(inputs), labels, papers, thresholds["usual"])}), flush=True)

    (chosen.out / "cite_worthiness.json").write_text(json.dumps({
        "format": 1, "encoder": version, "claim_start": forms.CLAIM_START, "claim_words": forms.CLAIM_WORDS, "vector_scale": round(SCALE, 6),
        "features": worthiness.FEATURES, "thresholds": thresholds, "hidden": worthiness.HIDDEN, "inputs": 3 * 384 + worthiness.COUNT,
        "hidden_weights": coded(head[0].weight), "hidden_bias": coded(head[0].bias),
        "output_weights": coded(head[3].weight), "output_bias": round(head[3].bias.item(), 6),
    }, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
    golden = []
    for section, place, sentences in EXAMPLES:
        one = data.Paragraph("", section, sentences, [0] * len(sentences), "", place)
        inputs, _, _ = rows([one], encode, {})
        golden.append({"section": section, "place": place, "sentences": [
            {"text": text, "features": [round(float(v), 6) for v in row[1152:]], "probability": round(float(p), 4)}
            for text, row, p in zip(sentences, inputs, scores(inputs))]})
    (chosen.out / "cite_worthiness.golden.json").write_text(json.dumps(golden, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


EXAMPLES = [
    ("Introduction", 0.1, [
        "Neural networks have been widely used for the prediction of protein structures.",
        "Previous studies reported that 30% of the galaxies in clusters show no star formation.",
        "In this paper we describe a faster way to sample from such models.",
    ]),
    ("Results", 0.7, [
        "Figure 3 shows the error as a function of the step size.",
        "Our estimate is lower than the value of 4.2 eV measured by X-ray diffraction.",
    ]),
    ("", 0.5, ["The paper is organised as follows."]),
]


if __name__ == "__main__":
    main()
