#!/usr/bin/env python3
"""Writes the paragraphs of public papers with their citations taken out, each sentence marked as citing or not.

    ./paragraphs.py PAPERS CORPUS > paragraphs.jsonl

PAPERS is what `latex_contexts.py export` wrote, CORPUS what its `make` wrote: only papers that stand there are taken.
"""

import json
import re
import sys
from pathlib import Path

import latex_contexts

_MATH = re.compile(r"\[(?:MATH|REF)\]")
_PARENTHETIC = re.compile(r"(?i)^(?:parencite|citep|citealp|cite|autocite|footcite|supercite|cites|nocite|footcitetext|citenum|parencites|autocites)\*?$")


def main():
    folder, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    parts = {}
    for line in (corpus / "contexts.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["language"] == "en":
            parts[row["paper"]] = row["split"]
    bodies, last = {}, []
    contexts, checked = latex_contexts.contexts, latex_contexts._checked

    def with_blocks(blocks, citations, entries, place):
        last[:] = [(blocks, citations)]
        return contexts(blocks, citations, entries, place)

    def with_body(paper, *rest):
        found = checked(paper, *rest)
        if found:
            bodies[found.main] = last[0]
        return found

    latex_contexts.contexts, latex_contexts._checked = with_blocks, with_body
    for root in sorted(folder.iterdir(), key=lambda p: p.name.lower()):
        if root.name not in parts or not (root / "origin.json").is_file():
            continue
        bodies.clear()
        for number, paper in enumerate(latex_contexts.papers(root, root.name.replace("+", "/", 1))):
            name = root.name + (f"-{number + 1}" if number else "")
            if name in parts:
                blocks, citations = bodies[paper.main]
                write(name, parts[name], [b for b in blocks if b.where == "text"], citations)


def write(name, part, blocks, citations):
    for number, block in enumerate(blocks):
        if re.match(r"(?i)\W*(?:references|acknowl|appendix|abstract|author|funding|data avail|competing|conflict)", block.section):
            continue
        texts, labels = [], []
        for sentence in latex_contexts.sentences(block.text):
            cited = [citations[int(m.group(1))] for m in latex_contexts._MARK.finditer(sentence)]
            text = " ".join(latex_contexts.tidy(sentence, -1).replace("[OTHER]", " ").split())
            text = re.sub(r"\(\s*(?:e\.g\.|see|cf\.)?[\s,;]*\)", "", text)
            text = re.sub(r"\s+([.,;:!?)])", r"\1", text)
            plain = _MATH.sub(" ", text)
            whole = latex_contexts.words(plain) >= 5 and text[-1:] in ".?!:)" and len(text) < 600
            named = any(not _PARENTHETIC.match(c.command) for c in cited)
            texts.append(text)
            labels.append(None if not whole or (cited and named) else int(bool(cited)))
        if any(label is not None for label in labels):
            row = {"paper": name, "split": part, "section": block.section, "place": round((number + 0.5) / len(blocks), 4),
                   "sentences": texts, "labels": labels}
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
