"""Counts in how many abstracts of arXiv each form of a word stands.

    python3 count.py ARXIV-ABSTRACTS/train.jsonl.xz OUT.tsv [--least 3]

Writes `word <tab> abstracts <tab> abstracts in lower case`, one line a word (forms that differ only in case are one line, under
the most frequent form), words of 3 to 30 letters that stand in at least `--least` abstracts. Deterministic.
"""
import argparse
import collections
import json
import lzma
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MATHS = re.compile(r"\$[^$]*\$|\\[A-Za-z]+(?:\{[^{}]*\})?|https?://\S+|\S+@\S+")
# accents as TeX writes them, {\"o} \"{o} \"o \v{s} \c c, and letters that are commands
MARKS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
         "r": "\u030a", "H": "\u030b", "v": "\u030c", "c": "\u0327", "k": "\u0328"}
ACCENT = re.compile(r"""\{?\\([`'^~=."]|[urHvck](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?\}?""")
LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "oe": "œ", "i": "i"}
LETTER = re.compile(r"\{?\\(ss|ae|AE|aa|AA|oe|o|O|l|L|i)(?![A-Za-z])(?:\{\}|\}|\s)?")


def plain(text):
    text = ACCENT.sub(lambda match: unicodedata.normalize("NFC", match.group(2) + MARKS[match.group(1)]), text)
    return MATHS.sub(" ", LETTER.sub(lambda match: LETTERS[match.group(1)], text))


# an abstract with this many of them is not, or not only, in English
FOREIGN = frozenset("les des une dans pour est que los las para nous cette della nella und der das".split())
FOREIGN_AT_LEAST = 6


def forms(text):
    for match in WORD.finditer(plain(text)):
        word = match.group().replace("’", "'")
        if word.endswith("'s"):
            word = word[:-2]
        if 3 <= len(word) <= 30 and "'" not in word:
            yield word


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("abstracts")
    parser.add_argument("out")
    parser.add_argument("--least", type=int, default=3)
    arguments = parser.parse_args()
    by_form = collections.Counter()
    with lzma.open(arguments.abstracts, "rt", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            text = paper["title"] + " . " + paper["abstract"]
            if sum(word in FOREIGN for word in text.lower().split()) < FOREIGN_AT_LEAST:
                by_form.update(set(forms(text)))
    by_word = collections.defaultdict(list)
    for form, count in by_form.items():
        by_word[form.lower()].append((count, form))
    with open(arguments.out, "w", encoding="utf-8") as out:
        for word in sorted(by_word):
            counted = sorted(by_word[word], key=lambda pair: (-pair[0], pair[1]))
            total = sum(count for count, _ in counted)
            if total >= arguments.least:
                print(counted[0][1], total, by_form.get(word, 0), sep="\t", file=out)


if __name__ == "__main__":
    main()
