"""The peer of Generation: llama.cpp on the same GGUF.

  python releng/benchmarks/llama_peer.py MODEL.gguf PROMPTS.json THREADS

For each line with two numbers, the index of a prompt and how many new tokens are wanted: answers with one line of JSON.
"""

import json
import sys
import time

from llama_cpp import Llama


def main():
    threads = int(sys.argv[3])
    llama = Llama(sys.argv[1], n_ctx=4096, n_threads=threads, n_threads_batch=threads, n_batch=512, verbose=False, logits_all=False)
    prompts = [
        llama.tokenize(text.encode(), add_bos=False, special=True) for text in json.load(open(sys.argv[2], encoding="utf-8"))]
    for line in sys.stdin:
        index, wanted = map(int, line.split())
        llama.reset()
        begin = time.perf_counter()
        llama.eval(prompts[index])
        read = time.perf_counter()
        for _ in range(wanted):
            token = llama.sample(temp=0.0)
            llama.eval([token])
        end = time.perf_counter()
        print(json.dumps({
            "promptTokens": len(prompts[index]), "promptSeconds": read - begin, "decodeSeconds": end - read,
        }), flush=True)


if __name__ == "__main__":
    main()
