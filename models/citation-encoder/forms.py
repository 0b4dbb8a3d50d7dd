"""How a place in a paper and an entry of a library are written for the encoder. The product writes them the same way.

Three forms: `query` (where a citation is wanted), `passage` (an entry), `claim` (a sentence that may need a citation).
"""

import re

MARK = "[CITE]"
WINDOW_WORDS = 48
SHORT_WORDS = 12
ABSTRACT_WORDS = 100
CLAIM_WORDS = 60
CLAIM_START = "cited: "

_OTHER_MARK = re.compile(r"(?:\[(?:OTHER|REF|MATH|CODE|URL)\]|<(?:cite|ref|math|code|url|other)>)", re.IGNORECASE)
_EMPTY = re.compile(r"[(\[][\s,;.]*(?:e\.g\.|see|cf\.)?[\s,;.]*[)\]]", re.IGNORECASE)
_BEFORE_POINT = re.compile(r"\s+([,.;:!?)])")
_AFTER_OPEN = re.compile(r"\(\s+")


def tidy(text: str) -> str:
    """Leaves out marks of other citations, references, formulas; brackets that hold nothing any more; spaces too many."""
    text = _EMPTY.sub(" ", _OTHER_MARK.sub(" ", text))
    text = _AFTER_OPEN.sub("(", _BEFORE_POINT.sub(r"\1", text))
    return " ".join(text.split())


def window(sentence: str, most: int) -> list[str]:
    """The words of a sentence near its mark: so many at most, three quarters of them before it where others follow."""
    words = sentence.split()
    if len(words) <= most:
        return words
    place = next((i for i, word in enumerate(words) if MARK in word), len(words) - 1)
    start = max(0, min(place - most * 3 // 4, len(words) - most))
    return words[start : start + most]


def query(previous: str, sentence: str, most: int = WINDOW_WORDS) -> str:
    """The sentence with [CITE] at the place; before a short one the end of the sentence before. The sentence comes with its marks."""
    near = window(tidy(sentence), most)
    if len(near) < SHORT_WORDS:
        before = tidy(previous.replace(MARK, " ")).split()
        near = before[max(0, len(before) + len(near) - 2 * SHORT_WORDS) :] + near
    return " ".join(near)


def passage(title: str, abstract: str = "") -> str:
    """`Title. Abstract`; authors, venue and year are left to the search for words."""
    text = " ".join(tidy(abstract or "").split()[:ABSTRACT_WORDS])
    head = tidy(title).rstrip(". ")
    return " ".join(([head + "."] if head else []) + ([text] if text else []))


def claim(sentence: str) -> str:
    """`cited: Sentence`, without marks."""
    return CLAIM_START + " ".join(tidy(sentence.replace(MARK, " ")).split()[:CLAIM_WORDS])
