"""Words of a sentence, the edits that turn one sentence into another, and the labels that name them.

A label belongs to a word of the wrong sentence:

    KEEP            nothing to do
    DELETE          leave the word out
    REPLACE_x       write x
    BEFORE_x        write x before the word
    END_x           write x after the last word (at the end of a sentence only)
    SUFFIX_a_b      write b in place of the ending a: another form of the same word
    CAPITAL, LOWER  another first letter
    JOIN, HYPHEN    no space, or a hyphen, between this word and the next
    SPACE           a space in place of this hyphen
    SPELL           misspelled; another component knows the right spelling
    OTHER           wrong in a way that no label says

One word has one label; what is left comes out in the next pass over the corrected sentence, as in GECToR (Omelianchuk et al. 2020,
"GECToR - Grammatical Error Correction: Tag, Not Rewrite").
"""

import re
from typing import NamedTuple

KEEP, DELETE, SPELL, OTHER = "KEEP", "DELETE", "SPELL", "OTHER"
CAPITAL, LOWER, JOIN, HYPHEN, SPACE = "CAPITAL", "LOWER", "JOIN", "HYPHEN", "SPACE"

PLACEHOLDERS = ("[math]", "[cite]", "[ref]", "[code]", "[url]", "[other]")
_WORD = re.compile(r"\[(?:math|cite|ref|code|url|other)\]|[^\W_]+(?:['’][^\W_]+)*|\S")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%'’”")


class Word(NamedTuple):
    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Words, signs and placeholders; a sign is a word of its own, an apostrophe inside a word is part of it."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _similarity(a: str, b: str) -> float:
    if a == b:
        return 1.0
    a, b = a.lower(), b.lower()
    if a == b:
        return 0.95
    prefix = 0
    while prefix < min(len(a), len(b)) and a[prefix] == b[prefix]:
        prefix += 1
    suffix = 0
    while suffix < min(len(a), len(b)) - prefix and a[-1 - suffix] == b[-1 - suffix]:
        suffix += 1
    return (prefix + suffix) / max(len(a), len(b)) * 0.9


def align(source: list[Word], target: list[Word]) -> list[tuple[int, int, int, int]]:
    """The cheapest alignment: (source from, source to, target from, target to), each side 0 to 2 words long, never both 2."""
    head = 0
    while head < min(len(source), len(target)) and source[head].text == target[head].text:
        head += 1
    tail = 0
    while tail < min(len(source), len(target)) - head and source[-1 - tail].text == target[-1 - tail].text:
        tail += 1
    # one equal word is left on each side, so that "the the" and "a the a" align as in the whole
    head, tail = max(0, head - 1), max(0, tail - 1)
    middle = _align(source[head : len(source) - tail], target[head : len(target) - tail])
    return (
        [(i, i + 1, i, i + 1) for i in range(head)]
        + [(a + head, b + head, c + head, d + head) for a, b, c, d in middle]
        + [(len(source) - i, len(source) - i + 1, len(target) - i, len(target) - i + 1) for i in range(tail, 0, -1)]
    )


