"""The peer of GenerationBenchmarks: llama.cpp on the same GGUF, one line of JSON for each line that comes in.

  python releng/benchmarks/llama_peer.py MODEL.gguf PROMPT.txt THREADS
"""

import json
import sys
import time

from llama_cpp import Llama


def main():
    threads = int(sys.argv[3])
    llama = Llama(sys.argv[1], n_ctx=4096, n_threads=threads, n_threads_batch=threads, n_batch=512, verbose=False, logits_all=False)
    prompt = llama.tokenize(open(sys.argv[2], encoding="utf-8").read().encode(), add_bos=False, special=True)
    for line in sys.stdin:
        wanted = int(line)
        llama.reset()
        begin = time.perf_counter()
        llama.eval(prompt)
        read = time.perf_counter()
        for _ in range(wanted):
            token = llama.sample(temp=0.0)
            llama.eval([token])
        end = time.perf_counter()
        print(json.dumps({
            "promptTokens": len(prompt), "promptSeconds": read - begin, "newTokens": wanted, "decodeSeconds": end - read,
        }), flush=True)


if __name__ == "__main__":
    main()
