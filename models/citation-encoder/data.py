"""Reads what the encoder learns from and is chosen by. Papers with their libraries and the places that cite; paragraphs with labelled sentences.

Nothing here reads the 48 papers of the evaluation (`citation-dev*`), except `final`, which only evaluate.py asks for.
"""

import gzip
import json
import lzma
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

import forms


@dataclass
class Place:
    previous: str
    sentence: str
    gold: list[int]
    named: bool = False


@dataclass
class Paper:
    name: str
    title: str
    source: str
    library: list[dict] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    language: str = "en"


@dataclass
class Paragraph:
    paper: str
    section: str
    sentences: list[str]
    labels: list[int | None]
    source: str
    place: float = 0.5


def read(path: Path) -> Iterator[dict]:
    opener = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def only_mark(sentence: str, chosen: int) -> str:
    """Leaves the mark with this number and takes the others out."""
    parts = sentence.split(forms.MARK)
    return "".join(part + (forms.MARK if i == chosen else " " if i < len(parts) - 1 else "") for i, part in enumerate(parts))


def journals(data: Path, part: str) -> list[Paper]:
    """Articles of PLOS and OA-STM; the library is all that the article cites."""
    titles = {r["id"]: r.get("title") or "" for r in read(data / "train" / "science-prose" / f"{part}.jsonl.xz")}
    papers: dict[str, Paper] = {}
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for r in read(data / "train" / "citation-context" / f"{part}.jsonl.xz"):
        paper = papers.setdefault(r["doc"], Paper(r["doc"], titles.get(r["doc"], ""), "journals"))
        known = numbers[r["doc"]]
        gold = []
        for entry in r["cited"]:
            if entry["title"] not in known:
                known[entry["title"]] = len(paper.library)
                paper.library.append({"abstract": "", **entry})
            gold.append(known[entry["title"]])
        marks = r["sentence"].count(forms.MARK)
        if marks > 1 and marks == len(gold):
            for i, number in enumerate(gold):
                paper.places.append(Place(r["previous"], only_mark(r["sentence"], i), [number], r["author_named"]))
        else:
            paper.places.append(Place(r["previous"], r["sentence"], gold, r["author_named"]))
    return list(papers.values())


def libraries(contexts: Path, library: Path, part: str | None, source: str) -> list[Paper]:
    """Papers in LaTeX with their .bib files, in the form of citation-dev."""
    papers: dict[str, Paper] = {}
    keys: dict[str, dict[str, int]] = defaultdict(dict)
    for r in read(library):
        paper = papers.setdefault(r["paper"], Paper(r["paper"], "", source))
        if r["title"]:
            keys[r["paper"]][r["key"]] = len(paper.library)
            paper.library.append(r)
    used = set()
    for r in read(contexts):
        if part is not None and r.get("split") != part:
            continue
        paper = papers.get(r["paper"])
        if paper is None:
            continue
        gold = [keys[r["paper"]][k] for k in r["gold"] if k in keys[r["paper"]]]
        if gold:
            paper.title = r.get("paper_title") or paper.title
            paper.language = r.get("language") or "en"
            paper.places.append(Place(r["previous"], r["sentence"], gold, r.get("author_named", False)))
            used.add(r["paper"])
    return [papers[name] for name in papers if name in used]


_BY_NAME = re.compile(r"[A-Z][\w’'-]+(?: et al\.?,?| (?:and|&) [A-Z][\w’'-]+)? ?\( ?(?:19|20)\d\d[a-z]? ?\)")
_IN_BRACKETS = re.compile(r"\([^()]{5,160}\)")
_NAME_AND_YEAR = re.compile(r"[A-Z][^\s,;]+[^;]*\b(?:19|20)\d\d")


def unnamed(sentence: str) -> tuple[str, int]:
    """Writes citations by author and year as marks."""
    count = 0

    def mark(found: re.Match) -> str:
        nonlocal count
        if not _NAME_AND_YEAR.search(found.group()):
            return found.group()
        count += 1
        return forms.MARK

    text, outer = _BY_NAME.subn(forms.MARK, _IN_BRACKETS.sub(mark, sentence))
    return text, count + outer


def linguistics(data: Path) -> list[Paper]:
    """Sentences that cite one of 340 papers of computational linguistics, which stand as one library."""
    paper = Paper("scisumm", "", "scisumm")
    for r in read(data / "scisumm-dev" / "scisumm-dev.jsonl.gz"):
        if not r["title"]:
            continue
        paper.library.append({"title": r["title"], "authors": [], "year": "", "venue": "", "abstract": r["abstract"]})
        for sentence in r["citing_sentences"]:
            text, count = unnamed(" ".join(sentence.split()))
            if count and 6 <= text.count(" ") <= 70:
                paper.places.append(Place("", text, [len(paper.library) - 1]))
    return [paper]


