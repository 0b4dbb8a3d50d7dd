#!/usr/bin/env python3
"""Writes the product's encoder with an adapter beside its projections and the adapter's head at its end, as the product builds it.

    ./apply_adapter.py ADAPTER OUT.onnx [BASE]

Each adapted projection gives what it gave, and (x · Aᵀ) · Bᵀ · (alpha / r) of its float input x; the output `logits` takes the place of the
last hidden states. Weights of the adapter are floats of 32 bits.
"""

import json
import sys
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

BASE = Path(__file__).resolve().parent.parent / "citation-encoder" / "model"
PREFIX = "base_model.model."


def patched(adapter: Path, base: Path = BASE) -> onnx.ModelProto:
    settings = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    labels = len(json.loads((adapter / "config.json").read_text(encoding="utf-8"))["id2label"])
    weights = load_file(str(adapter / "adapter_model.safetensors"))
    scale = settings["lora_alpha"] / settings["r"]
    model = onnx.load(str(base / "onnx" / "model_quantized.onnx"))
    graph = model.graph
    makers = {output: node for node in graph.node for output in node.output}

    def constant(name: str, array: numpy.ndarray) -> str:
        graph.initializer.append(numpy_helper.from_array(numpy.ascontiguousarray(array, dtype=numpy.float32), name))
        return name

    nodes, used = [], set()
    for node in graph.node:
        nodes.append(node)
        if not (node.op_type == "Mul" and node.name.endswith("/MatMul_quant_output_scale_mul")):
            continue
        module = ".".join(node.name.strip("/").split("/")[:-1])
        names = [f"{PREFIX}bert.{module}.{part}.weight" for part in ("lora_A", "lora_B")]
        if names[0] not in weights:
            continue
        used.update(names)
        product = makers[makers[node.input[0]].input[0]]  # the MatMulInteger before the cast to floats
        x = makers[product.input[0]].input[0]  # what DynamicQuantizeLinear took
        whole = node.output[0]
        node.output[0] = f"{whole}_base"
        a = constant(f"{module}.lora_A", weights[names[0]].astype(numpy.float32).T)
        b = constant(f"{module}.lora_B", weights[names[1]].astype(numpy.float32).T * scale)
        nodes += [helper.make_node("MatMul", [x, a], [f"{whole}_inner"], f"/adapter/{module}/A"),
                  helper.make_node("MatMul", [f"{whole}_inner", b], [f"{whole}_adapter"], f"/adapter/{module}/B"),
                  helper.make_node("Add", [node.output[0], f"{whole}_adapter"], [whole], f"/adapter/{module}/Add")]
    head = [f"{PREFIX}classifier.{part}" for part in ("weight", "bias")]
    unused = weights.keys() - used - set(head)
    if unused:
        raise ValueError(f"no projection for {sorted(unused)}")
    states = graph.output[0].name
    weight, bias = constant("classifier.weight", weights[head[0]].T), constant("classifier.bias", weights[head[1]])
    nodes += [helper.make_node("MatMul", [states, weight], ["classifier_product"], "/adapter/classifier/MatMul"),
              helper.make_node("Add", ["classifier_product", bias], ["logits"], "/adapter/classifier/Add")]
    del graph.node[:]
    graph.node.extend(nodes)
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", labels]))
    onnx.checker.check_model(model)
    return model


def main():
    base = Path(sys.argv[3]) if len(sys.argv) > 3 else BASE
    onnx.save(patched(Path(sys.argv[1]), base), sys.argv[2])


if __name__ == "__main__":
    main()
