#!/usr/bin/env python3
"""Prints what the adapter says of some paragraphs by the reference implementations of tokenizer and graph, one text a run.

    ./make_golden.py MODEL > golden.json
"""

import sys
from pathlib import Path

import need
import runtime

TEXTS = [
    ["Neural networks have been widely used for the prediction of protein structures.",
     "Previous studies reported that 30% of the galaxies in clusters show no star formation.",
     "In this paper we describe a faster way to sample from such models."],
    ["Figure 3 shows the error as a function of the step size.",
     "Our estimate is lower than the value of 4.2 eV measured by X-ray diffraction."],
    ["The paper is organised as follows."],
]

if __name__ == "__main__":
    runtime.print_golden(Path(sys.argv[1]), TEXTS, need.LABELS)
