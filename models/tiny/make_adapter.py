#!/usr/bin/env python3
"""Makes a tiny random adapter over one of the tiny models, as PEFT writes it, and that model with 8 bits.

    python models/tiny/make_adapter.py tests/org.scholion.inference.onnx.tests/models

Run it after make.py, whose tiny-bert-mean is the base. Needs torch, transformers, peft, onnx, onnxruntime and tokenizers. The golden tags are
those of PEFT with the base in floats.
"""
import json
import pathlib
import shutil
import sys
import tempfile

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from peft import LoraConfig, get_peft_model
from tokenizers import Tokenizer
from transformers import BertConfig, BertForTokenClassification

BASE = "tiny-bert-mean"
LABELS = {0: "AIM", 1: "METHOD", 2: "RESULT", 3: "OTHER"}
SEED = 20261127


def base_weights(file):
    """The weights of BertModel out of its graph; what was multiplied with stands there turned round."""
    graph = onnx.load(str(file)).graph
    arrays = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Identity" and node.input[0] in arrays:  # values that are equal stand there once
            arrays[node.output[0]] = arrays[node.input[0]]
    found = {name.removeprefix("model."): value for name, value in arrays.items() if name.startswith("model.")}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            module = ".".join(node.output[0].split("/")[2:-1])
            found[module + ".weight"] = arrays[node.input[1]].T
    return found


def with_adapter(base):
    settings = json.loads((base / "config.json").read_text(encoding="utf-8"))
    names = {"id2label": LABELS, "label2id": {v: k for k, v in LABELS.items()}}
    model = BertForTokenClassification(BertConfig(**{**settings, **names}))
    missing, unknown = model.bert.load_state_dict(base_weights(base / "onnx" / "model.onnx"), strict=False)
    assert not unknown and not [name for name in missing if "pooler" not in name and "position_ids" not in name], (missing, unknown)
    adapted = get_peft_model(model, LoraConfig(
        task_type="TOKEN_CLS", r=4, lora_alpha=6, target_modules=["query", "key", "value", "dense"], modules_to_save=["classifier"]))
    torch.manual_seed(SEED)
    for name, value in adapted.named_parameters():
        if value.requires_grad:
            # as they will be read back
            value.data = (0.3 * torch.randn(value.shape)).to(torch.float16).float()
    return adapted.eval()


def save(adapted, folder):
    with tempfile.TemporaryDirectory() as made:
        adapted.half().save_pretrained(made)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(pathlib.Path(made) / "adapter_model.safetensors", folder)
        settings = json.loads((pathlib.Path(made) / "adapter_config.json").read_text(encoding="utf-8"))
    settings["base_model_name_or_path"] = BASE
    settings["target_modules"] = sorted(settings["target_modules"])
    config = json.loads(adapted.base_model.model.config.to_json_string())
    config["architectures"] = [BertForTokenClassification.__name__]
    write(folder / "adapter_config.json", settings)
    write(folder / "config.json", config)


def write(file, value):
    file.write_text(json.dumps(value, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


def golden(adapted, base):
    words = Tokenizer.from_file(str(base / "tokenizer.json"))
    longest = json.loads((base / "config.json").read_text(encoding="utf-8"))["max_position_embeddings"]
    words.enable_truncation(longest)
    words.no_padding()
    rows = []
    for text in [row["text"] for row in json.loads((base / "golden.json").read_text(encoding="utf-8"))]:
        encoding = words.encode(text)
        ids, mask, kinds = (torch.tensor([r]) for r in (encoding.ids, encoding.attention_mask, encoding.type_ids))
        with torch.no_grad():
            logits = adapted(input_ids=ids, attention_mask=mask, token_type_ids=kinds).logits[0]
        tags = []
        for (start, end), sequence, row in zip(encoding.offsets, encoding.sequence_ids, torch.softmax(logits, -1)):
            if sequence is not None:
                # Python counts code points
                units = [len(text[:at].encode("utf-16-le")) // 2 for at in (start, end)]
                tags.append({"start": units[0], "end": units[1], "label": LABELS[int(row.argmax())], "probability": float(row.max())})
        rows.append({"text": text, "tags": tags})
    return rows


def main(target):
    base = target / BASE
    adapted = with_adapter(base)
    wanted = golden(adapted, base)
    save(adapted, target / "tiny-adapter")
    write(target / "tiny-adapter" / "golden.json", wanted)
    small = target / "tiny-bert-int8"
    (small / "onnx").mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        shutil.copy(base / name, small)
    quantize_dynamic(str(base / "onnx" / "model.onnx"), str(small / "onnx" / "model_quantized.onnx"), weight_type=QuantType.QUInt8, per_channel=True,
                     op_types_to_quantize=["MatMul"])


main(pathlib.Path(sys.argv[1]))
