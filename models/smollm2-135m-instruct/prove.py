"""Compares an imported model with llama.cpp on the same GGUF file.

    prove.py GGUF FOLDER [golden-vectors.json]
    prove.py GGUF FOLDER --perplexity TEXTS.json

TEXTS.json is an array of texts of at most 1,000 tokens each: only the perplexity over all of them is printed then.
FOLDER is what GgufImporter wrote. Needs numpy, onnxruntime, tokenizers, llama-cpp-python. Prints the largest difference of logits, how often
the most probable token is the same, and the perplexity of both; writes golden vectors when a third argument names the file.
"""

import json
import math
import sys

import llama_cpp
import numpy as np
import onnxruntime
import tokenizers

TEXTS = {
    "abstract": "We study the phase transition of a two-dimensional lattice model by Monte Carlo simulation. The critical exponents are "
    "measured with a finite-size scaling analysis, and they agree with the values of the Ising class within the statistical error. Near "
    "the critical point the relaxation time grows as a power of the correlation length, which limits the size of the systems that can be "
    "studied. We show that a cluster algorithm reduces the relaxation time by two orders of magnitude, so that lattices of 4096 sites on "
    "each side can be brought to equilibrium in a few hours. The code and the data of all figures are available with this paper.",
    "chat": "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\nThe capital of France is Paris.<|im_end|>\n",
    "story": "The old lighthouse stood at the end of the bay. Every evening Anna climbed the stairs, lit the lamp and wrote down the names of "
    "the ships that passed. One night in March the sea was so quiet that she could hear the fishermen talk on their way home, and she "
    "understood that the storm they were afraid of had not yet begun.",
    "numbers": "Table 2 lists 1,024 samples of 3.5 mm; déjà vu, naïve Bayes and 日本語 are words too.\n\n\tdef f(x):\n\t\treturn x ** 2\n",
}


def of_llama(model, ids):
    model.reset()
    model.eval(ids)
    return np.array(model.scores[: len(ids)], np.float64)


def of_onnx(session, config, ids):
    feeds = {
        "input_ids": np.array([ids], np.int64),
        "attention_mask": np.ones((1, len(ids)), np.int64),
        "num_logits_to_keep": np.array(0, np.int64),
    }
    empty = np.zeros((1, config["num_key_value_heads"], 0, config["head_dim"]), np.float32)
    for layer in range(config["num_hidden_layers"]):
        for part in ("key", "value"):
            feeds[f"past_key_values.{layer}.{part}"] = empty
    return session.run(["logits"], feeds)[0][0].astype(np.float64)


def log_probabilities(logits, ids):
    rows = logits[:-1] - logits[:-1].max(-1, keepdims=True)
    rows -= np.log(np.exp(rows).sum(-1, keepdims=True))
    return rows[np.arange(len(ids) - 1), ids[1:]]


def perplexity(model, tokenizer, session, config, texts_file):
    sums = np.zeros(2)
    count = 0
    with open(texts_file, encoding="utf-8") as file:
        texts = json.load(file)
    for text in texts:
        ids = tokenizer.encode(text).ids[:1000]
        sums[0] -= log_probabilities(of_llama(model, ids), ids).sum()
        sums[1] -= log_probabilities(of_onnx(session, config, ids), ids).sum()
        count += len(ids) - 1
    theirs, ours = np.exp(sums / count)
    print(f"{len(texts)} texts, {count} tokens: perplexity llama.cpp {theirs:.4f}, imported {ours:.4f}, {100 * (ours / theirs - 1):+.3f} %")


def main():
    gguf, folder = sys.argv[1:3]
    model = llama_cpp.Llama(gguf, n_ctx=1024, n_batch=1024, n_threads=1, n_threads_batch=1, logits_all=True, verbose=False)
    tokenizer = tokenizers.Tokenizer.from_file(folder + "/tokenizer.json")
    with open(folder + "/config.json") as file:
        config = json.load(file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(folder + "/model.onnx", options)
    if len(sys.argv) > 4 and sys.argv[3] == "--perplexity":
        perplexity(model, tokenizer, session, config, sys.argv[4])
        return
    golden = []
    sums = [0.0, 0.0]
    count = 0
    for name, text in TEXTS.items():
        ids = tokenizer.encode(text).ids
        same_tokens = ids == model.tokenize(text.encode(), add_bos=False, special=True)
        theirs = of_llama(model, ids)
        ours = of_onnx(session, config, ids)
        difference = np.abs(theirs - ours)
        log_theirs, log_ours = log_probabilities(theirs, ids), log_probabilities(ours, ids)
        print(
            f"{name}: {len(ids)} tokens, same tokens {same_tokens}, logits from {theirs.min():.1f} to {theirs.max():.1f}, "
            f"largest difference {difference.max():.3f}, mean {difference.mean():.4f}, "
            f"same first token {(theirs.argmax(-1) == ours.argmax(-1)).mean():.3f}, "
            f"perplexity llama.cpp {math.exp(-log_theirs.mean()):.3f}, imported {math.exp(-log_ours.mean()):.3f}"
        )
        sums[0] -= log_theirs.sum()
        sums[1] -= log_ours.sum()
        count += len(ids) - 1
        top = np.argsort(-theirs[-1])[:10]
        golden.append(
            {
                "name": name,
                "text": text,
                "ids": ids,
                "topIds": top.tolist(),
                "topLogits": [round(float(theirs[-1][i]), 4) for i in top],
                "logProbabilitySum": round(float(log_theirs.sum()), 4),
            }
        )
    perplexities = [math.exp(value / count) for value in sums]
    print(
        f"all: perplexity llama.cpp {perplexities[0]:.4f}, imported {perplexities[1]:.4f}, "
        f"{100 * (perplexities[1] / perplexities[0] - 1):+.3f} %; "
        f"llama-cpp-python {llama_cpp.__version__}, onnxruntime {onnxruntime.__version__}"
    )
    if len(sys.argv) > 3:
        with open(sys.argv[3], "w") as file:
            json.dump({"source": "llama-cpp-python " + llama_cpp.__version__, "texts": golden}, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
