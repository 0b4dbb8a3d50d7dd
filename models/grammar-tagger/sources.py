"""The texts and pairs that the model learns from; nothing that is marked non-commercial or research, and nothing of the evaluation."""

import json
import lzma
import random
import re
from collections import Counter
from pathlib import Path
from typing import Iterator

_MARK = re.compile(r"<(math|cite|ref|code|url)>")
_DOLLARS = re.compile(r"\$\$.+?\$\$|\$[^$]+\$")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z\[])")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|et al|cf|vs|Fig|Figs|Eq|Eqs|Ref|Refs|Sec|Dr|resp|approx|No|St|[A-Z])\.)$")
_STRANGE = re.compile(r"[\\{}^_~|]|\[CITE\]|\(CITE\)")


def marks(text: str) -> str:
    """Writes what is no text of the language as the product does."""
    return _MARK.sub(lambda m: f"[{m.group(1)}]", text)


def read(path: Path) -> Iterator[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def sentences(paragraph: str) -> Iterator[str]:
    text = marks(_DOLLARS.sub("[math]", " ".join(paragraph.split())))
    held = ""
    for part in _SENTENCE_END.split(text):
        held = f"{held} {part}" if held else part
        if _NO_END.search(held):
            continue
        yield held
        held = ""
    if held:
        yield held


def usable(sentence: str) -> bool:
    count = sentence.count(" ") + 1
    return 4 <= count <= 60 and len(sentence) < 400 and not _STRANGE.search(sentence)


def clean(data: Path, part: str, seed: int, limit: int | None = None) -> list[str]:
    """Sentences as their authors left them: two of three from abstracts, one of three from the bodies of articles and books."""
    rng = random.Random(seed)
    abstracts = [s for r in read(data / "arxiv-abstracts" / f"{part}.jsonl.xz") for s in sentences(r["abstract"]) if usable(s)]
    bodies = [
        s
        for r in read(data / "science-prose" / f"{part}.jsonl.xz")
        for p in r["paras"]
        for s in sentences(p)
        if usable(s) and s[-1] in ".?!:"
    ]
    rng.shuffle(abstracts)
    rng.shuffle(bodies)
    if limit:
        abstracts, bodies = abstracts[: limit * 2 // 3], bodies[: limit // 3]
    mixed = abstracts + bodies
    rng.shuffle(mixed)
    return mixed


def corrections(data: Path, part: str, tiers: str = "A") -> list[tuple[str, str]]:
    """Real corrections of sentences of scientific and technical prose."""
    pairs = []
    for r in read(data / "git-edits" / f"{part}.corrections.jsonl.xz"):
        # in the second tier only what a model of language likes clearly better
        if r["tier"] in tiers or (r["tier"] == "B" and r["lm"] is not None and r["lm"] > 1.5):
            pairs.append((marks(r["src"]), marks(r["tgt"])))
    for r in read(data / "arxiv-revisions" / f"{part}.sentences.jsonl.xz"):
        if r["kind"] == "correction":
            pairs.append((marks(r["src"]), marks(r["tgt"])))
    return [(s, t) for s, t in pairs if usable(s) and usable(t)]


def examples(data: Path, part: str) -> list[tuple[str, str]]:
    """Sentences of LanguageTool's rules, wrong and right."""
    return [
        (r["src"], r["tgt"])
        for r in read(data / "languagetool-examples" / f"{part}.jsonl.xz")
        if usable(r["src"]) and r["cat"] not in ("CASING", "STYLE", "REDUNDANCY", "PLAIN_ENGLISH")
    ]


def word_counts(data: Path) -> Counter:
    """How often each lower-case word stands in the clean training text."""
    counts: Counter = Counter()
    word = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
    for r in read(data / "arxiv-abstracts" / "train.jsonl.xz"):
        counts.update(word.findall(_DOLLARS.sub(" ", r["abstract"]).lower()))
    for r in read(data / "science-prose" / "train.jsonl.xz"):
        for p in r["paras"]:
            counts.update(word.findall(p.lower()))
    return counts


def replacements(data: Path) -> dict[str, Counter]:
    """For a right word, what learners wrote in its place."""
    return {r["right"]: Counter(r["wrong"]) for r in read(data / "error-lexicon" / "learner-replacements.jsonl.xz")}


def extra_and_missing(data: Path) -> tuple[Counter, Counter]:
    """Words that learners wrote too much, and words that they left out."""
    records = list(read(data / "error-lexicon" / "learner-deletes-inserts.jsonl.xz"))
    by = {r["op"].split()[0]: Counter(r["counts"]) for r in records}
    return by["extra"], by["word"]


def misspellings(data: Path) -> dict[str, list[str]]:
    """For a right word, its known misspellings."""
    known: dict[str, list[str]] = {}
    for r in read(data / "error-lexicon" / "misspellings.jsonl.xz"):
        for right in r["right"]:
            known.setdefault(right, []).append(r["wrong"])
    return known