def abstracts(data: Path, part: str, count: int, seed: int) -> list[Paper]:
    """Sentences of abstracts and the titles above them, papers of one category together."""
    rng = random.Random(seed)
    by_category = defaultdict(list)
    for r in read(data / "train" / "arxiv-abstracts" / f"{part}.jsonl.xz"):
        by_category[r["cat"]].append(r)
    papers = []
    for category, records in sorted(by_category.items()):
        rng.shuffle(records)
        for start in range(0, len(records) - 40, 40):
            paper = Paper(f"{category}-{start}", "", "abstracts")
            for r in records[start : start + 40]:
                found = re.split(r"(?<=[.?!])\s+(?=[A-Z])", re.sub(r"\$[^$]*\$", " ", " ".join(r["abstract"].split())))
                place = rng.randrange(len(found))
                paper.places.append(Place(found[place - 1] if place else "", found[place], [len(paper.library)]))
                paper.library.append({"title": r["title"], "authors": [], "year": "", "venue": "", "abstract": ""})
            papers.append(paper)
    rng.shuffle(papers)
    return papers[: count // 40]


def final(data: Path) -> list[Paper]:
    return libraries(data / "citation-dev.jsonl", data / "citation-dev-library.jsonl", None, "final")


def paragraphs(data: Path, part: str) -> list[Paragraph]:
    """Labelled sentences of PLOS and OA-STM."""
    found = []
    for r in read(data / "train" / "cite-worthiness" / f"{part}.jsonl.xz"):
        found.append(Paragraph(r["doc"], r["section"] or "", [s["t"] for s in r["sents"]], [s["y"] for s in r["sents"]], r["src"]))
    by_paper = defaultdict(list)
    for one in found:
        by_paper[one.paper].append(one)
    for group in by_paper.values():
        for i, one in enumerate(group):
            one.place = (i + 0.5) / len(group)
    return found


_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z\[])")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|et al|cf|vs|Fig|Figs|Eq|Eqs|Ref|Refs|Sec|Dr|resp|approx|No|St|[A-Z])\.)$")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-2]\d)\b")


def sentences(text: str) -> list[str]:
    found, held = [], ""
    for part in _END.split(" ".join(text.split())):
        held = f"{held} {part}" if held else part
        if not _NO_END.search(held):
            found.append(held)
            held = ""
    return found + ([held] if held else [])


def linguistics_paragraphs(data: Path) -> list[Paragraph]:
    """Bodies of 340 papers of computational linguistics; what cites by author and year cites, what else names a year is not known."""
    found = []
    for r in read(data / "scisumm-dev" / "scisumm-dev.jsonl.gz"):
        bodies = [s for s in r["sections"] if not re.match(r"(?i)\W*(?:references|acknowl|appendix|abstract)", s["heading"] or "")]
        for number, section in enumerate(bodies):
            texts = sentences(section["text"])
            for start in range(0, len(texts), 8):
                one = Paragraph(r["id"], section["heading"] or "", [], [], "scisumm", (number + 0.5) / len(bodies))
                for text in texts[start : start + 8]:
                    count = unnamed(text)[1]
                    marked = unnamed(_BY_NAME.sub(lambda m: m.group().split("(")[0], text))[0]
                    plain = forms.tidy(marked.replace(forms.MARK, " "))
                    whole = 5 <= plain.count(" ") <= 60 and plain[-1:] in ".?!" and sum(c.isalpha() or c == " " for c in plain) > 0.85 * len(plain)
                    one.sentences.append(plain)
                    one.labels.append((1 if count else None if _YEAR.search(text) else 0) if whole else None)
                found.append(one)
    return found


def libraries_paragraphs(file: Path | None, part: str, most: int = 40) -> list[Paragraph]:
    """Bodies of papers in LaTeX, as paragraphs.py wrote them: papers that cite as papers do, not more than so many paragraphs of each."""
    if file is None or not file.is_file():
        return []
    by_paper = defaultdict(list)
    for r in read(file):
        if r["split"] == part:
            by_paper[r["paper"]].append(Paragraph(r["paper"], r["section"], r["sentences"], r["labels"], "corpus", r["place"]))
    found = []
    for name, group in sorted(by_paper.items()):
        labels = [y for one in group for y in one.labels if y is not None]
        if len(labels) >= 20 and sum(labels) >= 0.06 * len(labels):
            found += random.Random(name).sample(group, min(most, len(group)))
    return found
