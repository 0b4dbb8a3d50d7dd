"""Whether a sentence needs a citation: what is told beside the vectors, and a small network over both.

The features are data (FEATURES), so that the product computes the same ones from the file that fit.py writes.
"""

import re

import forms

_SENTENCE = (  # what is counted, up to how many, by what it is divided
    (r"\d", False, 1, 1),
    (r"\d\s*%", False, 1, 1),
    (r"\b(?:19[5-9]\d|20[0-2]\d)\b", False, 1, 1),
    (r"\b(?:we|our|us|ours)\b", True, 1, 1),
    (r"\b(?:this (?:paper|work|study|section|article|chapter)|here|in what follows|as follows)\b", True, 1, 1),
    (r"\b(?:fig(?:ure|s)?|table|section|sec|eq(?:uation|s)?|appendix|theorem|lemma|proposition|algorithm)\b\.?", True, 1, 1),
    (r"(?<=[a-z,] )[A-Z][a-z]+(?:[A-Z][a-z]+)*", False, 4, 2),
    (r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*\b", False, 4, 2),
    (r"\bet al\b|\b(?:others|authors|researchers|studies|workers|colleagues|coworkers)\b", True, 1, 1),
)
_STEMS = ("show", "report", "propos", "demonstrat", "introduc", "develop", "describ", "suggest", "observ", "find", "found", "known",
          "argu", "discuss", "present", "review", "study", "studi", "investigat", "establish", "appl", "use", "implement", "estimat",
          "according", "based on", "similar", "previous", "recent", "well", "widely", "literature", "state of the art", "state-of-the-art")

FEATURES = (
    [{"kind": "words", "most": 60, "divide": 30}]
    + [{"kind": "count", "regex": regex, "ignore_case": fold, "most": most, "divide": by} for regex, fold, most, by in _SENTENCE]
    + [{"kind": "first"}, {"kind": "last"}]
    + [{"kind": "contains", "text": [stem]} for stem in _STEMS]
)
COUNT = len(FEATURES)
HIDDEN = 48
_PATTERNS = [re.compile(f["regex"], re.IGNORECASE if f["ignore_case"] else 0) if f["kind"] == "count" else None for f in FEATURES]


def features(paragraph, i: int) -> list[float]:
    text = forms.tidy(paragraph.sentences[i].replace(forms.MARK, " "))
    lower = text.lower()
    found = []
    for one, pattern in zip(FEATURES, _PATTERNS):
        match one["kind"]:
            case "words":
                value = min(text.count(" ") + 1, one["most"]) / one["divide"]
            case "count":
                value = min(sum(1 for _ in pattern.finditer(text)), one["most"]) / one["divide"]
            case "first":
                value = i == 0
            case "last":
                value = i == len(paragraph.sentences) - 1
            case "contains":
                value = any(part in lower for part in one["text"])
        found.append(float(value))
    return found


def head():
    """The network, for PyTorch."""
    from torch import nn  # what only asks for features needs no PyTorch

    return nn.Sequential(nn.Linear(3 * 384 + COUNT, HIDDEN), nn.ReLU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 1))
