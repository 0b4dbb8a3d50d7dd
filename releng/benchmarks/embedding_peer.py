"""The peer of Embedding: Python's ONNX Runtime on the same graph, with batches as sentence-transformers makes them.

  python releng/benchmarks/embedding_peer.py FOLDER TEXTS.json THREADS

FOLDER holds tokenizer.json and onnx/model_quantized.onnx. For each line with a number N: embeds the first N texts, answers with one line
of JSON, the seconds that it took and the vector of the first text.
"""

import json
import sys
import time

import numpy
import onnxruntime
from tokenizers import Tokenizer

BATCH_SIZE = 32  # of SentenceTransformer.encode
MAX_TOKENS = 256  # sentence_bert_config.json of all-MiniLM-L6-v2


def main():
    folder, texts_file, threads = sys.argv[1:]
    texts = json.load(open(texts_file, encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    session = onnxruntime.InferenceSession(folder + "/onnx/model_quantized.onnx", options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    for line in sys.stdin:
        wanted = texts[:int(line)]
        begin = time.perf_counter()
        vectors = embed(session, tokenizer, wanted)
        seconds = time.perf_counter() - begin
        print(json.dumps({"seconds": seconds, "first": [float(x) for x in vectors[0]]}), flush=True)


def embed(session, tokenizer, texts):
    # sorted by the number of characters, the longest first, padded to the longest of the batch
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    vectors = [None] * len(texts)
    for start in range(0, len(order), BATCH_SIZE):
        batch = order[start:start + BATCH_SIZE]
        encoded = tokenizer.encode_batch([texts[i] for i in batch])
        mask = numpy.array([e.attention_mask for e in encoded], dtype=numpy.int64)
        states = session.run(["last_hidden_state"], {
            "input_ids": numpy.array([e.ids for e in encoded], dtype=numpy.int64),
            "attention_mask": mask,
            "token_type_ids": numpy.zeros_like(mask),
        })[0]
        weights = mask[:, :, None].astype(numpy.float32)
        mean = (states * weights).sum(axis=1) / numpy.maximum(weights.sum(axis=1), 1e-9)
        mean /= numpy.linalg.norm(mean, axis=1, keepdims=True)
        for i, vector in zip(batch, mean):
            vectors[i] = vector
    return vectors


if __name__ == "__main__":
    main()
