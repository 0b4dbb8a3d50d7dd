#!/usr/bin/env python3
"""Counts in how many abstracts of arXiv each word stands, and writes common-terms.tsv.

    ./common_terms.py [--data DATA]
"""

import argparse
import collections
import json
import lzma
import re
from pathlib import Path

TERM = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LEAST_SHARE = 0.002


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    chosen = options.parse_args()
    count, found = 0, collections.Counter()
    with lzma.open(chosen.data / "train/arxiv-abstracts/train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            count += 1
            found.update({word for word in TERM.findall(json.loads(line)["abstract"].lower()) if not word.isdigit()})
    with Path(__file__).with_name("common-terms.tsv").open("w", encoding="utf-8") as out:
        out.write("# Words of abstracts of arXiv (CC0) and in how many of 10,000 they stand; ./common_terms.py makes it.\n")
        for word, times in found.most_common():
            if times >= LEAST_SHARE * count and len(word) > 1:
                out.write(f"{word}\t{round(times / count * 10000)}\n")


if __name__ == "__main__":
    main()
