#!/usr/bin/env python3
"""Prints how well the adapter tells roles on the development parts, by ONNX Runtime, one text a run, and how long an abstract takes.

    ./evaluate.py MODEL [--data DATA]
"""

import argparse
import json
import time
from pathlib import Path

import roles
import runtime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("model", type=Path)
    options.add_argument("--data", type=Path, default=Path(__file__).resolve().parent / "../../../shared/data")
    chosen = options.parse_args()
    model = runtime.Runtime(chosen.model)
    for some in (roles.csabstruct(chosen.data, "dev"), roles.structured(chosen.data, "dev")):
        begun = time.perf_counter()
        logits = model.sentences(some)
        took = (time.perf_counter() - begun) / len(some)
        print(json.dumps({"set": some[0].source, "abstracts": len(some), "sentences": sum(len(t.sentences) for t in some),
                          "milliseconds an abstract, one thread": round(1000 * took, 1), **roles.measured(some, logits)}), flush=True)



if __name__ == "__main__":
    main()
