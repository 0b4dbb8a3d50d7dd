"""Chooses from words that no dictionary knows those that are terms and names, not misspellings.

    python3 select.py COUNTS.tsv UNKNOWN.tsv ERROR-LEXICON scientific-words.txt common-words.txt

COUNTS.tsv is what count.py wrote, UNKNOWN.tsv those of its lines whose word LanguageTool does not know. A word in lower case has to
stand in 3 abstracts, a name in 2. It is left out when a list of misspellings has it, or when it is one step (a letter more, less,
other, or two exchanged) from a word that is far more frequent. A plural whose singular was chosen stays, and so does a word with a
prefix that is written together.

The second file gets the words that are known and stand in at least 100 abstracts, in lower case: what a rarer word one step away from
may be a misspelling of. Deterministic.
"""
import argparse
import collections
import json
import lzma
import os

LEAST_WORD = 3
LEAST_NAME = 2
LEAST_COMMON = 100
# a shorter name is too often one step from a word by chance
SHORTEST_NAME = 8
SHORTEST_WORD = 4
# how many times as frequent a neighbour has to be for the rarer word to be taken for a misspelling of it
RATIO_RARE = 25
RATIO_COMMON = 150
COMMON = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PREFIXES = ("a", "un", "non", "sub", "pre", "re", "co", "de", "bi", "anti", "multi", "semi")


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, count, lower = line.rstrip("\n").split("\t")
            yield word, int(count), int(lower)


def wrong_words(folder):
    wrong = set()
    with lzma.open(os.path.join(folder, "misspellings.jsonl.xz"), "rt", encoding="utf-8") as lines:
        wrong.update(json.loads(line)["wrong"].lower() for line in lines)
    with lzma.open(os.path.join(folder, "learner-replacements.jsonl.xz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            wrong.update(word.lower() for word in json.loads(line)["wrong"])
    return wrong


def steps(word):
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail and tail[0] != letter:
                yield head + letter + tail[1:]


def is_misspelling(word, count, counts):
    ratio = RATIO_RARE if count <= COMMON else RATIO_COMMON
    for other in steps(word):
        if counts.get(other, 0) >= ratio * count:
            # a plural, or a prefix written together, is another word and no misspelling
            plural = word == other + "s" or other == word + "s"
            prefixed = any(word == prefix + other for prefix in PREFIXES)
            if not plural and not prefixed:
                return True
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("counts")
    parser.add_argument("unknown")
    parser.add_argument("lexicon")
    parser.add_argument("terms")
    parser.add_argument("common")
    arguments = parser.parse_args()
    counts = {word.lower(): count for word, count, _ in read(arguments.counts)}
    wrong = wrong_words(arguments.lexicon)
    chosen = []
    left_out = collections.Counter()
    for word, count, lower in read(arguments.unknown):
        name = lower * 4 < count
        key = word.lower()
        if key in wrong and not name:
            left_out["listed misspelling"] += 1
        elif count < (LEAST_NAME if name else LEAST_WORD) or not name and len(word) < SHORTEST_WORD:
            left_out["rare"] += 1
        elif (not name or len(key) >= SHORTEST_NAME) and is_misspelling(key, count, counts):
            left_out["near a frequent word"] += 1
        else:
            chosen.append(word if name else key)
    unknown = {word for word, _, _ in read(arguments.unknown)}
    common = [word.lower() for word, count, _ in read(arguments.counts) if count >= LEAST_COMMON and word not in unknown]
    write(arguments.terms, chosen)
    write(arguments.common, common)
    print(len(set(chosen)), "terms,", len(set(common)), "common words; left out:", dict(left_out))


def write(path, words):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(word + "\n" for word in sorted(set(words)))


if __name__ == "__main__":
    main()
