#!/usr/bin/env python3
"""Prints the roles of some sentences by the reference implementations of tokenizer and graph, one text a run.

    ./make_golden.py MODEL > golden.json
"""

import sys
from pathlib import Path

import roles
import runtime

TEXTS = [
    ["Sensors of soil moisture drift as they age.", "We ask how often they must be calibrated so that yields can be told a season ahead.",
     "Forty probes stood in three fields for two years, and each was compared with weighed samples every month.",
     "The error grew by 0.8% a month and doubled after frost.", "Farmers should therefore calibrate in spring."],
    ["Graph neural networks are slow on long chains.", "In this paper, we propose a pooling layer that halves a chain at each step.",
     "It is trained end to end with a contrastive loss.", "On four benchmarks it is 3.1 times faster and loses no accuracy.",
     "The code is available at [url]."],
    ["The well-known bound holds."],
]

if __name__ == "__main__":
    runtime.print_golden(Path(sys.argv[1]), TEXTS, roles.LABELS)
