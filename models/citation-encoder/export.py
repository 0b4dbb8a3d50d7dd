#!/usr/bin/env python3
"""Writes the tuned encoder as the product loads it: the graph of all-MiniLM-L6-v2 with the new weights, of 8 bits, and what stands beside it.

    ./export.py BASE CHECKPOINT OUT

The graph is that of the base, so that the product runs it as it runs the base (attention and norms as one operator each).
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import network

BESIDE = {
    "config.json": {
        "architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu", "hidden_size": 384, "num_hidden_layers": 6,
        "num_attention_heads": 12, "intermediate_size": 1536, "layer_norm_eps": 1e-12, "max_position_embeddings": 512,
        "type_vocab_size": 2, "vocab_size": 30522, "pad_token_id": 0,
    },
    "modules.json": [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
    ],
    "sentence_bert_config.json": {"max_seq_length": network.MAX_TOKENS, "do_lower_case": False},
    "1_Pooling/config.json": {"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True},
}


def tuned(base: Path, state: dict[str, torch.Tensor]) -> onnx.ModelProto:
    """The graph of the base with the weights of the checkpoint."""
    model = onnx.load(str(base / "all-minilm-l6-v2.onnx"))
    holds = {initializer: name for name, initializer in network.base_weights(model.graph).items()}
    for tensor in model.graph.initializer:
        name = holds.get(tensor.name)
        if name is not None:
            array = state[name].numpy()
            tensor.CopyFrom(numpy_helper.from_array(array if name == tensor.name else array.T.copy(), tensor.name))
    return model


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("base", type=Path)
    options.add_argument("checkpoint", type=Path, help="`base` exports the weights as they come")
    options.add_argument("out", type=Path)
    chosen = options.parse_args()
    if str(chosen.checkpoint) == "base":
        state = network.network(chosen.base).state_dict()
    else:
        state = torch.load(chosen.checkpoint, map_location="cpu")["model"]
    (chosen.out / "onnx").mkdir(parents=True, exist_ok=True)
    target = chosen.out / "onnx" / "model_quantized.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(tuned(chosen.base, state), str(whole))
        quantize_dynamic(str(whole), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain = onnx.load(str(target))
    plain.producer_name = "scholion"
    onnx.checker.check_model(plain)
    onnx.save(plain, str(target))
    shutil.copy(chosen.base / "all-minilm-l6-v2-tokenizer.json", chosen.out / "tokenizer.json")
    for name, value in BESIDE.items():
        file = chosen.out / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
