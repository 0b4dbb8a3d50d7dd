"""Writes the trained tagger as the product loads it: an ONNX graph with weights of 8 bits, tokenizer, configuration.

    ./export.py BASE WORK OUT [--stage NAME]

WORK is what train.py left, OUT a folder in the layout of Hugging Face.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

import train


class WithLogits(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(input_ids, attention_mask, token_type_ids)


def without_traces(model: onnx.ModelProto):
    """Takes out where in which source each node was made, which is longer than the graph and tells of the machine."""
    for part in (model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output, *model.graph.value_info,
                 *model.graph.initializer, *model.functions):
        del part.metadata_props[:]
        part.doc_string = ""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("base", type=Path)
    options.add_argument("work", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--stage", default=train.FULL[-1].name)
    chosen = options.parse_args()
    labels = json.loads((chosen.work / "labels.json").read_text())
    tokenizer = Tokenizer.from_file(str(chosen.work / "tokenizer.json"))
    model = train.network(chosen.base, len(labels), tokenizer.get_vocab())
    saved = torch.load(chosen.work / f"{chosen.stage}.pt", map_location="cpu")
    model.load_state_dict(saved.get("model", saved))
    model.eval()

    (chosen.out / "onnx").mkdir(parents=True, exist_ok=True)
    whole = chosen.work / "model.onnx"
    example = torch.tensor([[101, 1996, 2944, 102], [101, 1037, 102, 0]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    rows, length = torch.export.Dim("rows", min=1, max=4096), torch.export.Dim("length", min=2, max=512)
    shape = {0: rows, 1: length}
    torch.onnx.export(
        WithLogits(model), (example, mask, torch.zeros_like(example)), str(whole), opset_version=18, dynamo=True, external_data=False,
        input_names=["input_ids", "attention_mask", "token_type_ids"], output_names=["logits"], dynamic_shapes=(shape, shape, shape),
    )
    prepared = chosen.work / "prepared.onnx"
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    target = chosen.out / "onnx" / "model_quantized.onnx"
    quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain = onnx.load(str(target))
    without_traces(plain)
    onnx.checker.check_model(plain)
    onnx.save(plain, str(target))

    shutil.copy(chosen.work / "tokenizer.json", chosen.out / "tokenizer.json")
    config = {
        "architectures": ["BertForTokenClassification"], "model_type": "bert", "hidden_size": 384, "num_hidden_layers": 6,
        "num_attention_heads": 12, "intermediate_size": 1536, "max_position_embeddings": 512, "type_vocab_size": 3,
        "vocab_size": tokenizer.get_vocab_size(), "token_type_source": "letter_case",
        "id2label": {str(i): label for i, label in enumerate(labels)}, "label2id": {label: i for i, label in enumerate(labels)},
    }
    (chosen.out / "config.json").write_text(json.dumps(config, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (chosen.out / "tokenizer_config.json").write_text(json.dumps({"model_max_length": 256}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