def _align(source: list[Word], target: list[Word]) -> list[tuple[int, int, int, int]]:
    n, m = len(source), len(target)
    low_s = [w.text.lower() for w in source]
    low_t = [w.text.lower() for w in target]
    infinite = float("inf")
    cost = [[infinite] * (m + 1) for _ in range(n + 1)]
    back = [[None] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            here = cost[i][j]
            if here == infinite:
                continue
            moves = []
            if i < n:
                moves.append((1, 0, 1.0))
            if j < m:
                moves.append((0, 1, 1.0))
            if i < n and j < m:
                a, b = source[i].text, target[j].text
                if a == b:
                    moves.append((1, 1, 0.0))
                else:
                    word = a[0].isalnum() == b[0].isalnum()
                    moves.append((1, 1, 1.9 - 1.4 * _similarity(a, b) if word else 1.95))
            if i + 1 < n and j < m and low_s[i] + low_s[i + 1] == low_t[j]:
                moves.append((2, 1, 0.4))
            if i < n and j + 1 < m and low_t[j] + low_t[j + 1] == low_s[i]:
                moves.append((1, 2, 0.4))
            for di, dj, price in moves:
                total = here + price
                if total < cost[i + di][j + dj] - 1e-9:
                    cost[i + di][j + dj] = total
                    back[i + di][j + dj] = (i, j)
    path = []
    i, j = n, m
    while i or j:
        pi, pj = back[i][j]
        path.append((pi, i, pj, j))
        i, j = pi, pj
    return path[::-1]


def _suffix_label(a: str, b: str) -> str | None:
    a = a.lower()
    b = b.lower()
    prefix = 0
    while prefix < min(len(a), len(b)) and a[prefix] == b[prefix]:
        prefix += 1
    old, new = a[prefix:], b[prefix:]
    if prefix < 2 or len(old) > 4 or len(new) > 4 or not (old + new).isalpha():
        return None
    return f"SUFFIX_{old}_{new}"


class Labeller:
    """Names edits. What a plain word is, is told by a set of lower-case words; which labels are kept, by a set of labels."""

    def __init__(self, known: set[str], function_words: set[str], kept: set[str] | None = None):
        self.known = known
        self.function_words = function_words
        self.kept = kept

    def labels(self, source: str, target: str) -> tuple[list[Word], list[str]]:
        """The words of the source and a label for each."""
        src, tgt = words(source), words(target)
        labels = [KEEP] * len(src)
        for si, se, ti, te in align(src, tgt):
            label, at = self._label(source, target, src, tgt, si, se, ti, te)
            if label == KEEP or at >= len(src):
                continue
            # a change of the word itself goes first, an insertion before it comes out in the next pass
            if labels[at] == KEEP or labels[at].startswith("BEFORE_"):
                labels[at] = label
        return src, labels

    def _label(self, source, target, src, tgt, si, se, ti, te):
        old = [w.text for w in src[si:se]]
        new = [w.text for w in tgt[ti:te]]
        if not old:
            word = new[0]
            if si == len(src):
                return self._known("END_" + word), len(src) - 1
            if word == "-" and si > 0 and src[si].start > src[si - 1].end:
                return HYPHEN, si - 1
            return self._known("BEFORE_" + word.lower()), si
        if not new:
            word = src[si]
            if word.text == "-" and 0 < ti < len(tgt) and tgt[ti].start > tgt[ti - 1].end and word.start == src[si - 1].end:
                return SPACE, si
            return DELETE, si
        if len(old) == 2:
            return JOIN, si
        if len(new) == 2:
            return self._known(f"REPLACE_{new[0].lower()} {new[1].lower()}", SPELL), si
        a, b = old[0], new[0]
        if a == b:
            return KEEP, si
        if a.lower() == b.lower():
            if a[1:] == b[1:]:
                return (CAPITAL if b[0].isupper() else LOWER), si
            return OTHER, si
        low = b.lower()
        if low in self.function_words or not low[0].isalnum():
            return self._known("REPLACE_" + low, OTHER), si
        if a.lower() not in self.known:
            return SPELL, si
        suffix = _suffix_label(a, b) if low in self.known else None
        if suffix and (self.kept is None or suffix in self.kept):
            return suffix, si
        return self._known("REPLACE_" + low, OTHER), si

    def _known(self, label: str, instead: str = OTHER) -> str:
        return label if self.kept is None or label in self.kept else instead


def _like(word: str, model: str) -> str:
    if len(model) > 1 and model.isupper() and len(word) > 1:
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def apply_label(text: str, word: Word, following: Word | None, label: str) -> tuple[int, int, str] | None:
    """The change of the text, as (from, to, new text), or None when the label changes nothing."""
    if label in (KEEP, SPELL, OTHER):
        return None
    if label == DELETE:
        # without a word goes one of the spaces around it; a sign that touches a word leaves them
        start, end = word.start, word.end
        apart = end == len(text) or not text[end].isalnum()
        if start > 0 and text[start - 1] == " " and apart:
            return start - 1, end, ""
        if start == 0 and end + 1 < len(text) and text[end] == " ":
            behind = text[end + 1]
            capital = text[0].isupper() and behind.islower()
            return (0, end + 2, behind.upper()) if capital else (0, end + 1, "")
        return start, end, ""
    if label == CAPITAL:
        return word.start, word.start + 1, word.text[0].upper()
    if label == LOWER:
        return word.start, word.start + 1, word.text[0].lower()
    if label in (JOIN, HYPHEN):
        if following is None or text[word.end : following.start] != " ":
            return None
        return word.end, following.start, "-" if label == HYPHEN else ""
    if label == SPACE:
        return (word.start, word.end, " ") if word.text == "-" else None
    kind, _, rest = label.partition("_")
    if kind == "REPLACE":
        return word.start, word.end, _like(rest, word.text)
    if kind == "END":
        return word.end, word.end, rest if rest in _NO_SPACE_BEFORE else " " + rest
    if kind == "BEFORE":
        if rest in _NO_SPACE_BEFORE:
            at = word.start - 1 if word.start > 0 and text[word.start - 1] == " " else word.start
            return at, at, rest
        if word.start == 0 and word.text[0].isupper() and word.text[1:].islower():
            return 0, 1, rest[0].upper() + rest[1:] + " " + word.text[0].lower()
        return word.start, word.start, rest + " "
    if kind == "SUFFIX":
        old, _, new = rest.partition("_")
        if not word.text.lower().endswith(old):
            return None
        upper = len(word.text) > 1 and word.text.isupper()
        return word.end - len(old), word.end, new.upper() if upper else new
    raise ValueError(label)


def apply(text: str, found: list[tuple[Word, Word | None, str]]) -> str:
    """The text with the changes made, from the last to the first; of two that overlap the later stays."""
    edge = len(text) + 1
    for word, following, label in reversed(found):
        change = apply_label(text, word, following, label)
        if change and change[1] <= edge:
            start, end, new = change
            text = text[:start] + new + text[end:]
            edge = start
    return text
